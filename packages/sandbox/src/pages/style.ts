import { methodStyle } from './method-style'

/** The card picture of `?animatedCard=true`. */
const cardPictureStyle = `
html:not(.js) .picture { display: none; }
.picture { perspective: 1000px; justify-self: center; width: min(100%, 20rem); }
.plastic { position: relative; aspect-ratio: 1.586; transform-style: preserve-3d; transition: transform 0.5s; }
.turned .plastic { transform: rotateY(180deg); }
.front, .reverse { position: absolute; inset: 0; border-radius: 16px; color: #fff; backface-visibility: hidden; overflow: hidden; box-shadow: 0 16px 30px -18px rgb(7 60 54 / 0.8);
  background: radial-gradient(120% 140% at 0% 0%, #19998a 0%, #0b6e63 45%, #083f46 100%); }
.front { padding: 1.1rem 1.3rem; display: grid; grid-template-rows: auto auto 1fr auto; }
.front .bank { all: unset; font-weight: 650; min-height: 1.5rem; max-width: 75%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.chip { width: 2.5rem; height: 1.9rem; border-radius: 6px; margin-top: 0.7rem; background: linear-gradient(135deg, #f3dfa5, #c9a44d); }
.digits { align-self: center; font-size: 1.22rem; letter-spacing: 0.06em; }
.who { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.82rem; padding-right: 0; } .who span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mark-of { position: absolute; right: 1.3rem; top: 1.15rem; font-weight: 750; font-style: italic; font-size: 0.82rem; }
.reverse { transform: rotateY(180deg); } .stripe { height: 2.6rem; margin-top: 1.4rem; background: #10201f; }
.cvc-strip { margin: 1.2rem 1.3rem; background: #f2f2ee; color: #222; border-radius: 4px; padding: 0.35rem 0.8rem; text-align: right; letter-spacing: 0.2em; }
`

const base = `
:root { --ink: #17212b; --soft: #5a6773; --line: #d9dfe3; --paper: #fff; --ground: #f3f5f4; --brand: #0b6e63; --brand-dark: #07574e;
  --tint: #e7f3f1; --ring: #b9ded9; --bad: #a8281c; --bad-tint: #fdf0ee; --sand: #fff4d6; --sand-ink: #6a4a00; --radius: 12px; color-scheme: light; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1, h2, p, ul, dl, dd, fieldset, legend { margin: 0; padding: 0; }
ul { list-style: none; } fieldset { border: 0; min-width: 0; }
code { font: 0.92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.ribbon { background: var(--sand); color: var(--sand-ink); font-size: 0.85rem; text-align: center; padding: 0.45rem 1rem; border-bottom: 1px solid #f0dfae; }
.amount, .grand, .digits { font-variant-numeric: tabular-nums; white-space: nowrap; }
.help, .hint, .foot { color: var(--soft); font-size: 0.85rem; }
.eyebrow { color: var(--soft); font-size: 0.85rem; }
.error { color: var(--bad); font-size: 0.88rem; } .error:empty { display: none; }
.note { background: var(--sand); color: var(--sand-ink); border-radius: var(--radius); padding: 0.7rem 0.9rem; font-size: 0.9rem; }
.alert { background: var(--bad-tint); border: 1px solid #efc7c2; border-left: 4px solid var(--bad); border-radius: var(--radius); padding: 0.9rem 1.1rem; }
.alert:focus { outline: none; } .alert h2 { font-size: 1.02rem; color: var(--bad); } .alert .reason { font-weight: 600; }
button { font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #58b3a7; outline-offset: 2px; }
.primary { width: 100%; border: 0; border-radius: var(--radius); background: var(--brand); color: #fff; font-weight: 650; font-size: 1.06rem; padding: 0.95rem 1.2rem; }
.primary:hover { background: var(--brand-dark); } .primary:disabled { opacity: 0.75; cursor: progress; }
.secondary { border: 1px solid var(--brand); border-radius: var(--radius); background: #fff; color: var(--brand-dark); font-weight: 600; padding: 0.6rem 1rem; }
.quiet { width: 100%; border: 0; background: none; color: var(--soft); padding: 0.8rem; text-decoration: underline; text-underline-offset: 3px; border-radius: var(--radius); }
.quiet:hover { color: var(--ink); }
.field { display: grid; gap: 0.3rem; }
.field label, legend, .without-script h2 { font-weight: 600; font-size: 0.93rem; }
.field input, .field select { font: inherit; width: 100%; min-height: 3rem; padding: 0.6rem 0.85rem; color: var(--ink); background: #fff; border: 1px solid #87929b; border-radius: 10px; }
.field input::placeholder { color: #77838d; }
.field input:focus { outline: 3px solid var(--ring); outline-offset: 0; border-color: var(--brand); }
.field input[aria-invalid] { border-color: var(--bad); background: var(--bad-tint); }
input[type=radio], input[type=checkbox] { width: 1.15rem; height: 1.15rem; accent-color: var(--brand); flex: none; margin: 0; }
.js .without-script { display: none; }
html:not(.js) :is(.fill, .with-script) { display: none; }
`

