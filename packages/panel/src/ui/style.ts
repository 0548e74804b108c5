import { createHash } from 'node:crypto'

/** One stylesheet for all the merchant's pages, inlined under its hash: no request leaves for it. */
export const pageStyle = `
:root { --ink: #14212b; --soft: #51606c; --line: #d8e0e5; --paper: #fff; --ground: #f4f7f8; --brand: #0a5fb4; --brand-dark: #084a8d; --green: #0b7a5c;
  --good: #0a6249; --good-tint: #e3f4ee; --calm: #0b4f8f; --calm-tint: #e6f0fa; --warn: #7a4b00; --warn-tint: #fff3d9; --bad: #a3261b; --bad-tint: #fdecea; color-scheme: light; }
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1, h2, p, ul, ol, dl, dd, fieldset, legend, table { margin: 0; padding: 0; }
h1 { font-size: 1.6rem; letter-spacing: -0.01em; line-height: 1.25; overflow-wrap: anywhere; } h2 { font-size: 1.12rem; }
a { color: var(--brand); text-underline-offset: 3px; } a:hover { color: var(--brand-dark); }
code { font: 0.92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid #4a9be0; outline-offset: 2px; } main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; background: #fff; padding: 0.6rem 1rem; z-index: 1; } .skip:focus { left: 0.5rem; top: 0.5rem; }
.top { background: var(--paper); border-bottom: 1px solid var(--line); border-top: 4px solid var(--brand); }
.bar { max-width: 68rem; margin: 0 auto; padding: 0.7rem 1.25rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1.6rem; align-items: center; }
.brand { font-weight: 700; display: flex; align-items: center; gap: 0.55rem; } .mark { width: 1.15rem; height: 1.15rem; border-radius: 5px; background: linear-gradient(135deg, var(--brand), #16a37c); }
.shop { font-weight: 400; color: var(--soft); overflow-wrap: anywhere; }
nav { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: 0.35rem; } nav a { padding: 0.35rem 0.7rem; border-radius: 8px; text-decoration: none; color: var(--ink); }
nav a:hover { background: var(--ground); } nav a[aria-current] { background: var(--calm-tint); color: var(--brand-dark); font-weight: 600; }
.tools { margin-left: auto; display: flex; gap: 1rem; align-items: center; } .plain { border: 0; background: none; padding: 0.2rem; cursor: pointer; color: var(--brand); text-decoration: underline; text-underline-offset: 3px; }
main { max-width: 68rem; margin: 0 auto; padding: 1.8rem 1.25rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.3rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 1.3rem 1.4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem; align-content: start; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.3rem; }
.head { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; justify-content: space-between; align-items: baseline; }
.row { display: flex; flex-wrap: wrap; gap: 0.7rem; align-items: center; }
.soft, .help, .empty { color: var(--soft); } .help { font-size: 0.9rem; } .detail { background: var(--ground); border-radius: 8px; padding: 0.6rem 0.8rem; overflow-wrap: anywhere; }
.alarm { border-color: #eac2bd; border-left: 5px solid var(--bad); }
button.primary, button.secondary, button.danger, .button { display: inline-block; border: 1px solid transparent; border-radius: 10px; font-weight: 600; padding: 0.6rem 1.05rem; cursor: pointer; text-decoration: none; }
.primary { background: var(--brand); color: #fff; } .primary:hover { background: var(--brand-dark); color: #fff; }
button.secondary, .button.secondary { background: #fff; border-color: #9db3c4; color: var(--brand-dark); } .secondary:hover { border-color: var(--brand); }
.danger { background: #fff; color: var(--bad); border-color: #d9a49e !important; } .danger:hover { background: var(--bad-tint); }
.badge { display: inline-block; border-radius: 999px; padding: 0.1rem 0.6rem; font-size: 0.84rem; font-weight: 600; }
.good { background: var(--good-tint); color: var(--good); } .calm { background: var(--calm-tint); color: var(--calm); } .warn { background: var(--warn-tint); color: var(--warn); } .bad { background: var(--bad-tint); color: var(--bad); }
.notice { border-radius: 10px; padding: 0.75rem 1rem; }
.steps { list-style: none; display: grid; gap: 0.2rem; } .steps > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.2rem 1rem; align-items: center; padding: 0.9rem 0; border-top: 1px solid var(--line); } .steps > li:first-child { border-top: 0; padding-top: 0; }
.steps h3 { margin: 0; font-size: 1rem; display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; }
.list { list-style: none; display: grid; gap: 0.6rem; } .plainlist { padding-left: 1.2rem; display: grid; gap: 0.4rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
thead th { text-align: left; color: var(--soft); font-weight: 600; font-size: 0.86rem; border-bottom: 1px solid var(--line); padding: 0.4rem 0.6rem 0.5rem; white-space: nowrap; }
tbody th, td { text-align: left; font-weight: 400; padding: 0.65rem 0.6rem; border-bottom: 1px solid #ebf0f2; vertical-align: top; } tbody tr:last-child > * { border-bottom: 0; } tbody tr:hover { background: #fafcfd; }
tbody th code, td time { white-space: nowrap; } .side { display: grid; gap: 1.3rem; align-content: start; }
.number { text-align: right !important; font-variant-numeric: tabular-nums; white-space: nowrap; }
.facts { display: grid; gap: 0.1rem; } .facts > div { display: grid; grid-template-columns: minmax(8rem, 38%) minmax(0, 1fr); gap: 0.8rem; padding: 0.4rem 0; border-top: 1px solid #ebf0f2; } .facts > div:first-child { border-top: 0; }
tbody th, td { min-width: 0; } dt { color: var(--soft); } dd { overflow-wrap: anywhere; }
.field { display: grid; gap: 0.3rem; } .field label { font-weight: 600; } form.stack { display: grid; gap: 1.1rem; max-width: 38rem; }
.facts input { width: 100%; padding: 0.3rem 0.5rem; border: 1px solid #7f8e9a; border-radius: 7px; background: #fff; } .field input, .field select { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; background: #fff; border: 1px solid #7f8e9a; border-radius: 9px; } .field input[type=checkbox] { width: 1.35rem; min-height: 1.35rem; flex: none; } fieldset { border: 1px solid var(--line); border-radius: 9px; padding: 0.4rem 0.9rem 0.9rem; min-width: 0; } legend { padding: 0 0.35rem; font-weight: 600; } td input[type=number] { width: 5.5rem; min-height: 2.75rem; padding: 0.4rem 0.6rem; border: 1px solid #7f8e9a; border-radius: 9px; background: #fff; } .field input[aria-invalid] { border-color: var(--bad); background: #fff8f7; }
.error { color: var(--bad); font-size: 0.92rem; }
.filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.9rem; align-items: end; } .filters .help { grid-column: 1 / -1; }
details > summary { cursor: pointer; color: var(--brand-dark); font-weight: 600; } .chart { margin: 0; display: grid; gap: 0.5rem; } .chart svg { width: 100%; height: auto; display: block; }
.qr { margin: 0; } .qr svg { width: 12rem; max-width: 100%; display: block; }
.timeline { list-style: none; display: grid; border-left: 2px solid var(--line); margin-left: 0.4rem; } .timeline li { position: relative; padding: 0 0 1rem 1.2rem; display: grid; gap: 0.1rem; }
.timeline li::before { content: ""; position: absolute; left: -0.45rem; top: 0.45rem; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: #fff; border: 3px solid var(--green); } .timeline time { color: var(--soft); font-size: 0.88rem; }
@media (max-width: 720px) {
  .filters { grid-template-columns: 1fr; } .tools { margin-left: 0; width: 100%; justify-content: space-between; } .steps > li { grid-template-columns: 1fr; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; } table, tbody, tr, tbody th, td { display: block; } tbody tr { border-bottom: 1px solid var(--line); padding: 0.6rem 0; } tbody tr:last-child { border-bottom: 0; }
  tbody th, td { border: 0; padding: 0.15rem 0; display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.6rem; } tbody th code, td time { white-space: normal; } tbody th > div, td > div { min-width: 0; overflow-wrap: anywhere; } tbody th::before, td::before { content: attr(data-head); color: var(--soft); } .number { text-align: left !important; white-space: normal; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
`

/** By which the content security policy knows it. */
export const pageStyleHash = createHash('sha256').update(pageStyle).digest('base64')
