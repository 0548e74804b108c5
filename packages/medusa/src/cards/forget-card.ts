import type { CardOwner, CraftgateCommerce } from '@craftgate-commerce/core'
import { cardId } from './shown-card'

/** Makes Craftgate forget the card that this shop knows by `id`; false when its owner has no such card. */
export async function forgetCard(
  commerce: Pick<CraftgateCommerce, 'storedCards' | 'deleteStoredCard'>,
  owner: CardOwner,
  id: unknown,
): Promise<boolean> {
  const card = (await commerce.storedCards(owner)).find((each) => cardId(each) === id)
  if (!card) return false
  await commerce.deleteStoredCard(owner, card.cardToken)
  return true
}
