import { type ComparedDay, CraftgateError, readTimeOfDay } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { CRAFTGATE_ZONE, readDay, startOfDay } from '../days/days'
import { pathTo, type UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { countText, dayText, moneyText } from '../ui/texts'
import { dayMoney } from './day-money'
import { settlementWords } from './words'

/** GET /settlement/day: a day of Craftgate's beside the shop, as a table of what differs; `from` begins a part of a long one. */
export async function comparePage(request: UserRequest): Promise<Response> {
  const { c, commerce, lang, user } = request
  const words = settlementWords[lang]
  const merchant = user.merchants.find((name) => name === c.req.query('account'))
  const day = readDay(c.req.query('day'))
  if (merchant === undefined || day === undefined) return missingPage(request)
  const from = readTimeOfDay(c.req.query('from'))
  const asked = commerce.reports.compareDay(merchant, day, from).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const [compared, money] = await Promise.all([asked, dayMoney(request, { merchant, day })])
  return answerPage(request, {
    title: words.compareTitle(dayText(startOfDay(day, CRAFTGATE_ZONE), lang, CRAFTGATE_ZONE)),
    section: 'settlement',
    body: html`<p><a href="${pathTo(request, '/settlement')}">← ${words.toSettlement}</a></p>
      ${money}${CraftgateError.is(compared) ? notice(compared.merchantMessage[lang], 'bad') : shown(request, { merchant, day, ...compared })}`,
  })
}

interface Shown extends ComparedDay {
  readonly merchant: string
  readonly day: string
}

function shown(request: UserRequest, day: Shown): Html {
  const { compared, ofNoOrder, taken, differences, isCut } = day
  const { lang } = request
  const words = settlementWords[lang]
  const count = countText(compared, lang)
  const ofShop = taken === undefined ? undefined : countText(taken, lang)
  const rows = differences.map(({ kind, paymentId, atCraftgate, inShop, reference, state }) => [
    reference === undefined
      ? html`<code>${paymentId}</code>`
      : html`<a href="${pathTo(request, `/payments/${encodeURIComponent(reference)}`)}"><code>${paymentId}</code></a>`,
    words.differences[kind],
    atCraftgate === undefined ? '–' : moneyText(atCraftgate, lang),
    inShop === undefined
      ? '–'
      : `${moneyText(inShop, lang)}${state === undefined ? '' : `, ${request.words.states[state]}`}`,
  ])
  const others =
    ofNoOrder === 0 ? '' : html`<p class="help">${words.ofNoOrder(countText(ofNoOrder, lang))}</p>`
  const heads = [words.payment, words.difference, `${words.atCraftgate}#`, `${words.inShop}#`]
  return html`${isCut ? notice(words.cut(count), 'warn') : ''}
    <section class="card" aria-label="${words.difference}">${table({ caption: words.difference, heads, rows, empty: words.allWell(countText(compared - ofNoOrder, lang), ofShop) })}${others}${partOf(request, day)}</section>`
}

/** Of a day that is compared at once nothing is said. */
function partOf(request: UserRequest, { from, until, next, merchant, day }: Shown): Html | '' {
  const words = settlementWords[request.lang]
  if (next === undefined && from === '00:00:00') return ''
  const address = new URLSearchParams({ account: merchant, day, from: next ?? '' })
  const link = html`<a class="button secondary" href="${pathTo(request, '/settlement/day')}?${address.toString()}">${words.nextPart(next ?? '')}</a>`
  return html`<p class="help">${words.part(from, until)}</p>${next === undefined ? '' : html`<div class="row">${link}</div>`}`
}
