import type { ComparedDay } from '@craftgate-commerce/core'
import { CraftgateError } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { readDay } from '../days/days'
import { pathTo, type UserRequest } from '../http/panel-request'
import { type Html, notice } from '../ui/components'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { countText, moneyText } from '../ui/texts'
import { settlementWords } from './words'

/** GET /settlement/day: a day of Craftgate's beside the shop, as a table of what differs. */
export async function comparePage(request: UserRequest): Promise<Response> {
  const { c, commerce, lang, user } = request
  const words = settlementWords[lang]
  const merchant = user.merchants.find((name) => name === c.req.query('account'))
  const day = readDay(c.req.query('day'))
  if (merchant === undefined || day === undefined) return missingPage(request)
  const compared = await commerce.reports.compareDay(merchant, day).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  return answerPage(request, {
    title: words.compareTitle(day),
    section: 'settlement',
    body: html`<p><a href="${pathTo(request, '/settlement')}">← ${words.toSettlement}</a></p>
      ${CraftgateError.is(compared) ? notice(compared.merchantMessage[lang], 'bad') : shown(request, compared)}`,
  })
}

function shown(request: UserRequest, { compared, differences, isCut }: ComparedDay): Html {
  const { lang } = request
  const words = settlementWords[lang]
  const count = countText(compared, lang)
  const rows = differences.map(({ kind, paymentId, atCraftgate, inShop, reference, state }) => [
    reference === undefined
      ? html`<code>${paymentId}</code>`
      : html`<a href="${pathTo(request, `/payments/${encodeURIComponent(reference)}`)}"><code>${paymentId}</code></a>`,
    words.differences[kind],
    moneyText(atCraftgate, lang),
    inShop === undefined
      ? '–'
      : `${moneyText(inShop, lang)}${state === undefined ? '' : `, ${request.words.states[state]}`}`,
  ])
  const heads = [words.payment, words.difference, `${words.atCraftgate}#`, `${words.inShop}#`]
  return html`${isCut ? notice(words.cut(count), 'warn') : ''}
    <section class="card" aria-label="${words.difference}">${table({ caption: words.difference, heads, rows, empty: words.allWell(count) })}</section>`
}
