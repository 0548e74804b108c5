import type { BinView, CheckoutView, InstallmentOption, StoredCardView, ThreeDSView } from '../../desk'
import { exponentOf, toText } from '../../money/minor'
import type { StoredCard } from '../cards/stored-card'
import type { Bin } from '../cards/test-card'
import type { Checkout } from '../checkouts/checkout'
import { attemptsOf, checkoutState } from '../checkouts/checkout-state'
import { checkoutTable, type Option } from '../installments/options'
import { requirePayment } from '../payments/find-payment'
import type { Failure } from '../payments/payment'
import type { ThreeDSession } from '../threeds/session'
import { merchantOf, type World } from '../world'

const text = (minor: number, currency: string) => toText(minor, exponentOf(currency))

export function checkoutView(world: World, checkout: Checkout): CheckoutView {
  const { currency, cardUserKey } = checkout
  const last = attemptsOf(world, checkout).at(-1)?.error
  return {
    token: checkout.token,
    state: checkoutState(world, checkout),
    merchantName: merchantOf(world, checkout.merchant).name,
    price: text(checkout.paidPrice, currency),
    currency,
    items: checkout.items.map(({ name, price }) => ({ name: name ?? 'Ürün', price: text(price, currency) })),
    callbackUrl: checkout.callbackUrl,
    expiresAt: new Date(checkout.expiresAt),
    storedCards: storedCardsOf(world, checkout).map(storedCardView),
    forceThreeDS: checkout.forceThreeDS,
    mayStoreCard:
      !checkout.alwaysStoreCardAfterPayment && !checkout.allowOnlyStoredCards && cardUserKey !== undefined,
    onlyStoredCards: checkout.allowOnlyStoredCards,
    preAuthorized: checkout.phase === 'PRE_AUTH',
    lastError: last && declineView(last),
  }
}

const declineView = ({ code, group, description }: Failure): NonNullable<CheckoutView['lastError']> => ({
  code,
  group,
  description: description.tr,
  descriptionEn: description.en,
})

export const storedCardsOf = (world: World, { merchant, cardUserKey }: Checkout): readonly StoredCard[] =>
  world.state.storedCards.filter(
    (card) => cardUserKey !== undefined && card.merchant === merchant && card.cardUserKey === cardUserKey,
  )

const storedCardView = ({ cardToken, alias, lastFour, bin }: StoredCard): StoredCardView => ({
  cardToken,
  cardAlias: alias,
  lastFour,
  brand: bin.brand,
  association: bin.association,
  bin: bin.bin,
})

export function binView(world: World, checkout: Checkout, bin: Bin): BinView {
  const merchant = merchantOf(world, checkout.merchant)
  const options = checkoutTable(merchant, checkout, bin)
  const pos = merchant.poses.find(({ alias }) => alias === options[0]?.posAlias)
  return {
    bin: bin.bin,
    bankName: bin.bankName,
    brand: bin.brand,
    association: bin.association,
    type: bin.type,
    commercial: bin.commercial,
    force3ds: checkout.forceThreeDS || (bin.type === 'DEBIT_CARD' && pos?.force3dsForDebitCards === true),
    options: options.map((option) => optionView(option, checkout.currency)),
  }
}

const optionView = (option: Option, currency: string): InstallmentOption => ({
  installment: option.installment,
  totalPrice: text(option.total, currency),
  installmentPrice: text(option.each, currency),
  merchantCommissionRate: toText(option.merchantRate, 4).replace(/\.?0+$/, ''),
})

export function threeDSView(world: World, session: ThreeDSession): ThreeDSView {
  const payment = requirePayment(world, session.merchant, session.paymentId)
  return {
    id: session.id,
    bankName: payment.pos.name,
    merchantName: merchantOf(world, session.merchant).name,
    paidPrice: text(payment.paidPrice, payment.currency),
    currency: payment.currency,
    lastFour: payment.card.lastFour,
    tries: session.tries,
  }
}
