import { css } from 'lit'

export const style = css`
  :host { min-block-size: 16rem; }
  .outcome { display: grid; gap: 1rem; justify-items: center; text-align: center; }
  h2 { margin: 0; font-size: 1.375em; line-height: 1.25; }
  .mark { display: grid; place-items: center; inline-size: 3rem; block-size: 3rem; border-radius: 50%; border: 2px solid var(--_soft); font-size: 1.25em; }
  .good { border-color: var(--_accent); color: var(--_accent); }
  .spin { border-inline-start-color: transparent; animation: turn 1s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spin { animation-duration: 4s; } }
  dl { inline-size: min(100%, 24rem); padding: 1rem; box-sizing: border-box; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .strong { font-weight: 600; color: var(--_ink); }
  .instructions { white-space: pre-line; overflow-wrap: anywhere; }
  .actions { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: center; }
`