const checkout = `
.checkout { display: grid; grid-template-columns: minmax(17rem, 0.8fr) minmax(20rem, 1fr); gap: 3rem; max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; align-items: start; }
.summary { display: grid; gap: 0.4rem; position: sticky; top: 2rem; }
.summary h1 { font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; }
.grand { font-size: 2.4rem; font-weight: 680; letter-spacing: -0.02em; line-height: 1.2; }
.charge { display: grid; grid-template-columns: 1fr auto; gap: 0.2rem 1rem; } .charge[hidden] { display: none; } .charge dd { margin: 0; text-align: right; } .charge dt:last-of-type, .charge dd:last-of-type { color: var(--brand-dark); font-weight: 650; }
.basket { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 0.9rem; }
.basket summary { display: flex; justify-content: space-between; font-weight: 600; cursor: pointer; border-radius: 6px; }
.basket summary::after { content: "▾"; color: var(--soft); margin-left: 0.6rem; transition: transform 0.2s; } .basket:not([open]) summary::after { transform: rotate(-90deg); }
.basket .count { margin-left: auto; color: var(--soft); font-weight: 400; }
.basket li, .basket .sum { display: flex; justify-content: space-between; gap: 1rem; padding: 0.45rem 0; }
.basket li span:first-child { overflow-wrap: anywhere; } .basket .sum { border-top: 1px solid var(--line); font-weight: 650; margin-top: 0.3rem; }
.summary .note { margin-top: 0.8rem; }
.payment { display: grid; gap: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 18px; padding: 1.8rem; box-shadow: 0 18px 40px -28px rgb(23 33 43 / 0.35); }
#pay-form { display: grid; gap: 1.4rem; } #part-form { display: grid; gap: 1rem; } #part-form .foot { margin: 0; }
.parts li { display: flex; justify-content: space-between; gap: 1rem; }
.stored-card { display: flex; gap: 0.5rem; } .stored-card .choice { flex: 1; } .expired { color: var(--bad); }
.delete-card { border: 1px solid var(--line); border-radius: 10px; background: #fff; color: var(--bad); padding: 0 0.8rem; }
.default { position: absolute; left: -999rem; }
.new-card, .stored, .installments, .loyalty, #loyalties, .switches, .without-script { display: grid; gap: 0.9rem; }
.new-card legend, .installments legend, .stored legend { margin-bottom: 0.7rem; font-size: 1.02rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.9rem; align-items: start; }
.choice, .option { display: flex; align-items: center; gap: 0.75rem; border: 1px solid var(--line); padding: 0.75rem 0.9rem; cursor: pointer; background: #fff; }
.choice { border-radius: 10px; } .choice:has(:checked), .option:has(:checked) { background: var(--tint); border-color: var(--brand); position: relative; }
.choice + .choice, .stored-card + :is(.stored-card, .choice) { margin-top: -0.4rem; }
.issuer { color: var(--soft); font-size: 0.88rem; margin-bottom: 0.5rem; }
.options li + li { margin-top: -1px; } .option { display: grid; grid-template-columns: auto 1fr auto; gap: 0 0.75rem; }
.options li:first-child .option { border-radius: 10px 10px 0 0; } .options li:last-child .option { border-radius: 0 0 10px 10px; } .options li:only-child .option { border-radius: 10px; }
.option input { grid-row: 1 / span 2; } .option .times { font-weight: 600; } .option .month { grid-column: 2; grid-row: 2; color: var(--soft); font-size: 0.85rem; }
.option .month:empty { display: none; } .option .amount { grid-column: 3; grid-row: 1; justify-self: end; }
.badge { grid-column: 3; grid-row: 2; justify-self: end; color: var(--brand-dark); font-size: 0.8rem; font-weight: 600; }
.switches { gap: 0.6rem; } .switch { display: flex; gap: 0.7rem; align-items: center; cursor: pointer; } .switches .help { padding-left: 1.85rem; }
.foot { text-align: center; margin-top: -0.6rem; }
.busy { pointer-events: none; opacity: 0.85; }
.without-script { border: 1px dashed #aab4bb; border-radius: var(--radius); padding: 1rem; justify-items: start; } .without-script .field { width: 100%; }
.test-cards { border-top: 1px solid var(--line); padding-top: 0.9rem; font-size: 0.9rem; } .test-cards summary { cursor: pointer; font-weight: 600; border-radius: 6px; }
.test-cards .help { margin: 0.4rem 0; } .test-cards li { display: grid; grid-template-columns: 10.5rem 1fr auto; gap: 0.7rem; align-items: center; padding: 0.3rem 0; border-top: 1px solid #eef1f2; }
.test-cards li span { color: var(--soft); font-size: 0.82rem; overflow-wrap: anywhere; }
.fill { border: 1px solid var(--line); background: #fff; border-radius: 8px; padding: 0.25rem 0.7rem; font-size: 0.85rem; } .fill:hover { border-color: var(--brand); }
`

