import { CraftgateError } from '../errors'
import type { Localized } from '../localized'

export type InvalidOrderCode =
  | 'invalid-order'
  | 'empty-order'
  | 'nothing-to-pay'
  | 'duplicate-item'
  | 'negative-item'
  | 'order-sum-mismatch'

/** An order that cannot become a basket. Repeating changes nothing: the adapter or the shop's data has to change. */
export function invalidOrder(code: InvalidOrderCode, problem: Localized): CraftgateError {
  return new CraftgateError({
    kind: 'invalid-request',
    code,
    message: problem.en,
    retry: 'no',
    merchantMessage: {
      tr: `Sipariş ödemeye gönderilemedi: ${problem.tr}`,
      en: `The order could not be sent to payment: ${problem.en}`,
    },
  })
}
