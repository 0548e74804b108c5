import type { SoldItem } from '@craftgate-commerce/panel'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Sessions } from './sessions'
import { cartToSnapshot, lineIdOf } from './snapshot'

/**
 * What was bought by this payment session, as Craftgate was told it: the lines of the cart, not those that the order has of
 * its own. Nothing of a session that is not a cart's.
 */
export async function soldItems(container: MedusaContainer, sessionId: string): Promise<readonly SoldItem[]> {
  const sessions = new Sessions(container)
  const link = (await sessions.read(sessionId))?.payment_collection?.cart
  const cart = link && (await sessions.cart(link.id))
  if (!cart) return []
  const { lines, shipping } = cartToSnapshot(cart)
  const pieces = new Map(cart.items?.map((item) => [lineIdOf(item), Number(item.quantity)]))
  return [...lines, ...shipping].map(({ externalId, name }) => ({
    externalId,
    name,
    quantity: pieces.get(externalId) ?? 1,
  }))
}
