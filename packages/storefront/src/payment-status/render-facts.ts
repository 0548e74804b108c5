import type { StorefrontPaid, StorefrontPayment } from '@craftgate-commerce/core/storefront'
import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../shop/lang'
import { moneyText } from '../shop/money-text'
import { WORDS } from './words'

interface Row {
  /** Name of the part. */
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly isStrong?: true
}

const HELD: ReadonlySet<StorefrontPayment['state']> = new Set(['authorized', 'in-review'])

/** Card, instalments, what the card is charged, and what went back. */
export function renderFacts(told: StorefrontPayment, lang: Lang): TemplateResult | typeof nothing {
  const rows = rowsOf(told, lang).filter(({ value }) => value !== undefined)
  if (rows.length === 0) return nothing
  return html`<dl part="facts">
    ${rows.map(
      ({ name, label, value, isStrong }) =>
        html`<dt class=${isStrong ? 'strong' : ''}>${label}</dt><dd class=${isStrong ? 'strong' : ''} part=${name}>${value}</dd>`,
    )}
  </dl>`
}

function rowsOf({ state, price, paid, refunded, order }: StorefrontPayment, lang: Lang): readonly Row[] {
  const words = WORDS[lang]
  const text = (amount: string | undefined) =>
    amount === undefined ? undefined : moneyText(amount, price.currency, lang)
  const card = paid && cardOf(paid)
  const total: Row = { name: 'price', label: words.price, value: text(price.amount) }
  const given: Row = {
    name: 'refunded',
    label: words.refunded,
    value: refunded && moneyText(refunded.amount, refunded.currency, lang),
  }
  const number: Row = { name: 'number', label: words.orderNumber, value: order?.number }
  if (!paid) return [number, total, given]
  return [
    number,
    { name: 'card', label: card ? words.card : words.paidWith, value: card ?? paid.paidWith },
    { name: 'installment', label: words.installments, value: countOf(paid, lang) },
    total,
    { name: 'interest', label: words.interest, value: text(paid.interest) },
    { name: 'points', label: words.points, value: text(paid.pointsUsed) },
    { name: 'wallet', label: words.wallet, value: text(paid.walletShare) },
    {
      name: 'charged',
      label: !card ? words.paid : HELD.has(state) ? words.held : words.charged,
      value: text(paid.amount),
      isStrong: true,
    },
    given,
  ]
}

function cardOf({ cardFamily, cardAssociation, lastFour }: StorefrontPaid): string | undefined {
  if (lastFour === undefined) return undefined
  return [cardFamily ?? cardAssociation, `•••• ${lastFour}`].filter(Boolean).join(' ')
}

function countOf({ installment }: StorefrontPaid, lang: Lang): string | undefined {
  if (installment === undefined) return undefined
  return installment > 1 ? WORDS[lang].times(installment) : WORDS[lang].single
}
