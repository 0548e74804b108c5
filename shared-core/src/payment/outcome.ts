import type { ProviderError } from '../client/provider-error'
import type { Localized } from '../messages/localized'
import type { MethodName } from '../methods'
import { compare, type Money, subtract, sum } from '../money'

export interface CardFacts {
  readonly bin?: string
  readonly lastFour?: string
  /** Card family: Bonus, World, Axess, Maximum, Paraf … */
  readonly family?: string
  readonly association?: string
  readonly type?: string
  readonly bankName?: string
  readonly storedCard: boolean
}

/** One item of the payment at Craftgate, the unit of a partial refund. */
export interface TransactionFacts {
  readonly id: number
  /** Set where the facts are of several payments. */
  readonly paymentId?: number
  /** The basket item's externalId. */
  readonly externalId?: string
  readonly price: Money
  readonly paidPrice: Money
  readonly status?: string
  readonly seller?: SellerShare
  /** When its money may be paid out. */
  readonly blockageResolvedAt?: Date
}

/** A bank's commission, as Craftgate tells it. Of what it does not tell nothing is known: that is not 0. */
export interface BankCommission {
  /** What the bank keeps of what the card was charged. */
  readonly amount: Money
  /** Per cent, decimal text: 1.95 */
  readonly rate?: string
}

/** Whose item it is in a marketplace, and what he gets of it. */
export interface SellerShare {
  /** Craftgate's number of the member. */
  readonly memberId: number
  readonly amount: Money
}

export interface ErrorFacts {
  readonly code: string
  /** Craftgate error group, e.g. NOT_SUFFICIENT_FUNDS. */
  readonly group?: string
  readonly description?: string
  /** The words of the bank or provider itself. */
  readonly providerError?: ProviderError
  /** What a merchant reads, when there is something better to read than the description. */
  readonly message?: Localized
}

/** What Craftgate says of one payment, in our units. Holds no card number, name or secret. */
export interface PaymentFacts {
  readonly paymentId: number
  /** The other payments of an attempt that was paid by several; amounts are then the sums, all else is of the lead. */
  readonly morePaymentIds?: readonly number[]
  readonly conversationId?: string
  readonly externalId?: string
  /** Basket total: pays the order. */
  readonly price: Money
  /** What the shopper's card is charged: `price` plus instalment interest, or less by a merchant-funded campaign. */
  readonly paidPrice: Money
  readonly installment: number
  readonly phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'
  readonly threeDS: boolean
  /** How it was paid, by Craftgate's name; absent for a way that this version does not know. */
  readonly method?: MethodName
  /** Who took the money, in Craftgate's word: BANK, PAPARA … */
  readonly provider?: string
  /** The part of paidPrice that was paid in points of the card. */
  readonly pointsUsed?: Money
  /** The part of paidPrice that the shopper's wallet at Craftgate paid. */
  readonly walletShare?: Money
  /** Of what the card was charged; of a pre-authorization it is none before the capture. */
  readonly bankCommission?: BankCommission
  /** Per cent of the price that the shopper pays on top, decimal text; the amount is paidPrice less price (`interestOf`). */
  readonly merchantCommissionRate?: string
  /** When the bank pays the money out: of a payment with several items the latest. */
  readonly blockageResolvedAt?: Date
  readonly card?: CardFacts
  readonly pos?: { readonly alias?: string; readonly name?: string }
  readonly fraud?: { readonly id?: number; readonly action?: 'BLOCK' | 'REVIEW'; readonly score?: number }
  readonly authCode?: string
  /**
   * Craftgate's key of the shopper's stored cards, when the shopper let this card be stored. Keep it with the customer,
   * out of sight of everybody: with the merchant's keys it lists and charges those cards.
   */
  readonly cardUserKey?: string
  /** Number of the member who pays: into his wallet it may be refunded. */
  readonly buyerMember?: number
  readonly transactions: readonly TransactionFacts[]
  readonly createdDate?: string
}

/** One way in which an outcome differs from what was started. */
export interface Difference {
  readonly field:
    | 'price'
    | 'paidPrice'
    | 'currency'
    | 'externalId'
    | 'conversationId'
    | 'refunded'
    | 'installment'
    | 'points'
  readonly expected: string
  readonly actual: string
}

/** The one reading of a Craftgate payment that every notification arrives at. A decline is an outcome, not an exception. */
export type PaymentOutcome =
  | { readonly kind: 'captured'; readonly facts: PaymentFacts }
  | { readonly kind: 'authorized'; readonly facts: PaymentFacts }
  | { readonly kind: 'review'; readonly facts: PaymentFacts }
  | {
      readonly kind: 'pending'
      readonly facts?: PaymentFacts
      /** The shopper has done their part; the money comes later (bank transfer, shopping loan), or never. */
      readonly awaitingFunds?: true
      /** A loan was granted, and the merchant has to approve it before the lender pays (`CraftgateCommerce.approveLoan`). */
      readonly awaitsApproval?: true
      /** 3D Secure was passed, and the bank has not said yet whether it pays (CALLBACK_THREEDS): nobody should pay again. */
      readonly bankDecides?: true
    }
  | { readonly kind: 'declined'; readonly facts?: PaymentFacts; readonly error: ErrorFacts }
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'mismatch'
      readonly facts: PaymentFacts
      readonly differences: readonly Difference[]
      /** True when the shopper's money is held by this payment and has to go back. */
      readonly moneyHeld: boolean
    }

