import type { CardOwner } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ownerOf } from './card-owner'
import { Customers, holdersOf } from './customers'

/** Each of the customer's keys at Craftgate, once: two entries at the checkout may share a merchant. */
export async function ownersOf(container: MedusaContainer, customerId: string): Promise<CardOwner[]> {
  const customer = await new Customers(container).read(customerId)
  const owners = holdersOf(customer).flatMap((holder) => ownerOf(holder) ?? [])
  return [...new Map(owners.map((owner) => [`${owner.merchant}|${owner.cardUserKey}`, owner])).values()]
}
