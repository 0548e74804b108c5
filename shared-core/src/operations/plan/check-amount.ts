import { type CurrencyCode, type Money, money } from '../../money'
import { type Refusal, refusal } from './refusal'

/** Refuses an amount that is not above zero, not exact, or not in the payment's currency. */
export function checkAmount(amount: Money, currency: CurrencyCode): Refusal | undefined {
  if (amount.currency !== currency) return wrongCurrency(amount.currency, currency)
  if (amount.minor <= 0 || !isExact(amount)) return notPositive
  return undefined
}

function isExact(amount: Money): boolean {
  try {
    return money(amount.minor, amount.currency) !== undefined
  } catch {
    return false
  }
}

const notPositive = refusal('amount', {
  tr: 'Tutar sıfırdan büyük olmalı ve kuruşun altında basamak içermemeli.',
  en: 'The amount must be above zero, in whole minor units.',
})

const wrongCurrency = (asked: string, paid: string) =>
  refusal('currency', {
    tr: `Ödeme ${paid} ile alındı; ${asked} ile işlem yapılamaz.`,
    en: `The payment was made in ${paid}; it cannot be handled in ${asked}.`,
  })
