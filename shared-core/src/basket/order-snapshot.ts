import { z } from 'zod'
import { CraftgateError } from '../errors'
import { orderNotSent, wrongField } from '../messages/basket'
import type { Localized } from '../messages/localized'
import { CURRENCIES, MAX_MINOR } from '../money'
import type { CurrencyCode } from '../money/money'

export type InvalidOrderCode =
  | 'invalid-order'
  | 'empty-order'
  | 'nothing-to-pay'
  | 'duplicate-item'
  | 'negative-item'
  | 'order-sum-mismatch'
  | 'share-above-price'
  | 'sellers-only-in-lira'

/** An order that cannot become a basket. Repeating changes nothing: the adapter or the shop's data has to change. */
export function invalidOrder(code: InvalidOrderCode, problem: Localized): CraftgateError {
  return new CraftgateError({
    kind: 'invalid-request',
    code,
    message: problem.en,
    retry: 'no',
    merchantMessage: orderNotSent(problem),
  })
}

/** Of a marketplace: whose goods a row sells, and what the sale owes him. */
export interface SnapshotSeller {
  /** Number of the seller's member at Craftgate (`subMerchantMemberId`). */
  readonly memberId: number
  /**
   * His share of what the whole row costs by itself (price × quantity - discount, + tax when prices exclude it), at most
   * that. Minor units.
   */
  readonly share: number
}

/** One product line. All amounts are minor units; `discount` is positive and covers the whole line. */
export interface SnapshotLine {
  /** Stable id of the line in the shop; refunds by line find their Craftgate transaction by it. */
  readonly externalId: string
  readonly name: string
  readonly quantity: number
  /** Price of one piece before the discount; with tax when `pricesIncludeTax`. */
  readonly unitPrice: number
  readonly discount?: number
  /** Tax of the whole line, added only when the snapshot's prices exclude tax. */
  readonly tax?: number
  readonly seller?: SnapshotSeller
}

/** Shipping, gift wrap, cash-on-delivery fee: a line without a quantity. */
export interface SnapshotCharge {
  readonly externalId: string
  readonly name: string
  readonly price: number
  readonly discount?: number
  readonly tax?: number
  readonly seller?: SnapshotSeller
}

/** An amount that lowers the order as a whole: coupon, gift card, earlier payment. Positive minor units. */
export interface SnapshotReduction {
  readonly name: string
  readonly amount: number
}

export interface Buyer {
  readonly id?: string
  readonly email?: string
  readonly phone?: string
  /**
   * Craftgate's key of this buyer's stored cards: the hosted page offers them to him (`ClientInfo.shopper`). See
   * `PaymentFacts.cardUserKey`.
   */
  readonly cardUserKey?: string
  /** True for a shopper with an account, who comes back: a card may be stored for him when he opens the page himself. */
  readonly hasAccount?: boolean
  /** ISO 3166 country of the invoice, two letters; Klarna wants to know it. */
  readonly country?: string
  /** False for a buyer who paid an order before; absent where the shop does not know (`checkout.threeDSecure`). */
  readonly isFirstOrder?: boolean
  /** False when the buyer had an order sent to this address before; absent where the shop does not know. */
  readonly isNewAddress?: boolean
}

/** What is to be paid, as the shop says it, read server-side. Amounts are minor units of `currency`. */
export interface OrderSnapshot {
  /** The order number that people read on a receipt. */
  readonly number: string
  readonly currency: CurrencyCode
  /** What is left to pay. */
  readonly total: number
  /** True for an order that is not placed yet and costs nothing: see `CommercePlatform.placeFreeOrder`. */
  readonly isFree?: boolean
  readonly pricesIncludeTax: boolean
  readonly lines: readonly SnapshotLine[]
  readonly shipping: readonly SnapshotCharge[]
  readonly fees: readonly SnapshotCharge[]
  /** Discounts of the whole order, spread over what they lower. */
  readonly discounts: readonly SnapshotReduction[]
  /** Gift cards, store credit and payments already made, spread likewise. */
  readonly credits: readonly SnapshotReduction[]
  readonly buyer: Buyer
  /** Only these ways to pay on the hosted page, by Craftgate's names; those of the options when absent. */
  readonly enabledPaymentMethods?: readonly string[]
  /** Language of the hosted page. */
  readonly locale: 'tr' | 'en'
}

// Craftgate: "no special characters that could be unsafe, not starting with + or -" (developer.craftgate.io,
// api/payment/create-payment, externalId). It lists neither the characters nor a length, so ours are the narrow ones.
const SAFE_ID = /^(?![+-])[\w.:+-]{1,255}$/

const amount = z.int().min(0).max(MAX_MINOR)
const charge = {
  externalId: z.string().regex(SAFE_ID),
  name: z.string(),
  discount: amount.default(0),
  tax: amount.default(0),
  seller: z.object({ memberId: z.int().positive(), share: amount }).optional(),
}
const charges = z.array(z.object({ ...charge, price: amount }))
const reductions = z.array(z.object({ amount }))

const snapshotSchema = z.object({
  currency: z.enum(CURRENCIES),
  total: amount,
  pricesIncludeTax: z.boolean(),
  lines: z.array(z.object({ ...charge, unitPrice: amount, quantity: z.int().min(0) })),
  shipping: charges,
  fees: charges,
  discounts: reductions,
  credits: reductions,
})

/** The part of an OrderSnapshot that makes a basket, checked. Amounts are minor units. */
export type CheckedOrder = z.output<typeof snapshotSchema>

/** @throws CraftgateError `invalid-order`, naming the field (`lines[2].unitPrice`) and what it must be. */
export function parseSnapshot(snapshot: OrderSnapshot): CheckedOrder {
  const parsed = snapshotSchema.safeParse(snapshot, { reportInput: true })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalidOrder('invalid-order', explain(issue?.path ?? [], issue?.input))
}

function explain(path: readonly PropertyKey[], input: unknown): Localized {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const value = typeof input === 'number' ? input : undefined
  return wrongField(place.slice(1) || 'snapshot', String(path.at(-1)), value)
}
