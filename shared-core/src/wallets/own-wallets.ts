import type { CraftgateCommerce } from '../commerce'
import type { CustomerDetails, CustomerRef } from '../members/index'
import type { Money } from '../money/index'
import { toDecimal } from '../money/index'
import type { TopUpPage } from './top-up'

type Commerce = Pick<CraftgateCommerce, 'members' | 'wallets'>

/** A customer's wallet as he may see it; amounts are decimal text. */
export interface OwnWallet {
  readonly balance: string
  readonly currency: string
  readonly moves: readonly OwnMove[]
  /** Of all moves; a page has 25. */
  readonly moveCount: number
}

export interface OwnMove {
  readonly at: Date | undefined
  /** Craftgate's: PAYMENT_REDEEM, DEPOSIT_FROM_CARD … */
  readonly type: string
  /** Below zero for money that left the wallet. */
  readonly amount: string
}

/**
 * The wallet of a customer whom the shop authenticated, with a page of its moves (from 0); undefined for one who has none.
 * Throws CraftgateError.
 */
export async function ownWallet(
  { members, wallets }: Commerce,
  customer: CustomerRef,
  page: number,
): Promise<OwnWallet | undefined> {
  const member = await members.customers.find(customer)
  const wallet = member && (await wallets.find(customer.merchant, member.id))
  if (wallet === undefined) return undefined
  const { moves, count } = await wallets.moves(customer.merchant, wallet, { page })
  return {
    ...{ balance: toDecimal(wallet.balance), currency: wallet.balance.currency, moveCount: count },
    moves: moves.map(({ at, type, amount }) => ({ at, type, amount: toDecimal(amount) })),
  }
}

/**
 * A page on which such a customer fills his own wallet; he becomes a member, and gets a wallet, when he has none. Throws
 * CraftgateError: `invalid-member` for one whose details do not suffice, and as `Wallets.topUp`.
 */
export async function topUpOwnWallet(
  { members, wallets }: Commerce,
  customer: CustomerRef,
  { details, amount }: { readonly details: CustomerDetails; readonly amount: Money },
): Promise<TopUpPage> {
  const { merchant } = customer
  const { id: memberId } = await members.customers.ensure(customer, details)
  await wallets.open(merchant, memberId, amount.currency)
  return wallets.topUp({ merchant, memberId, amount })
}
