import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { ApiError } from '../../errors/api-error'

/** Throws a validation error for a currency that the method does not take. */
export function requireCurrency(method: MethodName, currency: string): void {
  const { currencies } = METHODS[method]
  if (currencies !== 'pos' && !currencies.includes(currency)) throw wrongCurrency(method, currency)
}

/** "Only AUTH is supported" (api/payment/pay-with-ykb-worldpay, bkm_express). */
export function requireAuthPhase(phase: 'AUTH' | 'PRE_AUTH'): void {
  if (phase === 'PRE_AUTH') throw ONLY_AUTH
}

const wrongCurrency = (method: string, currency: string) =>
  ApiError.invalid('4091', {
    tr: `${method} ile ${currency} para biriminde ödeme alınamaz`,
    en: `${method} does not take ${currency}`,
  })

const ONLY_AUTH = ApiError.invalid('4110', {
  tr: 'Bu ödeme yöntemi yalnızca AUTH fazını destekler',
  en: 'This way to pay has no pre-authorization',
})
