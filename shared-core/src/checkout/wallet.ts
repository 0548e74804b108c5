import type { Buyer } from '../basket/order-snapshot'
import type { Opener } from '../commerce'
import type { CheckoutRecord } from '../platform'

/**
 * Whose stored cards the page may offer, and to whom it may store the card that pays: the buyer of the order, when he has
 * an account and opens the page himself, logged in. A pay link may be handed on; who pays for somebody else neither sees
 * the other's cards nor leaves his own card with the other.
 */
export function walletFor({ id, hasAccount }: Buyer, opener: Opener): string | undefined {
  if (id === undefined || !hasAccount) return undefined
  return opener.shopper === id || opener.provesToBe?.(id) ? id : undefined
}

/** The shopper whose stored cards the attempt's page offers and to whom it stores one; undefined for nobody. */
export const walletOf = ({ context }: Pick<CheckoutRecord, 'context'>): string | undefined => context.wallet

/** The attempt's context with this wallet, instead of an earlier page's. */
export function withWallet(
  { context }: Pick<CheckoutRecord, 'context'>,
  wallet: string | undefined,
): CheckoutRecord['context'] {
  const { wallet: _earlier, ...rest } = context
  return wallet === undefined ? rest : { ...rest, wallet }
}
