import { createHash } from 'node:crypto'
import type { StoredCard } from '@craftgate-commerce/core'

/** A stored card as its owner may see it. */
export interface ShownCard {
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

/** Made of the token, from which nobody gets back to it. */
export const cardId = ({ cardToken }: Pick<StoredCard, 'cardToken'>): string =>
  createHash('sha256').update(cardToken).digest('hex').slice(0, 32)

export const shownCard = (card: StoredCard): ShownCard => ({
  id: cardId(card),
  alias: card.alias ?? null,
  last_four: card.lastFour ?? null,
  card_family: card.family ?? null,
  card_association: card.association ?? null,
  card_type: card.type ?? null,
  bank: card.bankName ?? null,
  expired: card.expired,
})
