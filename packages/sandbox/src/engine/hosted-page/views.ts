import type {
  BinView,
  CheckoutView,
  InstallmentOption,
  StoredCardView,
  ThreeDSView,
} from '../../hosted-page-service'
import { exponentOf, toText } from '../../money/minor'
import type { StoredCard } from '../cards/card'
import { expiryStatus } from '../cards/expiry-status'
import type { Bin } from '../cards/test-card'
import type { Checkout } from '../checkouts/checkout'
import { attemptsOf, checkoutState, paidBy } from '../checkouts/find-checkout'
import { offeredMethods } from '../checkouts/offered-methods'
import { merchantOf, type SandboxContext } from '../context'
import { checkoutTable, type Option } from '../installments/options'
import { requirePayment } from '../payments/find-payment'
import type { Failure } from '../payments/payment'
import { forces3ds } from '../pos/route-pos'
import { methodView } from '../provider-pages/views'
import type { ThreeDSession } from '../threeds/session'
import { walletView } from './hosted-wallet'

const text = (minor: number, currency: string) => toText(minor, exponentOf(currency))

export function checkoutView(ctx: SandboxContext, checkout: Checkout): CheckoutView {
  const { currency } = checkout
  const last = attemptsOf(ctx, checkout).at(-1)
  const state = checkoutState(ctx, checkout)
  return {
    token: checkout.token,
    state,
    pending: state === 'paid' && paidBy(ctx, checkout) === undefined,
    merchantName: merchantOf(ctx, checkout.merchant).name,
    price: text(checkout.paidPrice, currency),
    currency,
    items: checkout.items.map(({ name, price }) => ({ name: name ?? 'Ürün', price: text(price, currency) })),
    callbackUrl: checkout.callbackUrl,
    expiresAt: new Date(checkout.expiresAt),
    storedCards: storedCardsOf(ctx, checkout).map((card) => storedCardView(card, ctx.clock.now())),
    forceThreeDS: checkout.forceThreeDS,
    mayStoreCard: mayStoreCard(checkout),
    mayDeleteCards: checkout.allowDeleteStoredCard === true,
    onlyStoredCards: checkout.allowOnlyStoredCards,
    cardVerification: checkout.cardVerification !== undefined,
    preAuthorized: checkout.phase === 'PRE_AUTH',
    methods: offeredMethods(ctx, checkout).map(methodView),
    wallet: walletView(ctx, checkout),
    returnBackUrl: checkout.returnBackUrl,
    lastError: last?.error && { ...declineView(last.error), method: last.method },
  }
}

const declineView = ({ code, group, description }: Failure): NonNullable<CheckoutView['lastError']> => ({
  code,
  group,
  description: description.tr,
  descriptionEn: description.en,
})

/** Every shopper may save his card, but a guest, and but where the merchant said otherwise. */
export const mayStoreCard = (checkout: Checkout): boolean =>
  !checkout.alwaysStoreCardAfterPayment &&
  !checkout.allowOnlyStoredCards &&
  !checkout.disableStoreCard &&
  !checkout.guestCheckout

/** The shopper's cards. The portal does not say what a guest is; in our reading he has none. */
export const storedCardsOf = (
  ctx: SandboxContext,
  { merchant, cardUserKey, guestCheckout }: Checkout,
): readonly StoredCard[] =>
  ctx.state.storedCards.filter(
    (card) =>
      cardUserKey !== undefined &&
      !guestCheckout &&
      card.merchant === merchant &&
      card.cardUserKey === cardUserKey,
  )

const storedCardView = (card: StoredCard, now: number): StoredCardView => ({
  cardToken: card.cardToken,
  expired: expiryStatus(card, now) === 'EXPIRED',
  cardAlias: card.alias,
  lastFour: card.lastFour,
  brand: card.bin.brand,
  association: card.bin.association,
  bin: card.bin.bin,
})

export function binView(ctx: SandboxContext, checkout: Checkout, bin: Bin): BinView {
  const merchant = merchantOf(ctx, checkout.merchant)
  const options = checkoutTable(merchant, checkout, bin)
  const pos = merchant.poses.find(({ alias }) => alias === options[0]?.posAlias)
  return {
    bin: bin.bin,
    bankName: bin.bankName,
    brand: bin.brand,
    association: bin.association,
    type: bin.type,
    commercial: bin.commercial,
    force3ds: checkout.forceThreeDS || forces3ds(pos, bin),
    options: options.map((option) => optionView(option, checkout)),
  }
}

const optionView = (option: Option, { currency, paidPrice }: Checkout): InstallmentOption => ({
  installment: option.installment,
  totalPrice: text(option.total, currency),
  installmentPrice: text(option.each, currency),
  interest: text(option.total - paidPrice, currency),
  merchantCommissionRate: toText(option.merchantRate, 4).replace(/\.?0+$/, ''),
})

export function threeDSView(ctx: SandboxContext, session: ThreeDSession): ThreeDSView {
  const payment = requirePayment(ctx, session.merchant, session.paymentId)
  return {
    id: session.id,
    bankName: payment.pos?.name ?? '',
    merchantName: merchantOf(ctx, session.merchant).name,
    paidPrice: text(payment.paidPrice, payment.currency),
    currency: payment.currency,
    lastFour: payment.card?.lastFour ?? '',
    wrongCodes: session.wrongCodes,
    answered: session.answered,
    checkoutToken: session.checkoutToken,
  }
}
