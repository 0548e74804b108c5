import { CraftgateError, type CustomerDetails, type Money } from '@craftgate-commerce/core'
import { type OwnWallet, ownWallet, topUpOwnWallet } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'

/** What a storefront shows of a wallet. */
const viewOf = ({ balance, currency, moves, moveCount }: OwnWallet) => ({
  balance,
  currency_code: currency.toLowerCase(),
  moves,
  move_count: moveCount,
})

/** The wallets of this customer: one at each account of Craftgate's where the shop gave him one. */
export async function walletsOf(container: MedusaContainer, customer: string, page: number) {
  const { commerce, options } = craftgateIn(container)
  const all = options.merchantNames.map((merchant) => ownWallet(commerce, { merchant, customer }, page))
  try {
    return (await Promise.all(all)).flatMap((wallet) => (wallet ? [viewOf(wallet)] : []))
  } catch (error) {
    throw refusalOf(error)
  }
}

/** What a shopper can do about it, or what this shop is like; anything else goes its way. */
function refusalOf(error: unknown): unknown {
  if (!CraftgateError.is(error)) return error
  const { INVALID_DATA, NOT_ALLOWED, UNEXPECTED_STATE } = MedusaError.Types
  if (error.code === 'invalid-member')
    return new MedusaError(INVALID_DATA, 'The account needs a name, a phone number and an address')
  if (error.code === 'amount') return new MedusaError(INVALID_DATA, 'amount must be above zero')
  if (error.code === 'wallets-off')
    return new MedusaError(NOT_ALLOWED, 'Customers have no wallets in this shop')
  return new MedusaError(UNEXPECTED_STATE, 'Craftgate does not answer right now, or refused this')
}

/** At the default merchant, or the only one. */
export async function topUpPageOf(container: MedusaContainer, customer: string, amount: Money) {
  const { commerce, options } = craftgateIn(container)
  const merchant = options.defaultMerchant
  if (merchant === undefined)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      'Name a defaultMerchant, at which wallets are filled',
    )
  const details = await detailsOf(container, customer)
  try {
    return await topUpOwnWallet(commerce, { merchant, customer }, { details, amount })
  } catch (error) {
    throw refusalOf(error)
  }
}

interface Address {
  readonly address_1?: string | null
  readonly city?: string | null
  readonly phone?: string | null
}

interface Customer {
  readonly email: string
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly phone?: string | null
  readonly addresses?: readonly Address[] | null
}

/** What is not there stays empty: core says which fields Craftgate wants. */
export async function detailsOf(container: MedusaContainer, id: string): Promise<CustomerDetails> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ['email', 'first_name', 'last_name', 'phone', 'addresses.*']
  const { data } = await query.graph({ entity: 'customer', fields, filters: { id } })
  const { email = '', first_name, last_name, phone, addresses } = (data[0] ?? {}) as unknown as Customer
  const [address] = addresses ?? []
  return {
    ...{ email, name: first_name ?? '', surname: last_name ?? '', phone: phone ?? address?.phone ?? '' },
    address: [address?.address_1, address?.city].filter(Boolean).join(', '),
  }
}
