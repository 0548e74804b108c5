/** The console's own look, light and dark. */
export const consoleStyle = `
:root { --ink: #17212b; --soft: #586672; --line: #dbe1e4; --paper: #fff; --ground: #f3f5f4; --brand: #0b6e63; --good: #0a6b3d; --good-bg: #e3f4ea; --bad: #a8281c;
  --bad-bg: #fdecea; --wait: #7a5200; --wait-bg: #fff2cf; --plain-bg: #e9edef; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaee; --soft: #9fadb8; --line: #2c3841; --paper: #172027; --ground: #0f161b; --brand: #5fc7b8; --good: #7fd8a4; --good-bg: #12351f;
  --bad: #ff9d92; --bad-bg: #431a16; --wait: #f2c566; --wait-bg: #3c2d0a; --plain-bg: #26323a; } }
*, *::before, *::after { box-sizing: border-box; } [hidden] { display: none !important; } .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
html { scroll-padding-top: 4.2rem; } body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h2 { font-size: 1.02rem; margin: 0 0 0.6rem; } h3 { font-size: 0.93rem; margin: 0.9rem 0 0.4rem; } p, dl, dd, ol, ul { margin: 0; padding: 0; } ol, ul { list-style: none; }
code { font: 0.92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; } small { color: var(--soft); } a { color: var(--brand); } em { color: var(--soft); }
:focus-visible { outline: 3px solid #58b3a7; outline-offset: 2px; }
.top { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; align-items: center; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0.75rem 1.4rem; }
.top .name strong { color: var(--wait); background: var(--wait-bg); border-radius: 6px; padding: 0.15rem 0.55rem; margin-right: 0.3rem; } .top nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin-right: auto; } .top nav a { text-decoration: none; } .top nav a:hover { text-decoration: underline; }
.filter { color: var(--soft); } .filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem 0.6rem; }
.steps, .timeline { list-style: decimal; padding-left: 1.4rem; } .timeline { margin-bottom: 0.6rem; } .value { overflow-wrap: anywhere; } h1 { font-size: 1em; font-weight: 400; margin: 0; }
.live { color: var(--good); font-weight: 600; } .live::before { content: "●"; margin-right: 0.35rem; } .live.off { color: var(--bad); }
.toast { margin: 1rem 1.4rem 0; background: var(--bad-bg); color: var(--bad); border-radius: 10px; padding: 0.7rem 1rem; }
main, #view { display: grid; gap: 1.3rem; grid-template-columns: minmax(0, 1fr); } main { padding: 1.3rem 1.4rem 4rem; max-width: 88rem; margin: 0 auto; }
.columns { display: grid; gap: 1.3rem; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem 1.2rem; min-width: 0; }
.count { color: var(--soft); font-weight: 400; font-size: 0.9em; } .empty { color: var(--soft); }
.keys { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.35rem 1rem; align-items: center; } .keys dt { color: var(--soft); } .keys .value { overflow-wrap: anywhere; }
.copy, .act button { font: inherit; font-size: 0.88rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem 0.7rem; cursor: pointer; }
.copy { font-size: 0.78rem; padding: 0.05rem 0.5rem; color: var(--soft); } .copy:hover, .act button:hover { border-color: var(--brand); }
.act button[aria-pressed=true] { background: var(--wait-bg); color: var(--wait); border-color: currentColor; font-weight: 650; }
.row { display: flex; flex-wrap: wrap; gap: 0.45rem; } .row + h2 { margin-top: 1rem; } .row.end { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 0.9rem; } #controls h2 { font-size: 0.88rem; color: var(--soft); margin-bottom: 0.4rem; }
.now { font-size: 1.25rem; font-variant-numeric: tabular-nums; margin-bottom: 0.5rem; } .now small { font-size: 0.85rem; } .waiting { margin-top: 0.6rem; } .waiting li { color: var(--wait); }
.scroll { overflow: auto; max-height: 26rem; margin: 0 -1.2rem -1.1rem; border-radius: 0 0 14px 14px; } .scroll + .empty { margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 0.45rem 0.7rem; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { padding-left: 1.2rem; } th:last-child, td:last-child { padding-right: 1.2rem; }
th { position: sticky; top: 0; background: var(--paper); color: var(--soft); font-weight: 600; font-size: 0.82rem; } pre { margin: 0 0 0.7rem; padding: 0.7rem 0.9rem; background: var(--ground); border-radius: 8px; overflow: auto; font: 0.85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; } .number { text-align: right; font-variant-numeric: tabular-nums; } .dearer { color: var(--wait); font-weight: 650; }
time { font-variant-numeric: tabular-nums; } .tries li { font-size: 0.85rem; color: var(--soft); } #test-cards td:nth-child(2) { white-space: normal; min-width: 16rem; }
.tag { display: inline-block; border-radius: 6px; padding: 0.05rem 0.45rem; font-size: 0.8rem; font-weight: 600; background: var(--plain-bg); } .tag.good { color: var(--good); background: var(--good-bg); } .tag.bad { color: var(--bad); background: var(--bad-bg); } .tag.wait { color: var(--wait); background: var(--wait-bg); }
@media (max-width: 480px) { main { padding: 1rem 0.7rem 3rem; } .top { padding: 0.6rem 0.9rem; position: static; } }
`
