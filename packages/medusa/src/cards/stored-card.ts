import type { StoredCard } from '@craftgate-commerce/core'
import { cardId } from '@craftgate-commerce/core/adapter'

/** A stored card as its owner may see it. */
export interface StoredCardView {
  /** Names the card in this shop; it says nothing at Craftgate. */
  readonly id: string
  readonly alias: string | null
  readonly last_four: string | null
  readonly card_family: string | null
  readonly card_association: string | null
  readonly card_type: string | null
  readonly bank: string | null
  readonly expired: boolean
}

export const storedCardView = (card: StoredCard): StoredCardView => ({
  id: cardId(card),
  alias: card.alias ?? null,
  last_four: card.lastFour ?? null,
  card_family: card.family ?? null,
  card_association: card.association ?? null,
  card_type: card.type ?? null,
  bank: card.bankName ?? null,
  expired: card.expired,
})
