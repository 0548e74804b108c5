import type { CheckoutView, PayStep } from '../../hosted-page-service'
import { exponentOf, toText } from '../../money/minor'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../context'
import { payByWallet } from '../payments/pay-by-wallet'
import { findWallet } from '../wallets/find-wallet'
import { spendableOf } from '../wallets/wallet-balance'
import { chargeOfCheckout } from './charge-of-checkout'
import { declined, paid } from './pay-steps'

/**
 * What the buyer's wallet can pay here. That a member's page offers it follows from the answer's `walletPrice`
 * (common-payment-page); how, the portal does not show: in our reading all of it where it suffices, else what it holds
 * together with a card. The bars are those of the API.
 */
export function usableWallet(ctx: SandboxContext, checkout: Checkout): number {
  const { buyerMemberId, phase, deposit, cardVerification, currency, items, guestCheckout, merchant } =
    checkout
  const isBarred = phase === 'PRE_AUTH' || deposit || cardVerification || guestCheckout
  const owner = merchantOf(ctx, merchant)
  if (isBarred || owner.type === 'MARKETPLACE') return 0
  if (items.some(({ subMerchantMemberId }) => subMerchantMemberId !== undefined)) return 0
  const wallet = findWallet(ctx, owner, { memberId: buyerMemberId, currency })
  return wallet ? Math.min(spendableOf(ctx, wallet), checkout.paidPrice) : 0
}

export function walletView(ctx: SandboxContext, checkout: Checkout): CheckoutView['wallet'] {
  const usable = usableWallet(ctx, checkout)
  const { currency, paidPrice } = checkout
  return usable > 0
    ? { usable: toText(usable, exponentOf(currency)), paysWhole: usable === paidPrice }
    : undefined
}

/** The button that pays from the wallet whole. */
export function payFromWallet(
  ctx: SandboxContext,
  checkout: Checkout,
  clientIp: string | undefined,
): PayStep {
  const state = checkoutState(ctx, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const charge = chargeOfCheckout(ctx, checkout, clientIp)
  const payment = payByWallet(ctx, { ...charge, walletPrice: checkout.paidPrice })
  return payment.error ? declined(payment.error) : paid(ctx, checkout)
}
