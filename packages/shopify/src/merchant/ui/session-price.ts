import { type CurrencyCode, money, toDecimal } from '@craftgate-commerce/core'
import { decimalText } from '@craftgate-commerce/panel/ui'
import type { Lang } from '../i18n'

interface Priced {
  readonly amount: number | null
  readonly currency: CurrencyCode | null
}

/** "100.00" of a session's minor units; undefined for a void, which has no amount. */
export const decimalOf = ({ amount, currency }: Priced): string | undefined =>
  amount === null || currency === null ? undefined : toDecimal(money(amount, currency))

export function sessionPrice(session: Priced, lang: Lang): string {
  const decimal = decimalOf(session)
  return decimal === undefined ? '–' : decimalText(decimal, session.currency ?? '', lang)
}
