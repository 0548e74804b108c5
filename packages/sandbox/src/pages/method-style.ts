/** Tabs of the hosted page, and the pages that they lead to. */
export const methodStyle = `
.methods { display: grid; gap: 0.6rem; } .methods ul { display: flex; flex-wrap: wrap; gap: 0.45rem; }
.methods a { display: block; padding: 0.5rem 0.85rem; border: 1px solid #87929b; border-radius: 999px; color: var(--ink); background: #fff; text-decoration: none; font-size: 0.93rem; }
.methods a:hover { border-color: var(--brand); } .methods a[aria-current] { background: var(--brand); border-color: var(--brand); color: #fff; font-weight: 650; }
.methods details { border-top: 1px solid var(--line); padding-top: 0.5rem; } .methods summary { cursor: pointer; font-size: 0.93rem; font-weight: 600; padding: 0.25rem 0; }
.methods h2 { font-size: 0.85rem; color: var(--soft); font-weight: 600; margin: 0.6rem 0 0.35rem; }
.method { display: grid; gap: 1rem; } .method h2 { font-size: 1.1rem; }
.back { display: block; text-align: center; }
.provider form { display: grid; gap: 0.9rem; } .provider .secondary { width: 100%; } .provider fieldset { display: grid; gap: 0.5rem; } .provider legend { margin-bottom: 0.4rem; }
.qr { width: min(100%, 14rem); justify-self: center; background: #fff; border: 1px solid var(--line); border-radius: 8px; } .qr path { fill: var(--ink); }
`
