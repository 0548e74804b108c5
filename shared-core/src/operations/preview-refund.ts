import type { RefundPreview, RefundPreviewItem, RefundPreviewRequest } from '../commerce'
import { NO_BUYER } from '../messages/operations'
import { WALLET_ERRORS } from '../messages/wallets'
import { isZero, type Money, money, sum } from '../money'
import { interestOf, retrievePayment } from '../payment'
import type { OperationStep } from '../platform'
import { walletOf } from '../wallets/read-wallets'
import type { TransactionShare } from './allocation'
import { attemptOf, type OperationsDeps, operationStore, type PlanInput } from './context'
import { type PlannedRefund, planRefundOf, withPayments } from './plan-operation'
import type { RefundablePayment } from './plan-refund'
import { isRejection, type Rejection, rejection, wordsOf } from './result'

type Possible = Extract<RefundPreview, { readonly state: 'possible' }>

/**
 * What a refund would give back now, by the very plan that the refund makes: nothing is written down, and Craftgate is only
 * asked what it knows. What happens to the payment between the two, the refund's own plan sees.
 */
export async function previewRefund(
  deps: OperationsDeps,
  request: RefundPreviewRequest,
): Promise<RefundPreview> {
  const attempt = await attemptOf(deps, request)
  const operations = await operationStore(deps).of(attempt.lead)
  const isForWallet = request.destination === 'wallet'
  const planned = await withPayments<PlannedRefund>(
    deps,
    { kind: 'refund', attempt, operations },
    async (input) => (isForWallet && (await walletRefusal(input))) || planRefundOf(deps, request, input),
  )
  if (!isRejection(planned)) return isForWallet ? intoWallet(viewOf(planned)) : viewOf(planned)
  const { error, passing } = planned
  return { state: 'refused', error, message: wordsOf(error), ...(passing && { passing }) }
}

/** Whoever paid as nobody, or has no wallet, gets nothing into it. Throws CraftgateError. */
async function walletRefusal({ run: { client }, payments }: PlanInput): Promise<Rejection | undefined> {
  for (const { paymentId, price } of payments) {
    const { buyerMember } = await retrievePayment(client, paymentId)
    if (buyerMember === undefined) return rejection('no-buyer', NO_BUYER)
    const wallet = await walletOf(client, buyerMember)
    if (wallet?.balance.currency !== price.currency) return rejection('no-wallet', WALLET_ERRORS['no-wallet'])
  }
  return undefined
}

/** All of it, the card's part too. */
const intoWallet = (view: Possible): Possible => ({
  ...view,
  walletAmount: view.cardAmount,
  items: view.items.map((item) => ({ ...item, walletAmount: item.cardAmount })),
})

function viewOf({ plan: { amount: price, steps }, payments }: PlannedRefund): Possible {
  const { currency } = price
  const items = steps.flatMap((step) => itemsOf(step, payments))
  const cardAmount = sum(
    steps.map((step) => step.amount),
    currency,
  )
  const walletAmount = sum(
    items.flatMap((item) => item.walletAmount ?? []),
    currency,
  )
  return {
    state: 'possible',
    price,
    cardAmount,
    interest: interestOf({ price, paidPrice: cardAmount }),
    ...(!isZero(walletAmount) && { walletAmount }),
    items,
  }
}

function itemsOf(step: OperationStep, payments: readonly RefundablePayment[]): readonly RefundPreviewItem[] {
  const shares = payments
    .filter(({ paymentId }) => paymentId === step.paymentId)
    .flatMap(({ transactions }) => transactions)
  if (step.transactionId === undefined)
    return shares.map((share) => itemOf(share, { price: share.price, cardAmount: share.paidPrice }))
  return shares
    .filter(({ id }) => id === step.transactionId)
    .map((share) => itemOf(share, { price: step.price, cardAmount: step.amount }))
}

/**
 * The wallet's and the seller's part are reckoned on the sum that went back of the item, whole minor units of it: the portal
 * does not say how Craftgate rounds them.
 */
function itemOf(
  share: TransactionShare,
  { price, cardAmount }: Pick<RefundPreviewItem, 'price' | 'cardAmount'>,
): RefundPreviewItem {
  const { id: transactionId, externalId, paidPrice, refundable, walletShare, seller } = share
  const before = paidPrice.minor - refundable.minor
  const after = before + cardAmount.minor
  const wallet = (gone: number) => wholePart(walletShare, gone, paidPrice)
  const kept = (gone: number) => wholePart(seller?.amount, paidPrice.minor - gone, paidPrice)
  return {
    transactionId,
    externalId,
    price,
    cardAmount,
    ...(walletShare && { walletAmount: money(wallet(after) - wallet(before), price.currency) }),
    ...(seller && {
      seller: {
        memberId: seller.memberId,
        amount: money(kept(before) - kept(after), price.currency),
      },
    }),
  }
}

/** As many whole minor units of `amount` as `part` is of `whole`. */
const wholePart = (amount: Money | undefined, part: number, whole: Money): number =>
  amount === undefined || isZero(whole)
    ? 0
    : Number((BigInt(amount.minor) * BigInt(part)) / BigInt(whole.minor))
