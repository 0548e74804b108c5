import type { CheckoutState, DeclinedPayment } from '@craftgate-commerce/core'
import { noteIn } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { PanelEvent, PanelPaymentDetail } from '../panel-host'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { moneyText } from '../ui/texts'

/** Of money that no order could take, core's note says why; elsewhere the state says it all. */
const EXPLAINED: ReadonlySet<CheckoutState> = new Set(['refunding', 'refunded', 'needs-review'])

interface Entry {
  readonly at: Date | undefined
  readonly text: Html | string
}

/** What happened to the purchase, with each try that was declined: the bank's reason, and what can be done about it. */
export function timelineCard(request: UserRequest, { events, declined = [] }: PanelPaymentDetail): Html | '' {
  const { words } = request
  const entries = [
    ...events.map((event) => eventEntry(request, event)),
    ...declined.map((decline) => declineEntry(request, decline)),
  ].sort((one, other) => timeOf(one) - timeOf(other))
  if (entries.length === 0) return ''
  return html`<section class="card" aria-labelledby="timeline"><h2 id="timeline">${words.payment.timeline}</h2>
    <ol class="timeline">${entries.map(
      ({ at, text }) => html`<li>${at === undefined ? '' : moment(at, request)}<span>${text}</span></li>`,
    )}</ol></section>`
}

const timeOf = ({ at }: Entry): number => at?.getTime() ?? 0

function eventEntry({ words, lang }: UserRequest, event: PanelEvent): Entry {
  const { at } = event
  if ('text' in event) return { at, text: event.text[lang] }
  const { state, note } = event
  return {
    at,
    text: `${words.states[state]}${note !== undefined && EXPLAINED.has(state) ? `: ${noteIn(note)[lang]}` : ''}`,
  }
}

function declineEntry({ words, lang }: UserRequest, { at, facts, error, advice }: DeclinedPayment): Entry {
  const { card, paidPrice } = facts
  const shown = [card?.bankName, card?.lastFour && `•••• ${card.lastFour}`].filter(Boolean).join(' ')
  const group = error.group ?? error.code
  return {
    at,
    text: html`${words.payment.declined(moneyText(paidPrice, lang))}${shown && `, ${shown}`}. ${advice[lang]} <code>${group}</code>`,
  }
}
