const base = `
:root { --ink: #1d2230; --soft: #596273; --line: #e0e3e8; --paper: #fff; --ground: #f6f6f3; --brand: #b4542a; --brand-dark: #8f3f1c; --tint: #fbeee6;
  --bad: #a8281c; --bad-tint: #fdf0ee; --good: #0a6b3d; --good-tint: #e3f4ea; --wait: #7a5200; --wait-tint: #fff2cf; --radius: 14px; color-scheme: light; }
.admin { --brand: #1f5f4b; --brand-dark: #174838; --tint: #e6f2ed; --ground: #f1f2f4; }
*, *::before, *::after { box-sizing: border-box; } [hidden] { display: none !important; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3, p, ul, dl, dd, fieldset, legend, table { margin: 0; padding: 0; }
h1 { font-size: 1.7rem; line-height: 1.25; letter-spacing: -0.01em; } h2 { font-size: 1.12rem; } ul { list-style: none; } fieldset { border: 0; min-width: 0; }
a { color: var(--brand-dark); text-underline-offset: 3px; } code { font: 0.88em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid #d98a5f; outline-offset: 2px; }
.ribbon { background: #fff4d6; color: #6a4a00; font-size: 0.82rem; text-align: center; padding: 0.4rem 1rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.5rem; padding: 1rem clamp(1rem, 4vw, 3rem); background: var(--paper); border-bottom: 1px solid var(--line); }
.top .name { font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none; margin-right: auto; } .top nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
main { max-width: 70rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; display: grid; gap: 1.6rem; }
.soft { color: var(--soft); font-size: 0.92rem; } .number { font-variant-numeric: tabular-nums; white-space: nowrap; } .row { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; } .right { text-align: right; }
button, .button { font: inherit; cursor: pointer; border-radius: 10px; padding: 0.62rem 1.1rem; font-weight: 600; border: 1px solid var(--brand); background: var(--paper); color: var(--brand-dark); text-decoration: none; display: inline-block; }
button:hover, .button:hover { background: var(--tint); } button.primary, .button.primary { background: var(--brand); color: #fff; } button.primary:hover, .button.primary:hover { background: var(--brand-dark); }
button.danger { border-color: var(--bad); color: var(--bad); } button.danger:hover { background: var(--bad-tint); } button:disabled { opacity: 0.55; cursor: not-allowed; }
.field { display: grid; gap: 0.25rem; } .field label, legend { font-weight: 600; font-size: 0.92rem; } legend { margin-bottom: 0.5rem; } .card > legend { float: left; width: 100%; font-size: 1.12rem; margin: 0; } .card > legend + * { clear: both; }
input, select { font: inherit; color: var(--ink); background: #fff; border: 1px solid #8b93a1; border-radius: 10px; padding: 0.55rem 0.8rem; min-height: 2.8rem; width: 100%; }
input[type=radio], input[type=checkbox] { width: 1.15rem; height: 1.15rem; min-height: 0; accent-color: var(--brand); flex: none; margin: 0; }
.alert, .note { border-radius: var(--radius); padding: 0.9rem 1.1rem; border: 1px solid; } .alert { background: var(--bad-tint); border-color: #efc7c2; } .alert strong { color: var(--bad); display: block; } .note { background: var(--wait-tint); border-color: #eed9a0; color: #5c3f00; } .note[role=status] { background: var(--good-tint); border-color: #b7e0c7; color: var(--good); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.3rem; display: grid; gap: 0.9rem; align-content: start; min-width: 0; }
.tag { display: inline-block; border-radius: 7px; padding: 0.08rem 0.55rem; font-size: 0.82rem; font-weight: 650; background: #e9ebef; white-space: nowrap; } .tag.good { background: var(--good-tint); color: var(--good); } .tag.bad { background: var(--bad-tint); color: var(--bad); } .tag.wait { background: var(--wait-tint); color: var(--wait); }
dl.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.35rem 1.4rem; } dl.facts dt { color: var(--soft); } dl.facts dd { overflow-wrap: anywhere; }
`

const shop = `
.products { display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
.products li { padding: 0; overflow: hidden; gap: 0; } .products img, .products .blank { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; background: var(--tint); display: block; }
.products .body { padding: 1rem 1.1rem 1.2rem; display: grid; gap: 0.5rem; } .products .price { font-size: 1.1rem; font-weight: 650; }
.checkout { display: grid; gap: 1.6rem; grid-template-columns: minmax(0, 1.15fr) minmax(18rem, 0.85fr); align-items: start; } .checkout > div { display: grid; gap: 1.4rem; }
.two { display: grid; gap: 0.9rem; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); }
.choice { display: flex; gap: 0.8rem; align-items: center; border: 1px solid var(--line); border-radius: 10px; padding: 0.75rem 0.95rem; } .choice + .choice { margin-top: 0.5rem; } .choice .number { margin-left: auto; } .choice:has(:checked) { border-color: var(--brand); background: var(--tint); }
.lines li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.2rem 1rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); align-items: center; }
.lines .quantity { display: flex; gap: 0.5rem; align-items: center; } .lines .quantity input { width: 4.6rem; min-height: 2.3rem; padding: 0.3rem 0.5rem; }
.coupon { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; align-items: end; }
.sums { display: grid; grid-template-columns: 1fr auto; gap: 0.3rem 0; } .sums dd { text-align: right; } .sums .grand { font-size: 1.35rem; font-weight: 700; border-top: 1px solid var(--line); padding-top: 0.6rem; margin-top: 0.3rem; }
.pay { width: 100%; font-size: 1.1rem; padding: 0.95rem; } .thanks { max-width: 38rem; margin: 1rem auto; } .mark { width: 3.2rem; height: 3.2rem; border-radius: 50%; display: grid; place-items: center; font-size: 1.5rem; font-weight: 700; background: var(--good-tint); color: var(--good); } .mark.wait { background: var(--wait-tint); color: var(--wait); }
@media (max-width: 820px) { .checkout { grid-template-columns: minmax(0, 1fr); } .checkout > div:last-child { order: -1; } }
`

const admin = `
.admin main { max-width: 62rem; } .scroll { overflow-x: auto; margin: 0 -1.3rem; } .admin table { border-collapse: collapse; width: 100%; } .admin th, .admin td { text-align: left; padding: 0.55rem 1.3rem; border-top: 1px solid var(--line); vertical-align: top; }
.admin td code, .admin td button { white-space: nowrap; } .admin td form { margin-top: 0.4rem; } .admin td button { padding: 0.3rem 0.7rem; font-size: 0.9rem; } .admin th { color: var(--soft); font-size: 0.86rem; } .admin .right { text-align: right; } .admin form.inline { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: end; } .admin form.inline input { width: 10rem; } .actions { display: grid; gap: 1rem; }
`

/** One stylesheet for all pages, inlined under the nonce: no request leaves for it. */
export const pageStyle = base + shop + admin
