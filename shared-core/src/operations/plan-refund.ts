// What a refund asks of Craftgate, whole or in part.
import { beyondItem, beyondWhatIsLeft, ITEMS_OF_ANOTHER_SUM, refundWholeOnly } from '../messages/operations'
import { compare, isZero, type Money, money, sum } from '../money'
import { type ReportedPayment, type ReportedTransaction, retrieveTransactions } from '../payment'
import type { OperationStep } from '../platform'
import {
  allocatePrice,
  cardMoney,
  type NamedAmount,
  type PartialRefunds,
  priceLeft,
  type TransactionShare,
  touchedElsewhere,
} from './allocation'
import type { NewKey, OperationPlan, PlanInput } from './context'
import { isOnlyByTransaction } from './method-limits'
import { capturedPrice, type RefundedByUs, refundedByUs, refundedNow, totalPrice } from './operation'
import { checkAmount, type Rejection, rejection } from './result'

/** A payment as a refund sees it. All amounts are of one currency. */
export interface RefundablePayment {
  readonly paymentId: number
  /** What the order got: the price, or what was captured of it. */
  readonly price: Money
  readonly paidPrice: Money
  /** False for a payment that began as a pre-authorization: Craftgate refunds it as a whole only. */
  readonly divisible: boolean
  /** Set where Craftgate takes no request for the payment as a whole (an approved loan). */
  readonly onlyByTransaction?: boolean
  /** True when nobody refunded anything yet. */
  readonly untouched: boolean
  /** In basket order. */
  readonly transactions: readonly TransactionShare[]
}

/** Throws CraftgateError. */
export function refundablePayments({ run, payments, operations }: PlanInput): Promise<RefundablePayment[]> {
  return Promise.all(
    payments.map(async (payment) => {
      const ours = refundedByUs(operations, payment.price.currency)
      const transactions = await retrieveTransactions(run.client, payment)
      const shares = transactions.map((transaction) => shareOf(transaction, payment, ours))
      return {
        paymentId: payment.paymentId,
        price: capturedPrice(payment, operations),
        paidPrice: payment.paidPrice,
        divisible: payment.phase === 'AUTH',
        onlyByTransaction: isOnlyByTransaction(payment),
        untouched: refundedNow(payment, ours) === 'nothing' && !shares.some(touchedElsewhere),
        transactions: shares,
      }
    }),
  )
}

/**
 * The part of the order's price that can still be refunded; nothing when only the whole could have been, and a part went
 * back.
 */
export function leftToRefund(payments: readonly RefundablePayment[], mode: PartialRefunds): Money {
  const total = totalPrice(payments)
  if (payments.every(({ untouched }) => untouched)) return total
  if (!payments.every(({ divisible }) => divisible)) return money(0, total.currency)
  const left = payments.flatMap(({ transactions }) => transactions.map((share) => priceLeft(share, mode)))
  return sum(left, total.currency)
}

export const nothingLeft = (payments: readonly RefundablePayment[]): Rejection =>
  beyondLeft(
    money(0, totalPrice(payments).currency),
    payments.flatMap(({ transactions }) => transactions),
  )

/** Craftgate's report of a transaction beside what our own operations did to it. */
function shareOf(
  { refundable, ...transaction }: ReportedTransaction,
  payment: ReportedPayment,
  ours: RefundedByUs,
): TransactionShare {
  const { paymentId } = payment
  const { id, price, paidPrice } = transaction
  const everything = ours.everything(paymentId)
  return {
    ...transaction,
    paymentId,
    refundable: refundedNow(payment, ours) === 'everything' ? money(0, price.currency) : refundable,
    refundedPrice: everything ? price : ours.price(id),
    refundedPaid: everything ? paidPrice : ours.paid(id),
  }
}

export interface RefundInput {
  readonly amount: Money
  readonly items: readonly NamedAmount[]
  /** Nothing else gives anything. */
  readonly itemsOnly?: boolean
  readonly mode: PartialRefunds
  readonly newKey: NewKey
  /** The shop pays where a seller's balance is too small. */
  readonly chargeFromMe?: boolean
}

/**
 * Maps an amount of the order's price to requests that Craftgate understands, over all payments of the attempt.
 * - Everything, and nobody refunded before: one request for each payment as a whole, which Craftgate cancels (same day)
 *   or refunds. It gives back all that the card was charged, whatever `mode` says.
 * - Anything else, the rest after partial refunds too: one request for each transaction that gives something. Craftgate
 *   would refund the rest as a whole as well, but it answers that without an id and with as many refunds as there are
 *   transactions; requests of our own have keys of their own, and so can be asked about one by one.
 */
