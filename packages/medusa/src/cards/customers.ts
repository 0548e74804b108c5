import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { isOwnProvider } from '../own-provider'
import type { Holder } from './card-owner'

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
