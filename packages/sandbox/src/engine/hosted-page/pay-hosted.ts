import { paymentError } from '../../errors/payment-errors'
import type { PayEntry, PayStep } from '../../hosted-page-service'
import type { PresentedCard } from '../cards/present-card'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../context'
import { checkoutTable, type Option } from '../installments/options'
import type { Loyalty } from '../loyalty/loyalty'
import type { Charge } from '../payments/charge'
import { pay } from '../payments/pay'
import { takesPayments } from '../pos/merchant-pos'
import { forces3ds, routePos } from '../pos/route-pos'
import { startThreeDS } from '../threeds/start'
import { chargeOfCheckout } from './charge-of-checkout'
import { hostedCard } from './hosted-card'
import { chosenLoyalty } from './hosted-loyalty'
import { usableWallet } from './hosted-wallet'
import { declined, paid } from './pay-steps'

/** One press of the pay button on the hosted page. Declines leave the page open for another try. */
export function payHosted(ctx: SandboxContext, checkout: Checkout, entry: PayEntry): PayStep {
  const state = checkoutState(ctx, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const card = hostedCard(ctx, checkout, entry.card)
  if ('kind' in card) return card
  const option = chosenOption(ctx, checkout, card, entry.installment)
  if (!option)
    return { kind: 'invalid', field: 'installment', description: 'Bu kart için bu taksit seçilemez.' }
  const debitRefused =
    checkout.allowOnlyCreditCard && card.bin !== undefined && card.bin.type !== 'CREDIT_CARD'
  if (debitRefused) return declined(paymentError('INVALID_CARD_TYPE'))
  const chosen = chosenLoyalty(checkout, card, entry.loyalty)
  if ('kind' in chosen) return chosen
  return charge(ctx, checkout, { entry, card, option, ...chosen })
}

interface Chosen {
  readonly entry: PayEntry
  readonly card: PresentedCard
  readonly option: Pick<Option, 'installment' | 'total'>
  readonly loyalty?: Loyalty
}

function charge(ctx: SandboxContext, checkout: Checkout, { entry, card, option, loyalty }: Chosen): PayStep {
  const merchant = merchantOf(ctx, checkout.merchant)
  const { currency, routing } = checkout
  const pos = routePos(merchant, { bin: card.bin, currency, installment: option.installment, routing })
  const threeDS =
    entry.threeDS || checkout.forceThreeDS || forces3ds(pos, card.bin) || !takesPayments(pos, false)
  const { clientIp, useWallet } = entry
  const walletPrice = useWallet ? usableWallet(ctx, checkout) : 0
  const asked = hostedCharge(ctx, checkout, { card, option, loyalty, threeDS, clientIp, walletPrice })
  if (!threeDS) {
    const payment = pay(ctx, asked, card)
    return payment.error ? declined(payment.error) : paid(ctx, checkout)
  }
  const started = startThreeDS(ctx, asked, card, { callbackVersion: 1 })
  if ('refused' in started) return declined(started.refused)
  return { kind: 'threeDS', threeDSUrl: `${ctx.url()}/3ds/${started.session.id}` }
}

interface HostedFacts extends Omit<Chosen, 'entry'> {
  readonly threeDS: boolean
  readonly clientIp?: string
  readonly walletPrice: number
}

function hostedCharge(ctx: SandboxContext, checkout: Checkout, facts: HostedFacts): Charge {
  const { card, option, threeDS } = facts
  const authOnly = checkout.forceAuthForNonCreditCards && card.bin?.type !== 'CREDIT_CARD'
  return {
    ...chargeOfCheckout(ctx, checkout, facts.clientIp),
    paidPrice: option.total,
    walletPrice: facts.walletPrice,
    installment: option.installment,
    phase: authOnly ? 'AUTH' : checkout.phase,
    threeDS,
    loyalty: facts.loyalty,
  }
}

/** A card that nobody knows may be tried in one payment; the bank will refuse it. */
function chosenOption(
  ctx: SandboxContext,
  checkout: Checkout,
  card: PresentedCard,
  installment: number,
): Chosen['option'] | undefined {
  if (!card.bin) return installment === 1 ? { installment, total: checkout.paidPrice } : undefined
  const table = checkoutTable(merchantOf(ctx, checkout.merchant), checkout, card.bin)
  return table.find((option) => option.installment === installment)
}
