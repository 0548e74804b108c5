import type { CurrencyCode } from '@craftgate-commerce/core'
import { paymentMethod, type SalesFigures } from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import { table } from '../ui/tables'
import { countText, moneyText, percentText } from '../ui/texts'
import { type Group, groupPayments } from './figures'
import { todayWords } from './words'

/** As many as a merchant looks at. */
const MOST_ROWS = 12

/** What was tried in these days, by instalments, way, bank, POS and reason of a decline. */
export function mixCards(request: UserRequest, figures: SalesFigures, currency: CurrencyCode): Html {
  const { lang } = request
  const words = todayWords[lang]
  const by = (nameOf: Parameters<typeof groupPayments>[2]) => groupPayments(figures, currency, nameOf)
  const wayOf = (method = '') => paymentMethod(method)?.label[lang] ?? (method || words.unknown)
  const mix = { request, currency }
  return html`
    ${mixCard(
      mix,
      words.installments,
      by(({ installment }) => words.installment(installment)),
    )}
    ${mixCard(
      mix,
      words.ways,
      by(({ method }) => wayOf(method)),
    )}
    ${mixCard(
      mix,
      words.banks,
      by(({ bank }) => bank),
    )}
    ${mixCard(
      mix,
      words.poses,
      by(({ pos }) => pos),
    )}
    ${declinesCard(
      mix,
      by(({ isApproved, errorGroup = 'UNKNOWN' }) => (isApproved ? undefined : errorGroup)),
    )}`
}

interface Mix {
  readonly request: UserRequest
  readonly currency: CurrencyCode
}

const paymentsOf = ({ approved, declined }: Group): number => approved + declined

function mixCard({ request: { lang }, currency }: Mix, title: string, groups: readonly Group[]): Html | '' {
  const words = todayWords[lang]
  if (groups.length === 0) return ''
  const rows = groups
    .slice(0, MOST_ROWS)
    .map((group) => [
      group.name,
      countText(group.approved, lang),
      percentText(group.approved / paymentsOf(group), lang),
      moneyText({ minor: group.amount, currency }, lang),
    ])
  const heads = [words.name, `${words.approved}#`, `${words.rate}#`, `${words.amount}#`]
  const caption = `${title} ${currency}`
  return html`<section class="card" aria-label="${caption}"><h2>${title}</h2>${table({ caption, heads, rows, empty: '' })}</section>`
}

function declinesCard({ request: { lang }, currency }: Mix, groups: readonly Group[]): Html {
  const words = todayWords[lang]
  const all = groups.reduce((sum, { declined }) => sum + declined, 0)
  const rows = groups.slice(0, MOST_ROWS).map(({ name, declined }) => {
    const { merchant, uncertain, retryableByShopper } = describeErrorGroup(name)
    const advice = uncertain ? 'bank' : retryableByShopper ? 'shopper' : 'merchant'
    return [
      html`${merchant[lang]} <code>${name}</code>`,
      countText(declined, lang),
      percentText(declined / all, lang),
      words.advices[advice],
    ]
  })
  const heads = [words.reason, `${words.attempts}#`, `${words.share}#`, words.advice]
  const caption = `${words.declines} ${currency}`
  return html`<section class="card" aria-label="${caption}"><h2>${words.declines}</h2>${table({ caption, heads, rows, empty: words.noDeclines })}</section>`
}
