import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { MethodName } from './method'
import { PAGE_METHOD_NAMES } from './methods'

/**
 * Each method's page of the portal begins with "it must be open in the merchant's settings". Throws a validation error
 * for one that the seed's `paymentMethods` leaves out; names that the hosted page does not have are open for all.
 */
export function requireOpenMethod({ paymentMethods }: Merchant, method: MethodName): void {
  const page = PAGE_METHOD_NAMES.find((name) => name === method)
  if (page !== undefined && !paymentMethods.includes(page)) throw notOpen(method)
}

const notOpen = (method: string) =>
  ApiError.invalid('4111', {
    tr: `${method} ödeme yöntemi üye işyeri için açık değil`,
    en: `${method} is not open for this merchant`,
  })
