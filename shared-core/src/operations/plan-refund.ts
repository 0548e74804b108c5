import { compare, isZero, type Money, money, sum } from '../money'
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
import { checkAmount, inWords, type Rejection, rejection } from './operation-message'
import { type NewKey, type OperationPlan, totalPrice } from './plan-capture'

/** A payment as a refund sees it. All amounts are of one currency. */
export interface RefundablePayment {
  readonly paymentId: number
  /** What the order got: the price, or what was captured of it. */
  readonly price: Money
  readonly paidPrice: Money
  /** False for a payment that began as a pre-authorization: Craftgate refunds it as a whole only. */
  readonly divisible: boolean
  /** True when nobody refunded anything yet. */
  readonly untouched: boolean
  /** In basket order. */
  readonly transactions: readonly TransactionShare[]
}

export interface RefundInput {
  readonly amount: Money
  readonly items: readonly NamedAmount[]
  readonly mode: PartialRefunds
  readonly newKey: NewKey
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
  if (untouched && compare(amount, total) === 0) return wholeRefund(input, payments)
  const shares = payments.flatMap(({ transactions }) => transactions)
  if (!payments.every(({ divisible }) => divisible)) {
    return untouched ? wholeOnly(total) : beyondLeft(money(0, total.currency), shares)
  }
  const left = shares.map((share) => priceLeft(share, mode))
  const leftInAll = sum(left, total.currency)
  if (compare(amount, leftInAll) > 0) return beyondLeft(leftInAll, shares)
  return { amount, steps: partSteps(input, shares, left) }
}

/**
 * What is left of payments of which somebody gave a part back: by transaction, as much card money as Craftgate says is
 * left, and a payment that nobody touched as a whole.
 */
export function planRest(newKey: NewKey, payments: readonly RefundablePayment[]): OperationPlan | Rejection {
  const steps = payments.flatMap((payment) =>
    payment.untouched ? [wholeStep(payment, newKey)] : restSteps(payment, newKey),
  )
  const total = totalPrice(payments)
  if (steps.length === 0) return { ...nothingLeft, passing: true }
  if (payments.some(({ divisible, untouched }) => !divisible && !untouched)) return wholeOnly(total)
  return {
    amount: sum(
      steps.map(({ price }) => price),
      total.currency,
    ),
    steps,
  }
}

/** The instalment interest goes back too: nobody keeps anything of an unexpected payment. */
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

function wholeRefund({ amount, newKey }: RefundInput, payments: readonly RefundablePayment[]): OperationPlan {
  return { amount, steps: payments.map((payment) => wholeStep(payment, newKey)) }
}

function wholeStep({ paymentId, paidPrice, price }: RefundablePayment, newKey: NewKey): OperationStep {
  return { key: newKey(), paymentId, amount: paidPrice, price, state: 'planned' }
}

function partSteps(
  { amount, items, mode, newKey }: RefundInput,
  shares: readonly TransactionShare[],
  left: readonly Money[],
): readonly OperationStep[] {
  const nothing = money(0, amount.currency)
  const sources = shares.map(({ externalId }, index) => ({ externalId, left: left[index] ?? nothing }))
  const allocation = allocatePrice(amount, items, sources)
  return shares.flatMap((share, index) => {
    const price = allocation[index] ?? nothing
    return isZero(price) ? [] : [partStep(share, price, cardMoney(share, price, mode), newKey)]
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

const nothingLeft = rejection('nothing-left', {
  tr: 'Craftgate bu ödemede iade edilebilecek tutar kalmadığını bildiriyor.',
  en: 'Craftgate says that nothing is left to refund of this payment.',
})

function wholeOnly(total: Money): Rejection {
  const whole = inWords(total)
  return rejection('whole-only', {
    tr: `Ön provizyonla başlayan bir ödeme Craftgate'te yalnızca bütünüyle iade edilebilir: ${whole.tr}.`,
    en: `A payment that began as a pre-authorization can only be refunded as a whole: ${whole.en}.`,
  })
}

function beyondLeft(left: Money, shares: readonly TransactionShare[]): Rejection {
  const amount = inWords(left)
  const elsewhere = shares.some(touchedElsewhere)
  return rejection('beyond-left', {
    tr: `Bu ödemede iade edilebilecek tutar: ${amount.tr}.${elsewhere ? ' Bir kısmı Craftgate panelinden iade edilmiş.' : ''}`,
    en: `What is left to refund of this payment is ${amount.en}.${elsewhere ? ' A part of it was refunded in the Craftgate panel.' : ''}`,
  })
}
