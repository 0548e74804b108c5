import { type CardOwner, z } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { isOwnProvider } from '../craftgate'

/** A customer at a payment provider, as Medusa stores them. */
export interface Holder {
  readonly id: string
  readonly provider_id: string
  readonly data?: unknown
}

const ours = z.object({ merchant: z.string().min(1), card_user_key: z.string().min(1) })

/** Whose cards an account holder stands for; undefined for one that is not of ours. */
export function ownerOf(holder: { readonly data?: unknown } | undefined): CardOwner | undefined {
  const parsed = ours.safeParse(holder?.data)
  return parsed.success
    ? { merchant: parsed.data.merchant, cardUserKey: parsed.data.card_user_key }
    : undefined
}

export const holderData = ({ merchant, cardUserKey }: CardOwner) => ({
  merchant,
  card_user_key: cardUserKey,
})

export interface CustomerView {
  readonly id: string
  readonly email: string
  readonly has_account: boolean
  readonly account_holders?: readonly (Holder | null)[] | null
}

/** Reads customers with their account holders. */
export class Customers {
  constructor(private readonly container: MedusaContainer) {}

  async read(id: string): Promise<CustomerView | undefined> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const fields = ['id', 'email', 'has_account', 'account_holders.*']
    const { data } = await query.graph({ entity: 'customer', fields, filters: { id } })
    return data[0] as unknown as CustomerView | undefined
  }
}

/** What this customer is at our own providers. */
export const holdersOf = (customer: CustomerView | undefined): Holder[] =>
  (customer?.account_holders ?? []).filter(
    (holder): holder is Holder => holder != null && isOwnProvider(holder.provider_id),
  )

/** Each of the customer's keys at Craftgate, once: two entries at the checkout may share a merchant. */
export async function ownersOf(container: MedusaContainer, customerId: string): Promise<CardOwner[]> {
  const customer = await new Customers(container).read(customerId)
  const owners = holdersOf(customer).flatMap((holder) => ownerOf(holder) ?? [])
  return [...new Map(owners.map((owner) => [`${owner.merchant}|${owner.cardUserKey}`, owner])).values()]
}
