import { compare, isZero, type Money, money, sum } from '../../money'
import type { OperationStep } from '../../platform'
import { cardMoney, priceLeft, touchedElsewhere } from './card-money'
import { checkAmount } from './check-amount'
import { inWords, type Refusal, refusal } from './refusal'
import { type NamedAmount, type Source, takePrice } from './take-price'
import type { PartialRefunds, TransactionShare } from './transaction-share'

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

export interface RefundWish {
  readonly key: string
  readonly amount: Money
  readonly items: readonly NamedAmount[]
  readonly mode: PartialRefunds
}

export interface RefundPlan {
  readonly steps: readonly OperationStep[]
}

/**
 * Maps an amount of the order's price to requests that Craftgate understands.
 * - Everything, and nobody refunded before: one request for the whole payment, which Craftgate cancels (same day) or
 *   refunds. It gives back all that the card was charged, whatever `mode` says.
 * - Anything else, the rest after partial refunds too: one request for each transaction that gives something. Craftgate
 *   would refund the rest as a whole as well, but it answers that without an id and with as many refunds as there are
 *   transactions; requests of our own have keys of their own, and so can be asked about one by one.
 */
export function planRefund(wish: RefundWish, payment: RefundablePayment): RefundPlan | Refusal {
  const wrong = checkAmounts(wish, payment)
  if (wrong !== undefined) return wrong
  if (payment.untouched && compare(wish.amount, payment.price) === 0) return wholeRefund(wish, payment)
  if (!payment.divisible) return wholeOnly(payment)
  const sources = payment.transactions.map((share) => sourceOf(share, wish.mode))
  const left = sum(
    sources.map((source) => source.left),
    wish.amount.currency,
  )
  if (compare(wish.amount, left) > 0) return beyondLeft(left, payment)
  return { steps: legsOf(wish, payment, sources) }
}

function checkAmounts(wish: RefundWish, payment: RefundablePayment): Refusal | undefined {
  const amounts = [wish.amount, ...wish.items.map((item) => item.amount)]
  return amounts
    .map((amount) => checkAmount(amount, payment.price.currency))
    .find((wrong) => wrong !== undefined)
}

function wholeRefund(wish: RefundWish, payment: RefundablePayment): RefundPlan {
  return {
    steps: [
      {
        key: wish.key,
        paymentId: payment.paymentId,
        amount: payment.paidPrice,
        price: wish.amount,
        state: 'planned',
      },
    ],
  }
}

const sourceOf = (share: TransactionShare, mode: PartialRefunds): Source => ({
  id: share.id,
  externalId: share.externalId,
  left: priceLeft(share, mode),
})

function legsOf(
  wish: RefundWish,
  { paymentId, transactions: shares }: RefundablePayment,
  sources: readonly Source[],
): readonly OperationStep[] {
  const takes = takePrice(wish.amount, wish.items, sources)
  const giving = shares.flatMap((share, index) => {
    const price = takes[index]
    return price === undefined || isZero(price) ? [] : [{ share, price }]
  })
  return giving.map(({ share, price }, index) => ({
    key: legKey(wish.key, index),
    paymentId,
    transactionId: share.id,
    price,
    ...atCraftgate(cardMoney(share, price, wish.mode)),
  }))
}

/** A price so small that the card was charged nothing for it needs no request: the step is done before it starts. */
const atCraftgate = (amount: Money): Pick<OperationStep, 'amount' | 'state'> => ({
  amount,
  state: isZero(amount) ? 'done' : 'planned',
})

/** `_` occurs in no request key, so the keys of steps never meet those of other requests. */
export const legKey = (key: string, index: number): string => `${key}_${index + 1}`

function wholeOnly(payment: RefundablePayment): Refusal {
  const nothing = money(0, payment.price.currency)
  if (!payment.untouched) return beyondLeft(nothing, payment)
  const whole = inWords(payment.price)
  return refusal('whole-only', {
    tr: `Ön provizyonla başlayan bir ödeme Craftgate'te yalnızca bütünüyle iade edilebilir: ${whole.tr}.`,
    en: `A payment that began as a pre-authorization can only be refunded as a whole: ${whole.en}.`,
  })
}

function beyondLeft(left: Money, payment: RefundablePayment): Refusal {
  const amount = inWords(left)
  const elsewhere = payment.transactions.some(touchedElsewhere)
  return refusal('beyond-left', {
    tr: `Bu ödemede iade edilebilecek tutar: ${amount.tr}.${elsewhere ? ' Bir kısmı Craftgate panelinden iade edilmiş.' : ''}`,
    en: `What is left to refund of this payment is ${amount.en}.${elsewhere ? ' A part of it was refunded in the Craftgate panel.' : ''}`,
  })
}
