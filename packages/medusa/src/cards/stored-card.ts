import { createHash } from 'node:crypto'
import type { CardOwner, CraftgateCommerce, StoredCard } from '@craftgate-commerce/core'

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

/** Made of the token, from which nobody gets back to it. */
export const cardId = ({ cardToken }: Pick<StoredCard, 'cardToken'>): string =>
  createHash('sha256').update(cardToken).digest('hex').slice(0, 32)

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

/** Makes Craftgate forget the card that this shop knows by `id`; false when its owner has no such card. */
export async function deleteCard(
  commerce: Pick<CraftgateCommerce, 'storedCards' | 'deleteStoredCard'>,
  owner: CardOwner,
  id: unknown,
): Promise<boolean> {
  const card = (await commerce.storedCards(owner)).find((each) => cardId(each) === id)
  if (!card) return false
  await commerce.deleteStoredCard(owner, card.cardToken)
  return true
}
