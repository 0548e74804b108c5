import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

/** How many lines of a list the page shows. */
const MAX_ROWS = 100

const good = new Set([
  ...['SUCCESS', 'delivered', 'paid', 'APPROVED', 'seen', 'ready'],
  ...['on sale', 'ACTIVE', 'NOT_FRAUD', 'PAYOUT_COMPLETED'],
])
const bad = new Set(['FAILURE', 'given-up', 'BLOCK', 'lost', 'error', 'BOUNCED', 'FRAUD'])
const waiting = new Set([
  'WAITING',
  'INIT_THREEDS',
  'CALLBACK_THREEDS',
  'REVIEW',
  'pending',
  'open',
  'PARTIAL_REFUNDED',
  ...['CREATED', 'UPLOADED', 'UPDATED', 'on its way', 'being made'],
  ...['WAITING_FOR_PAYOUT', 'PAYOUT_STARTED', 'REFUND_ONLY', 'AUTOPILOT'],
])

/** A state as a coloured word; the word alone says it too. */
export function tag(state: string): Html {
  const tone = good.has(state) ? 'good' : bad.has(state) ? 'bad' : waiting.has(state) ? 'wait' : 'plain'
  return html`<span class="tag ${tone}">${state}</span>`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Istanbul',
})

/** "24 Nov, 11:39:24" in the sandbox's day, which is Istanbul's. */
export const moment = (iso: string): Html =>
  html`<time datetime="${iso}">${clock.format(new Date(iso))}</time>`

/** A moment of the sandbox as the console's data have it. */
export function isoOf(at: number): string
export function isoOf(at: number | undefined): string | undefined
export function isoOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}

/** A value with a button that copies it. */
export const copyable = (value: string): Html =>
  html`<code class="value">${value}</code> <button type="button" class="copy" data-copy="${value}" aria-label="Copy ${value}">copy</button>`

/** A button that posts one action of the console. */
export function actionButton(
  label: string,
  fields: Readonly<Record<string, string>>,
  pressed?: boolean,
): Html {
  const state = pressed === undefined ? '' : html`aria-pressed="${String(pressed)}"`
  return html`<form method="post" action="/_console/act" class="act">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <button type="submit" ${state}>${label}</button>
  </form>`
}

const headCell = (name: string): Html =>
  name === ''
    ? html`<td></td>`
    : html`<th scope="col" class="${name.endsWith('#') ? 'number' : ''}">${name.replace(/#$/, '')}</th>`

/** A section with a list as a table, or a sentence while it is empty. */
export function tableSection<T>(table: {
  readonly id: string
  readonly title: string
  /** Newest first. */
  readonly lines: readonly T[]
  /** A head that ends in # stands over numbers. */
  readonly heads: readonly string[]
  readonly row: (line: T) => Html
  readonly empty: string
}): Html {
  const { id, title, lines, heads, row, empty } = table
  const total = lines.length
  const rows = lines.slice(0, MAX_ROWS).map((line) => row(line))
  const head = html`<h2>${title} <span class="count">${total}</span></h2>`
  if (total === 0) return html`<section id="${id}">${head}<p class="empty">${empty}</p></section>`
  return html`<section id="${id}">${head}
    <div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><caption class="hidden">${title}</caption>
      <thead><tr>${heads.map(headCell)}</tr></thead>
      <tbody>${rows}</tbody>
    </table></div>
    ${total > rows.length ? html`<p class="empty">The newest ${rows.length} of ${total}. All of them: <a href="/_console/data">/_console/data</a></p>` : ''}
  </section>`
}