/** The payment holds the shopper's money, and it is the payment that was started. */
export type HeldOutcome = Extract<PaymentOutcome, { readonly kind: 'captured' | 'authorized' | 'review' }>

/** True for an outcome by which the shopper's money is taken or blocked. */
export const isHeld = (outcome: PaymentOutcome): outcome is HeldOutcome =>
  outcome.kind === 'captured' || outcome.kind === 'authorized' || outcome.kind === 'review'

/** All payments that these facts are about, the lead first. */
export const paymentIdsOf = ({ paymentId, morePaymentIds = [] }: PaymentFacts): readonly number[] => [
  paymentId,
  ...morePaymentIds,
]

/**
 * What the shop is told of an attempt that was paid by several payments: the lead, with the sums of all. Undefined when
 * there is none, or when they are of several currencies.
 */
export function factsOfAttempt(payments: readonly PaymentFacts[]): PaymentFacts | undefined {
  const [lead, ...more] = payments
  if (lead === undefined || more.length === 0) return lead
  const { currency } = lead.price
  if (more.some(({ price, paidPrice }) => price.currency !== currency || paidPrice.currency !== currency))
    return undefined
  return {
    ...lead,
    morePaymentIds: more.map(({ paymentId }) => paymentId),
    price: sum(
      payments.map(({ price }) => price),
      currency,
    ),
    paidPrice: sum(
      payments.map(({ paidPrice }) => paidPrice),
      currency,
    ),
    pointsUsed: sumOf(payments.map(({ pointsUsed }) => pointsUsed)),
    walletShare: sumOf(payments.map(({ walletShare }) => walletShare)),
    bankCommission: allCommissions(payments),
    blockageResolvedAt: latest(payments.map(({ blockageResolvedAt }) => blockageResolvedAt)),
    transactions: payments.flatMap(({ paymentId, transactions }) =>
      transactions.map((transaction) => ({ ...transaction, paymentId })),
    ),
  }
}

/** One that is not known leaves the whole unknown. */
function allCommissions(payments: readonly PaymentFacts[]): BankCommission | undefined {
  const known = payments.flatMap(({ bankCommission }) => bankCommission ?? [])
  const [first] = known
  if (first === undefined || known.length < payments.length) return undefined
  const amounts = known.map(({ amount }) => amount)
  const isOneRate = known.every(({ rate }) => rate === first.rate)
  return { amount: sum(amounts, first.amount.currency), rate: isOneRate ? first.rate : undefined }
}

/** Undefined when one of them is not known. */
export function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  const known = dates.flatMap((date) => date ?? [])
  if (known.length === 0 || known.length < dates.length) return undefined
  return new Date(Math.max(...known.map((date) => date.getTime())))
}

/** Of amounts of one currency, some of which may be absent. */
function sumOf(amounts: readonly (Money | undefined)[]): Money | undefined {
  const known = amounts.filter((amount) => amount !== undefined)
  const [first] = known
  return first && sum(known, first.currency)
}

export interface Interest {
  /** Who bears the difference between what the order costs and what the card is charged. */
  readonly kind: 'none' | 'shopper-interest' | 'merchant-campaign'
  /** Never negative; minor units of the payment's currency. */
  readonly amount: Money
}

/** The difference of paidPrice and price: instalment interest of the shopper, or a campaign that the merchant funds. */
export function interestOf(facts: Pick<PaymentFacts, 'price' | 'paidPrice'>): Interest {
  const order = compare(facts.paidPrice, facts.price)
  if (order < 0) return { kind: 'merchant-campaign', amount: subtract(facts.price, facts.paidPrice) }
  const amount = subtract(facts.paidPrice, facts.price)
  return { kind: order > 0 ? 'shopper-interest' : 'none', amount }
}

/** What a bank pays of a captured payment. */
export interface ExpectedPayout {
  /** What the card was charged: paidPrice without the part of a wallet. */
  readonly charged: Money
  readonly bankCommission: Money
  /** Before anything goes back: nothing says whether a bank returns its commission of what is refunded. */
  readonly net: Money
  /** What of `net` is the sellers' of a marketplace. */
  readonly sellers?: Money
}

/** Undefined where the bank's commission is not known, and of a pre-authorization, of which nothing is paid before its capture. */
export function expectedPayout(facts: PaymentFacts): ExpectedPayout | undefined {
  const { bankCommission, phase, transactions } = facts
  if (bankCommission === undefined || phase === 'PRE_AUTH') return undefined
  const charged = chargedOf(facts)
  const sellers = sumOf(transactions.map(({ seller }) => seller?.amount))
  return {
    charged,
    bankCommission: bankCommission.amount,
    net: subtract(charged, bankCommission.amount),
    sellers,
  }
}

/** What the card was charged. */
export const chargedOf = ({
  paidPrice,
  walletShare,
}: Pick<PaymentFacts, 'paidPrice' | 'walletShare'>): Money =>
  walletShare === undefined ? paidPrice : subtract(paidPrice, walletShare)
