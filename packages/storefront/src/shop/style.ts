import { css } from 'lit'

/** What every element looks like: a page changes the custom properties. */
export const style = css`
  :host {
    --_ink: var(--craftgate-ink, inherit);
    --_soft: var(--craftgate-soft-ink, #5c5f66);
    --_line: var(--craftgate-line, #d9dce1);
    --_accent: var(--craftgate-accent, #0b6b3a);
    --_on-accent: var(--craftgate-on-accent, #fff);
    --_surface: var(--craftgate-surface, transparent);
    --_radius: var(--craftgate-radius, 0.5rem);
    display: block;
    color: var(--_ink);
    font: inherit;
  }
  :host([hidden]) { display: none; }
  p { margin: 0; }
  .soft { color: var(--_soft); font-size: 0.875em; }
  :focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  button, .button { display: inline-block; box-sizing: border-box; font: inherit; padding: 0.5rem 1rem; border: 1px solid currentColor; border-radius: var(--_radius); background: transparent; color: inherit; text-align: center; text-decoration: none; cursor: pointer; }
  button:disabled { opacity: 0.6; cursor: default; }
  .main { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
  dl { display: grid; grid-template-columns: 1fr auto; gap: 0.375rem 1rem; margin: 0; font-variant-numeric: tabular-nums; }
  dt { color: var(--_soft); text-align: start; }
  dd { margin: 0; text-align: end; }
`
