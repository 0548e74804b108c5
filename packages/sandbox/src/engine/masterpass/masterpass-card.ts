import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { PresentedCard } from '../cards/present-card'
import { allTestCards, type TestCard } from '../cards/test-card'
import { factsOfCard } from '../provider-pages/card-behind'

/**
 * The documented card that stands in the shopper's Masterpass account under this BIN, a successful one where there is one;
 * so only a BIN that has none, as 51015200, is declined. Throws when no card of it is documented.
 */
export function masterpassCard(binNumber: string): TestCard {
  const found = [...allTestCards().values()].find(({ bin }) => bin.bin.startsWith(binNumber))
  if (found) return found
  throw ApiError.payment(paymentError('BIN_NOT_FOUND'))
}

export const presentMasterpassCard = (known: TestCard): PresentedCard => ({
  ...{ facts: factsOfCard(known), bin: known.bin, known },
})
