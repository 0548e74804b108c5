import type { CurrencyCode } from '@craftgate-commerce/core'
import { MOST_ENTRIES, type SalesFigures } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { lastDays, zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { countText, dayText, moneyText } from '../ui/texts'
import { barChart } from './chart'
import { currenciesOf, daysOf, type Totals, totalOf } from './figures'
import { mixCards } from './mix-cards'
import { overviewCard } from './overview-card'
import { todayWords } from './words'

const DAYS = 30

/** GET /today: how the shop sells, by day, from its own records. */
export async function todayPage(request: UserRequest): Promise<Response> {
  const { host, lang, user } = request
  const words = todayWords[lang]
  const days = lastDays(host.clock(), DAYS, zoneOf(host))
  const figures = await host.figures?.(user, days)
  return answerPage(request, {
    title: request.words.sections.today,
    section: 'today',
    body:
      figures === undefined
        ? html`<p class="card empty">${words.notKept}</p>`
        : html`<p class="soft">${words.lead}</p>${shown(request, figures, days)}`,
  })
}

function shown(request: UserRequest, figures: SalesFigures, days: readonly Date[]): Html {
  const { lang } = request
  const words = todayWords[lang]
  const currencies = currenciesOf(figures)
  if (currencies.length === 0) return html`<p class="card empty">${words.none}</p>`
  const meanings = words.meanings.map((text) => html`<li>${text}</li>`)
  return html`${figures.isCut ? notice(words.cut(countText(MOST_ENTRIES, lang)), 'warn') : ''}
    ${currencies.map((currency) => ofCurrency(request, { figures, currency, days, isOnly: currencies.length === 1 }))}
    <details class="card"><summary>${words.meaning}</summary><ul class="plainlist">${meanings}</ul></details>`
}

interface Shown {
  readonly figures: SalesFigures
  readonly currency: CurrencyCode
  readonly days: readonly Date[]
  readonly isOnly: boolean
}

function ofCurrency(request: UserRequest, { figures, currency, days, isOnly }: Shown): Html {
  const totals = daysOf(figures, currency, DAYS)
  return html`${isOnly ? '' : html`<h2 id="of-${currency}">${currency}</h2>`}
    ${overviewCard(request, currency, totals)}${chartCard(request, { currency, days, totals })}
    <div class="columns">${mixCards(request, figures, currency)}</div>`
}

interface Charted extends Pick<Shown, 'currency' | 'days'> {
  readonly totals: readonly Totals[]
}

function chartCard({ host, lang }: UserRequest, { currency, days, totals }: Charted): Html {
  const words = todayWords[lang]
  const zone = zoneOf(host)
  const dayAt = (index: number) => dayText(days[index] ?? new Date(0), lang, zone)
  const money = (minor: number) => moneyText({ minor, currency }, lang)
  const best = totals.reduce((found, { turnover }, at) => {
    return turnover > (totals[found]?.turnover ?? 0) ? at : found
  }, 0)
  const summary = words.summary(
    dayAt(0),
    dayAt(DAYS - 1),
    money(totalOf(totals).turnover),
    money(totals[best]?.turnover ?? 0),
    dayAt(best),
  )
  const bars = totals.map(({ turnover: value }, at) => ({ label: dayAt(at), text: money(value), value }))
  const rows = totals
    .map((day, at) => [
      dayAt(at),
      money(day.turnover),
      countText(day.paid, lang),
      money(day.refunded),
      countText(day.declined, lang),
    ])
    .reverse()
  const heads = [
    words.day,
    `${words.turnover}#`,
    `${words.paid}#`,
    `${words.refunded}#`,
    `${words.declined}#`,
  ]
  return html`<section class="card" aria-label="${words.byDay} ${currency}"><h2>${words.byDay}</h2>${barChart(bars, summary)}
    <details><summary>${words.numbers}</summary>${table({ caption: `${words.byDay} ${currency}`, heads, rows, empty: '' })}</details></section>`
}
