// What people are shown of payments, operations and attempts, the same on every platform: flat, amounts as decimal text.
// Decides what a shopper may see and what only the merchant.
import { sentenceIn } from '../messages/localized'
import { paymentMethod } from '../methods'
import { type CurrencyCode, fromDecimal, subtract, sum, toDecimal } from '../money'
import { refundedByUs, refundIdsOf } from '../operations'
import { expectedPayout, interestOf } from '../payment'
import type { PaymentFacts } from '../payment/outcome'
import type { CheckoutState, PaymentOperation } from '../platform'
import { paidWith } from './paid-with'

/**
 * What the shopper may see of a payment. Amounts are decimal text; absent is undefined. `paidWith` says in both languages
 * how it was paid, also where there was no card.
 */
export function shopperPaymentView(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    installment: facts.installment,
    paidPrice: toDecimal(facts.paidPrice),
    interest: interest.kind === 'shopper-interest' ? toDecimal(interest.amount) : undefined,
    currency: facts.paidPrice.currency,
    method: facts.method,
    paidWith: paidWith(facts),
    pointsUsed: facts.pointsUsed && toDecimal(facts.pointsUsed),
    walletShare: facts.walletShare && toDecimal(facts.walletShare),
    cardFamily: facts.card?.family,
    cardAssociation: facts.card?.association,
    lastFour: facts.card?.lastFour,
    threeDS: facts.threeDS,
  }
}

/**
 * What the merchant may see of a payment. Amounts are decimal text; absent is undefined. Holds no token, no name and no
 * card number beyond its BIN and last four digits.
 */
export function merchantPaymentView(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    ...shopperPaymentView(facts),
    ...bankView(facts),
    phase: facts.phase,
    price: toDecimal(facts.price),
    campaign: interest.kind === 'merchant-campaign' ? toDecimal(interest.amount) : undefined,
    bank: facts.card?.bankName,
    cardType: facts.card?.type,
    bin: facts.card?.bin,
    storedCard: facts.card?.storedCard,
    pos: facts.pos?.alias ?? facts.pos?.name,
    provider: facts.provider,
    bankApp: paymentMethod(facts.method)?.bank,
    fraud: facts.fraud?.action,
    fraudScore: facts.fraud?.score,
    authCode: facts.authCode,
  }
}

/** The bank's part and the merchant's; undefined: not known. `blockageResolvedAt` is an ISO 8601 time. */
function bankView(facts: PaymentFacts) {
  const payout = expectedPayout(facts)
  return {
    bankCommission: payout && toDecimal(payout.bankCommission),
    bankCommissionRate: facts.bankCommission?.rate,
    merchantCommissionRate: facts.merchantCommissionRate,
    expectedPayout: payout && toDecimal(payout.net),
    sellerShares: payout?.sellers && toDecimal(payout.sellers),
    blockageResolvedAt: payout && facts.blockageResolvedAt?.toISOString(),
  }
}

/**
 * The items of a payment with what can still be refunded of each, by our own refunds. `operations` are all of this payment.
 * Amounts are decimal text, in the order's price but for `paidPrice`.
 */
export function transactionViews(facts: PaymentFacts, operations: readonly PaymentOperation[]) {
  const ours = refundedByUs(operations, facts.price.currency)
  return facts.transactions.map(
    ({ id, paymentId = facts.paymentId, externalId, price, paidPrice, status }) => ({
      id,
      externalId,
      status,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
      refundable: toDecimal(subtract(price, ours.everything(paymentId) ? price : ours.price(id))),
    }),
  )
}

/**
 * Some items of a payment together: what they cost, what went back of them and what still can, by our own refunds, and what their
 * sellers were promised of them; undefined where they have none. `operations` are all of this payment. Amounts are decimal text,
 * in the order's price. `left`: the ids of those of which something can still be refunded, in basket order.
 */
export function itemsView(
  facts: PaymentFacts,
  operations: readonly PaymentOperation[],
  isMeant: (externalId: string) => boolean,
) {
  const { currency } = facts.price
  const views = transactionViews(facts, operations).filter(({ externalId = '' }) => isMeant(externalId))
  const [price, refundable] = [totalOf(views, 'price', currency), totalOf(views, 'refundable', currency)]
  const shares = facts.transactions.flatMap(({ externalId = '', seller }) =>
    seller && isMeant(externalId) ? [seller.amount] : [],
  )
  const left = views.filter((view) => fromDecimal(view.refundable, currency).minor > 0)
  return {
    price: toDecimal(price),
    refunded: toDecimal(subtract(price, refundable)),
    refundable: toDecimal(refundable),
    share: shares.length === 0 ? undefined : toDecimal(sum(shares, currency)),
    left: [...new Set(left.flatMap(({ externalId }) => externalId ?? []))],
  }
}

type TransactionView = ReturnType<typeof transactionViews>[number]

const totalOf = (views: readonly TransactionView[], name: 'price' | 'refundable', currency: CurrencyCode) =>
  sum(
    views.map((view) => fromDecimal(view[name], currency)),
    currency,
  )

/**
 * What the merchant may see of a money call, in one language. Amounts are decimal text: `amount` in the order's price,
 * `cardAmount` what is asked of Craftgate, with its share of the instalment interest; undefined until that is planned.
 */
export function operationView(operation: PaymentOperation, language: string | undefined) {
  const { key, kind, state, cancelled, error, createdAt, updatedAt } = operation
  return {
    key,
    kind,
    state,
    cancelled,
    createdAt,
    updatedAt,
    amount: toDecimal(operation.amount),
    cardAmount: cardAmountOf(operation),
    refundIds: refundIdsOf(operation),
    errorCode: error?.code,
    errorMessage: sentenceIn(language, error?.message) ?? error?.description,
    providerErrorCode: error?.providerError?.code,
    providerErrorMessage: error?.providerError?.message,
  }
}

function cardAmountOf({ amount, steps }: PaymentOperation): string | undefined {
  if (steps.length === 0) return undefined
  return toDecimal(
    sum(
      steps.map((step) => step.amount),
      amount.currency,
    ),
  )
}

/** How an attempt to pay stands, in the words of a storefront. */
export type ShopperOutcome =
  | 'waiting'
  | 'paid'
  | 'authorized'
  | 'in_review'
  | 'declined'
  | 'expired'
  | 'refunding'
  | 'refunded'
  | 'needs_review'

const OUTCOMES: Readonly<Record<CheckoutState, ShopperOutcome>> = {
  created: 'waiting',
  open: 'waiting',
  review: 'in_review',
  authorized: 'authorized',
  captured: 'paid',
  expired: 'expired',
  refunding: 'refunding',
  refunded: 'refunded',
  'needs-review': 'needs_review',
}

/** A decline counts as long as nobody paid: the shopper may try again. */
export function shopperOutcome(state: CheckoutState, declined: boolean): ShopperOutcome {
  const outcome = OUTCOMES[state]
  return declined && (outcome === 'waiting' || outcome === 'expired') ? 'declined' : outcome
}
