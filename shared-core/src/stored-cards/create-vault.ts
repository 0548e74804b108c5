import { unreadableAnswer } from '../client/errors'
import type { CraftgateClient } from '../client/operations'
import { type CardOwner, type StoredCard, storedCards } from './stored-card'

/** More than anybody stores; Craftgate answers page by page. */
const MOST = 100

export interface Vault {
  /** Newest first. Throws CraftgateError. */
  cards(owner: CardOwner): Promise<readonly StoredCard[]>
  /** Throws CraftgateError, also for a card that is not of this owner. */
  delete(owner: CardOwner, cardToken: string): Promise<void>
}

export function createVault({ clientFor }: { clientFor: (merchant: string) => CraftgateClient }): Vault {
  return {
    async cards({ merchant, cardUserKey }) {
      const answer: unknown = await clientFor(merchant).call('searchStoredCards', {
        query: { cardUserKey, page: 0, size: MOST },
      })
      const parsed = storedCards.safeParse(answer)
      if (!parsed.success) throw unreadableAnswer('stored cards', parsed.error)
      return parsed.data.items
    },
    async delete({ merchant, cardUserKey }, cardToken) {
      await clientFor(merchant).call('deleteStoredCard', { body: { cardUserKey, cardToken } })
    },
  }
}
