// Payments that a merchant looks for by what stands on the shopper's receipt. The shop keeps no digit of a card for it.
// developer.craftgate.io/api/payment-reports/search-payments
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { PaymentRef } from '../platform'

export interface PaymentsByCard {
  /** The newest hundred that succeeded with a card that ends in these four digits. Asks Craftgate. Throws CraftgateError. */
  paymentsByCard(account: string, lastFour: string): Promise<readonly PaymentRef[]>
}

const MOST = 100
const pageShape = z.object({ items: z.array(z.object({ id: z.int() })) })

export const createPaymentsByCard = (clientFor: (account: string) => CraftgateClient): PaymentsByCard => ({
  async paymentsByCard(account, lastFour) {
    const query = { lastFourDigits: lastFour, paymentStatus: 'SUCCESS', size: MOST }
    const answer = await clientFor(account).call('searchPayments', { query })
    return readAnswer(pageShape, answer, 'payments of a card').items.map(({ id }) => ({
      account,
      paymentId: id,
    }))
  },
})
