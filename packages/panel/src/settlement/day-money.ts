import type { CurrencyCode } from '@craftgate-commerce/core'
import { MOST_ENTRIES, type SettlementFigures } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { CRAFTGATE_ZONE, endOfDay, startOfDay } from '../days/days'
import { pathTo, type UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { table } from '../ui/tables'
import { countText, dayText, moneyText } from '../ui/texts'
import { settlementWords } from './words'

export interface DayOfMerchant {
  readonly merchant: string
  readonly day: string
}

/** The day that payments are compared by is Craftgate's; so is this. */
export const periodOf = (day: string) => ({
  from: startOfDay(day, CRAFTGATE_ZONE),
  until: endOfDay(day, CRAFTGATE_ZONE),
})

/** What was charged on a day, what banks keep of it, and when they pay the rest; nothing where no entries are kept. */
export async function dayMoney(request: UserRequest, { merchant, day }: DayOfMerchant): Promise<Html | ''> {
  const { host, user, lang } = request
  const words = settlementWords[lang]
  const entries = await host.settlement?.(user, { merchant })
  if (entries === undefined) return ''
  const figures = await entries.figures(periodOf(day))
  const address = new URLSearchParams({ account: merchant, day })
  const csv = html`<div class="row"><a class="button secondary" href="${pathTo(request, '/settlement/day.csv')}?${address.toString()}">${words.csv}</a></div>`
  return html`<section class="card" aria-labelledby="money"><h2 id="money">${words.money}</h2><p class="help">${words.moneyHelp}</p>
    ${figures.isCut ? notice(words.moneyCut(countText(MOST_ENTRIES, lang)), 'warn') : ''}${sums(request, figures)}${unknown(request, figures)}
    ${figures.payouts.length === 0 ? '' : html`<h3>${words.byDay}</h3>${byDay(request, figures)}${csv}`}</section>`
}

interface Sum {
  readonly count: number
  readonly charged: number
  readonly bankCommission: number
}

const NOTHING: Sum = { count: 0, charged: 0, bankCommission: 0 }

const add = (one: Sum, other: Sum): Sum => ({
  count: one.count + other.count,
  charged: one.charged + other.charged,
  bankCommission: one.bankCommission + other.bankCommission,
})

/** Of each currency: its payments whose commission is known. */
function sums({ lang }: UserRequest, { payouts, refunds }: SettlementFigures): Html {
  const words = settlementWords[lang]
  const currencies = [...new Set([...payouts, ...refunds].map(({ currency }) => currency))]
  const rows = currencies.map((currency) => {
    const of = payouts.filter((each) => each.currency === currency).reduce<Sum>(add, NOTHING)
    const back = refunds.find((each) => each.currency === currency)?.charged ?? 0
    return [currency, ...cellsOf(of, currency, lang), moneyText({ minor: back, currency }, lang)]
  })
  const heads = [words.currency, ...headsOf(lang), `${words.cardRefunds}#`]
  return table({ caption: words.money, heads, rows, empty: words.noMoney })
}

/** Payments are never counted as costing nothing because nobody said what they cost. */
const unknown = ({ lang }: UserRequest, figures: SettlementFigures): readonly Html[] =>
  figures.unknown.map(({ count, charged: minor, currency }) =>
    notice(
      settlementWords[lang].notKnown(countText(count, lang), moneyText({ minor, currency }, lang)),
      'warn',
    ),
  )

function byDay({ lang }: UserRequest, { payouts }: SettlementFigures): Html {
  const words = settlementWords[lang]
  const rows = payouts.map(({ day, currency, ...of }) => [
    day === undefined ? words.dayNotTold : dayText(day, lang, CRAFTGATE_ZONE),
    ...cellsOf(of, currency, lang),
  ])
  return table({ caption: words.byDay, heads: [words.payoutDay, ...headsOf(lang)], rows, empty: '' })
}

type Lang = UserRequest['lang']

function headsOf(lang: Lang): readonly string[] {
  const { paymentCount, charged, bankCommission, net } = settlementWords[lang]
  return [paymentCount, charged, bankCommission, net].map((head) => `${head}#`)
}

function cellsOf(
  { count, charged, bankCommission }: Sum,
  currency: CurrencyCode,
  lang: Lang,
): readonly string[] {
  const money = (minor: number) => moneyText({ minor, currency }, lang)
  return [countText(count, lang), money(charged), money(bankCommission), money(charged - bankCommission)]
}
