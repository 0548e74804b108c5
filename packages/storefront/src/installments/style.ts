import { css } from 'lit'

export const style = css`
  :host { min-block-size: 3.5rem; }
  .lead { font-weight: 600; }
  .campaign, .badge { color: var(--_accent); }
  details { margin-block-start: 0.5rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  summary { padding: 0.75rem 1rem; min-block-size: 1.5rem; cursor: pointer; font-weight: 600; }
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
`
