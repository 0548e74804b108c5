import type { CurrencyCode } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import { table } from '../ui/tables'
import { countText, moneyText, percentText, pointsText } from '../ui/texts'
import { averageOf, paymentsApproved, purchasesPaid, type Totals, totalOf } from './figures'
import { todayWords } from './words'

type Read = (totals: Totals) => number | undefined

/** Today, the week and the week before, the month, of one currency. `days`: oldest first, the last is today. */
export function overviewCard({ lang }: UserRequest, currency: CurrencyCode, days: readonly Totals[]): Html {
  const words = todayWords[lang]
  const week = totalOf(days.slice(-7))
  const before = totalOf(days.slice(-14, -7))
  const [today, month] = [totalOf(days.slice(-1)), totalOf(days)]
  const money = (minor: number) => moneyText({ minor, currency }, lang)
  const count = (number: number) => countText(number, lang)
  const percent = (part: number) => percentText(part, lang)
  const row = (name: string, read: Read, write: (value: number) => string, isShare = false) => {
    const cell = (totals: Totals) => {
      const value = read(totals)
      return value === undefined ? '–' : write(value)
    }
    const change = changeOf(read(week), read(before), isShare)
    const changeText = isShare ? pointsText : percentText
    const changed = change === undefined ? '–' : changeText(change, lang, 'always')
    return [name, cell(today), cell(week), cell(before), changed, cell(month)]
  }
  const rows = [
    row(words.turnover, ({ turnover }) => turnover, money),
    row(words.paid, ({ paid }) => paid, count),
    row(words.average, averageOf, money),
    row(words.paymentsApproved, paymentsApproved, percent, true),
    row(words.purchasesPaid, purchasesPaid, percent, true),
    row(words.refunded, ({ refunded }) => refunded, money),
    row(words.refunds, ({ refunds }) => refunds, count),
    row(words.interest, ({ interest }) => interest, money),
  ]
  const heads = [
    words.figure,
    ...[words.today, words.week, words.weekBefore, words.change, words.month].map((head) => `${head}#`),
  ]
  const caption = `${words.overview} ${currency}`
  return html`<section class="card" aria-label="${caption}"><h2>${words.overview}</h2>${table({ caption, heads, rows, empty: '' })}</section>`
}

/** Of a share the difference in points; of an amount how much more that is. */
function changeOf(now: number | undefined, before: number | undefined, isShare: boolean): number | undefined {
  if (now === undefined || before === undefined) return undefined
  if (isShare) return now - before
  return before === 0 ? undefined : now / before - 1
}