export function planRefund(
  input: RefundInput,
  payments: readonly RefundablePayment[],
): OperationPlan | Rejection {
  const { amount, mode } = input
  const total = totalPrice(payments)
  const wrong = checkAmounts(input, total)
  if (wrong !== undefined) return wrong
  const untouched = payments.every((payment) => payment.untouched)
  const atOnce = untouched && !payments.some(({ onlyByTransaction }) => onlyByTransaction)
  const shares = payments.flatMap(({ transactions }) => transactions)
  if (atOnce && compare(amount, total) === 0)
    return (input.itemsOnly ? checkItems(input, shares) : undefined) ?? wholeRefund(input, payments)
  if (!payments.every(({ divisible }) => divisible)) {
    return untouched
      ? rejection('whole-only', refundWholeOnly(total))
      : beyondLeft(money(0, total.currency), shares)
  }
  const left = shares.map((share) => priceLeft(share, mode))
  const beyond = input.itemsOnly ? checkItems(input, shares) : undefined
  if (beyond !== undefined) return beyond
  const leftInAll = sum(left, total.currency)
  if (compare(amount, leftInAll) > 0) return beyondLeft(leftInAll, shares)
  return { amount, steps: partSteps(input, shares, left) }
}

/**
 * What is left of payments of which somebody gave a part back: by transaction, as much card money as Craftgate says is
 * left, and a payment that nobody touched as a whole. The instalment interest goes back too.
 */
export function planRest(newKey: NewKey, payments: readonly RefundablePayment[]): OperationPlan | Rejection {
  const total = totalPrice(payments)
  if (payments.some(({ divisible, untouched }) => !divisible && !untouched))
    return rejection('whole-only', refundWholeOnly(total))
  const steps = payments.flatMap((payment) =>
    payment.untouched && !payment.onlyByTransaction
      ? [wholeStep(payment, newKey)]
      : restSteps(payment, newKey),
  )
  const amount = sum(
    steps.map(({ price }) => price),
    total.currency,
  )
  if (steps.length === 0) {
    const shares = payments.flatMap(({ transactions }) => transactions)
    return { ...beyondLeft(amount, shares), passing: true }
  }
  return { amount, steps }
}

const restSteps = ({ transactions }: RefundablePayment, newKey: NewKey): readonly OperationStep[] =>
  transactions
    .map((share) => ({ share, price: priceLeft(share, 'proportional') }))
    .map(({ share, price }) => partStep(share, price, cardMoney(share, price, 'proportional'), newKey))
    .filter(({ state }) => state === 'planned')

function checkAmounts({ amount, items }: RefundInput, { currency }: Money): Rejection | undefined {
  return [amount, ...items.map((item) => item.amount)]
    .map((each) => checkAmount(each, currency))
    .find((wrong) => wrong !== undefined)
}

/** An item that was refunded already gives no more, and no other gives it instead. */
function checkItems(
  { amount, items, mode }: RefundInput,
  shares: readonly TransactionShare[],
): Rejection | undefined {
  const { currency } = amount
  const named = sum(
    items.map((item) => item.amount),
    currency,
  )
  if (compare(named, amount) !== 0) return rejection('items', ITEMS_OF_ANOTHER_SUM)
  for (const externalId of new Set(items.map((item) => item.externalId))) {
    const isIts = (each: { readonly externalId?: string }) => each.externalId === externalId
    const asked = sum(
      items.filter(isIts).map((item) => item.amount),
      currency,
    )
    const left = sum(
      shares.filter(isIts).map((share) => priceLeft(share, mode)),
      currency,
    )
    if (compare(asked, left) > 0) return rejection('beyond-item', beyondItem(left))
  }
  return undefined
}

function wholeRefund(
  { amount, newKey, chargeFromMe }: RefundInput,
  payments: readonly RefundablePayment[],
): OperationPlan {
  const steps = payments.map((payment) => {
    const isSplit = payment.transactions.some(({ seller }) => seller !== undefined)
    return { ...wholeStep(payment, newKey), ...charge(chargeFromMe && isSplit) }
  })
  return { amount, steps }
}

const charge = (fromMe: boolean | undefined) => (fromMe ? { chargeFromMe: true as const } : {})

function wholeStep({ paymentId, paidPrice, price }: RefundablePayment, newKey: NewKey): OperationStep {
  return { key: newKey(), paymentId, amount: paidPrice, price, state: 'planned' }
}

function partSteps(
  { amount, items, mode, newKey, chargeFromMe }: RefundInput,
  shares: readonly TransactionShare[],
  left: readonly Money[],
): readonly OperationStep[] {
  const nothing = money(0, amount.currency)
  const sources = shares.map(({ externalId, seller }, index) => ({
    ...{ externalId, seller },
    left: left[index] ?? nothing,
  }))
  const allocation = allocatePrice(amount, items, sources)
  return shares.flatMap((share, index) => {
    const price = allocation[index] ?? nothing
    if (isZero(price)) return []
    const step = partStep(share, price, cardMoney(share, price, mode), newKey)
    return [{ ...step, ...charge(chargeFromMe && share.seller !== undefined) }]
  })
}

/** A price so small that the card was charged nothing for it needs no request: the step is done before it starts. */
function partStep(share: TransactionShare, price: Money, amount: Money, newKey: NewKey): OperationStep {
  const { paymentId, id: transactionId } = share
  return {
    key: newKey(),
    paymentId,
    transactionId,
    price,
    amount,
    state: isZero(amount) ? 'done' : 'planned',
  }
}

function beyondLeft(left: Money, shares: readonly TransactionShare[]): Rejection {
  return rejection('beyond-left', beyondWhatIsLeft(left, shares.some(touchedElsewhere)))
}
