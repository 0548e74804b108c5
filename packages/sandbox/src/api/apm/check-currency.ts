import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { ApiError } from '../../errors/api-error'

/** Throws a validation error when the method takes other currencies only. */
export function checkCurrency(method: MethodName, currency: string): void {
  const { currencies } = METHODS[method]
  if (currencies !== 'pos' && !currencies.includes(currency)) throw wrongCurrency(method, currency)
}

const wrongCurrency = (method: string, currency: string) =>
  ApiError.invalid('4091', {
    tr: `${method} ile ${currency} para biriminde ödeme alınamaz`,
    en: `${method} does not take ${currency}`,
  })