const others = `
.notice { max-width: 28rem; margin: 12vh auto 0; padding: 2.2rem 2rem; text-align: center; display: grid; gap: 0.8rem; justify-items: center; background: var(--paper); border: 1px solid var(--line); border-radius: 18px; }
.notice h1 { font-size: 1.35rem; } .notice form { width: 100%; margin-top: 0.6rem; }
.mark { width: 3.4rem; height: 3.4rem; border-radius: 50%; display: grid; place-items: center; font-size: 1.6rem; font-weight: 700; background: var(--tint); color: var(--brand-dark); }
.expired .mark, .unknown .mark { background: var(--sand); color: var(--sand-ink); } .broken .mark { background: var(--bad-tint); color: var(--bad); }
.spinner { width: 2.6rem; height: 2.6rem; border-radius: 50%; border: 4px solid var(--tint); border-top-color: var(--brand); animation: turn 0.9s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
.at-bank { --brand: #1d4c8f; --brand-dark: #163a6d; --tint: #e8eef7; --ring: #bcd0ec; }
.bank { max-width: 27rem; margin: 5vh auto 3rem; background: var(--paper); border: 1px solid var(--line); border-top: 6px solid var(--brand); border-radius: 6px; padding: 1.6rem; display: grid; gap: 1.1rem; }
.bank header { display: flex; justify-content: space-between; gap: 1rem; align-items: center; } .bank-name { font-weight: 700; color: var(--brand-dark); }
.seal { border: 1px solid var(--brand); color: var(--brand-dark); border-radius: 6px; font-size: 0.78rem; font-weight: 650; padding: 0.15rem 0.55rem; white-space: nowrap; }
.bank h1 { font-size: 1.3rem; } .bank dl { display: grid; grid-template-columns: auto 1fr; gap: 0.35rem 1.2rem; background: var(--ground); border-radius: 6px; padding: 0.9rem 1rem; }
.bank dt { color: var(--soft); } .bank dd { text-align: right; font-weight: 600; overflow-wrap: anywhere; }
.bank form { display: grid; gap: 0.9rem; } .bank #code { font-size: 1.35rem; letter-spacing: 0.3em; text-align: center; font-variant-numeric: tabular-nums; }
.bank .hint { background: var(--sand); color: var(--sand-ink); border-radius: 8px; padding: 0.4rem 0.7rem; justify-self: start; } .bank :is(.primary, .secondary), .bank .field input { border-radius: 6px; } .bank .quiet { margin-top: -0.5rem; }
.framed, html:has(.framed) { background: #fff; } .framed .ribbon span { display: none; } .framed .checkout { grid-template-columns: 1fr; gap: 1rem; padding: 1rem; max-width: 36rem; }
.framed .summary { position: static; } .framed .grand { font-size: 1.7rem; } .framed .payment { border: 0; box-shadow: none; padding: 0; } .framed .notice, .framed .bank { margin-top: 1rem; border-left: 0; border-right: 0; border-bottom: 0; }
@media (max-width: 860px) {
  .checkout { grid-template-columns: 1fr; gap: 1.2rem; padding: 1.2rem 1rem 3rem; max-width: 36rem; } .summary { position: static; }
  .grand { font-size: 2rem; } .basket { margin-top: 0.4rem; } .payment { padding: 1.2rem 1rem; border-radius: 14px; }
}
@media (max-width: 480px) { .notice { margin: 2rem 1rem 0; padding: 1.6rem 1.2rem; } .bank { margin: 1rem; } .test-cards li { grid-template-columns: 1fr auto; } .test-cards li span { grid-row: 2; } .ribbon { font-size: 0.8rem; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
`

/** One stylesheet for all the shopper's pages, inlined under the nonce: no request leaves for it. */
export const pageStyle = base + checkout + others + methodStyle + cardPictureStyle
