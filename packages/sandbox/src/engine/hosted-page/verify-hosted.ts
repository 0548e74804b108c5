import type { PayEntry, PayStep } from '../../hosted-page-service'
import { verifyCard } from '../card-verification/verify-card'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../context'
import { hostedCard } from './hosted-card'
import { declined, paid } from './pay-steps'

/** One press of the button on the page that saves a card without a sale. */
export function verifyHosted(
  ctx: SandboxContext,
  checkout: Checkout,
  entry: PayEntry,
  type: NonNullable<Checkout['cardVerification']>,
): PayStep {
  const state = checkoutState(ctx, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const card = hostedCard(ctx, checkout, entry.card)
  if ('kind' in card) return card
  const { price, currency, conversationId, token: checkoutToken } = checkout
  const merchant = merchantOf(ctx, checkout.merchant)
  const result = verifyCard(ctx, { merchant, type, price, currency, conversationId, checkoutToken }, card)
  switch (result.kind) {
    case 'refused':
      return declined(result.error)
    case 'threeDS':
      return { kind: 'threeDS', threeDSUrl: `${ctx.url()}/3ds/${result.session.id}` }
    case 'saved':
      checkout.savedCard = result.card
      return paid(ctx, checkout)
  }
}
