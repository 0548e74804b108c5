import { randomUUID } from 'node:crypto'
import type { Gateway } from '../client/gateway'
import { unreadableAnswer } from '../client/unreadable-answer'
import { type CardOwner, type StoredCard, storedCards } from './stored-card'

/** More than anybody stores; Craftgate answers page by page. */
const MOST = 100

export interface Vault {
  /** Newest first. Throws CraftgateError. */
  cards(owner: CardOwner): Promise<readonly StoredCard[]>
  /** Throws CraftgateError, also for a card that is not of this owner. */
  delete(owner: CardOwner, cardToken: string): Promise<void>
}

export function createVault({ gatewayFor }: { gatewayFor: (merchant: string) => Gateway }): Vault {
  return {
    async cards({ merchant, cardUserKey }) {
      const answer: unknown = await gatewayFor(merchant)
        .payment()
        .searchStoredCards({ cardUserKey, page: 0, size: MOST })
      const parsed = storedCards.safeParse(answer)
      if (!parsed.success) throw unreadableAnswer('stored cards', parsed.error)
      return parsed.data.items
    },
    async delete({ merchant, cardUserKey }, cardToken) {
      const gateway = gatewayFor(merchant).within({ idempotencyKey: randomUUID() })
      await gateway.payment().deleteStoredCard({ cardUserKey, cardToken })
    },
  }
}
