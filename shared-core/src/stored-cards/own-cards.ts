import type { CraftgateCommerce } from '../commerce'
import { type CardOwner, cardId, type StoredCard } from './stored-cards'

type Cards = Pick<CraftgateCommerce, 'storedCards' | 'deleteStoredCard'>

export interface OwnCard {
  readonly owner: CardOwner
  readonly card: StoredCard
}

/** The card that the shop knows by `id`; undefined when none of these owners has it. Throws CraftgateError. */
export async function findOwnCard(
  commerce: Pick<Cards, 'storedCards'>,
  owners: readonly CardOwner[],
  id: unknown,
): Promise<OwnCard | undefined> {
  for (const owner of owners) {
    const card = (await commerce.storedCards(owner)).find((each) => cardId(each) === id)
    if (card) return { owner, card }
  }
  return undefined
}

/** Makes Craftgate forget the card that the shop knows by `id`; false when none of these owners has it. Throws CraftgateError. */
export async function deleteOwnCard(
  commerce: Cards,
  owners: readonly CardOwner[],
  id: unknown,
): Promise<boolean> {
  const own = await findOwnCard(commerce, owners, id)
  if (own === undefined) return false
  await commerce.deleteStoredCard(own.owner, own.card.cardToken)
  return true
}

/** A customer who is forgotten leaves no card behind. Throws CraftgateError. */
export async function deleteCardsOf(commerce: Cards, owner: CardOwner): Promise<void> {
  for (const { cardToken } of await commerce.storedCards(owner))
    await commerce.deleteStoredCard(owner, cardToken)
}
