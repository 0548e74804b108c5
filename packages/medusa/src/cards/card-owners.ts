import type { CardOwner } from '@craftgate-commerce/core'
import { z } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { isOwnProvider } from '../craftgate'
import type { PluginOptions } from '../options'

/** A customer at a payment provider, as Medusa stores them. */
export interface Holder {
  readonly id: string
  readonly provider_id: string
  readonly data?: unknown
}

/** Which account of Craftgate's a key of cards is of, by the options. */
type Accounts = Pick<PluginOptions, 'accountOf' | 'merchantOf'>

const ours = z.object({ account: z.string().min(1), card_user_key: z.string().min(1) })

/** Whose cards an account holder stands for; undefined for one that is not of ours, or of an account without keys. */
export function ownerOf(
  holder: { readonly data?: unknown } | undefined,
  { merchantOf }: Accounts,
): CardOwner | undefined {
  const { success, data } = ours.safeParse(holder?.data)
  const merchant = success ? merchantOf(data.account) : undefined
  return success && merchant !== undefined ? { merchant, cardUserKey: data.card_user_key } : undefined
}

export const holderData = ({ merchant, cardUserKey }: CardOwner, { accountOf }: Accounts) => ({
  account: accountOf(merchant),
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
  const { options } = craftgateIn(container)
  const customer = await new Customers(container).read(customerId)
  const owners = holdersOf(customer).flatMap((holder) => ownerOf(holder, options) ?? [])
  return [...new Map(owners.map((owner) => [`${owner.merchant}|${owner.cardUserKey}`, owner])).values()]
}
