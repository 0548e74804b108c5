import { css } from 'lit'

export const style = css`
  :host {
    --_ink: var(--craftgate-ink, inherit);
    --_soft: var(--craftgate-soft-ink, #5c5f66);
    --_line: var(--craftgate-line, #d9dce1);
    --_accent: var(--craftgate-accent, #0b6b3a);
    --_surface: var(--craftgate-surface, transparent);
    --_radius: var(--craftgate-radius, 0.5rem);
    display: block;
    color: var(--_ink);
    font: inherit;
    min-block-size: 3.5rem;
  }
  :host([hidden]) { display: none; }
  p { margin: 0; }
  .lead { font-weight: 600; }
  .campaign, .badge { color: var(--_accent); }
  .soft { color: var(--_soft); font-size: 0.875em; }
  details { margin-block-start: 0.5rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  summary { padding: 0.75rem 1rem; min-block-size: 1.5rem; cursor: pointer; font-weight: 600; }
  summary:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .inside { display: grid; gap: 1rem; padding: 0 1rem 1rem; }
  .families { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); }
  table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  caption { text-align: start; font-weight: 600; padding-block-end: 0.25rem; }
  th, td { padding: 0.375rem 0.25rem; border-block-start: 1px solid var(--_line); text-align: end; font-weight: 400; }
  th:first-child { text-align: start; }
  thead th { border: 0; color: var(--_soft); font-size: 0.875em; }
  .badge { display: block; font-size: 0.8125em; font-weight: 600; }
  label { display: grid; gap: 0.25rem; max-inline-size: 22rem; }
  input { font: inherit; padding: 0.5rem 0.75rem; min-block-size: 1.5rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: Field; color: FieldText; }
  button { font: inherit; padding: 0.5rem 1rem; border: 1px solid currentColor; border-radius: var(--_radius); background: transparent; color: inherit; cursor: pointer; }
`
