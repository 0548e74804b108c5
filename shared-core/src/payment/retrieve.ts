// The calls that ask Craftgate about one payment.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { Money } from '../money'
import type { PaymentFacts, SellerShare } from './outcome'
import {
  amountShape,
  idShape,
  type ReportedPayment,
  readAmount,
  readPayment,
  readReportedPayment,
  sellerOf,
} from './read-payment'

/** developer.craftgate.io/api/payment/retrieve-payment. Throws CraftgateError. */
export async function retrievePayment(client: CraftgateClient, paymentId: number): Promise<PaymentFacts> {
  return readPayment(await client.call('retrievePayment', { path: { id: paymentId } }))
}

/** developer.craftgate.io/api/payment-reports/retrieve-payment. Throws CraftgateError. */
export async function retrieveReport(client: CraftgateClient, paymentId: number): Promise<ReportedPayment> {
  return readReportedPayment(await client.call('retrievePaymentReport', { path: { paymentId } }))
}

const transactionShape = z.object({
  id: idShape,
  externalId: z.string().nullish(),
  price: amountShape,
  paidPrice: amountShape,
  refundablePrice: amountShape.nullish(),
  transactionStatus: z.string().nullish(),
  walletPrice: amountShape.nullish().catch(undefined),
  subMerchantMemberId: idShape.nullish().catch(undefined),
  subMerchantMemberPrice: amountShape.nullish().catch(undefined),
})
const pageShape = z.object({ items: z.array(transactionShape), totalSize: z.number().nullish() })
const wholeShape = z.object({ paymentTransactions: z.array(transactionShape) })

/** One transaction as the report tells it. */
export interface ReportedTransaction {
  readonly id: number
  readonly externalId?: string
  readonly price: Money
  readonly paidPrice: Money
  /** Card money that can still go back, whoever refunded the rest. */
  readonly refundable: Money
  /** The part of `paidPrice` that the shopper's wallet paid; absent when there is none. */
  readonly walletShare?: Money
  readonly seller?: SellerShare
  /** In Craftgate's word: WAITING_FOR_APPROVAL, APPROVED, PAYOUT_STARTED. */
  readonly status?: string
}

const TRANSACTIONS = "a payment's transactions"

/**
 * The payment's transactions in basket order (they are numbered in it).
 * developer.craftgate.io/api/payment-reports/search-payment-transactions; what is not on its only page is read from
 * the payment itself, which does not say what is refundable. Throws CraftgateError.
 */
export async function retrieveTransactions(
  client: CraftgateClient,
  { paymentId, price: { currency } }: Pick<PaymentFacts, 'paymentId' | 'price'>,
): Promise<readonly ReportedTransaction[]> {
  const report = readAnswer(
    pageShape,
    await client.call('retrievePaymentTransactions', { path: { paymentId } }),
    TRANSACTIONS,
  )
  const known = new Set(report.items.map(({ id }) => id))
  const isAll = (report.totalSize ?? 0) <= known.size
  const all = isAll
    ? []
    : readAnswer(wholeShape, await client.call('retrievePayment', { path: { id: paymentId } }), TRANSACTIONS)
        .paymentTransactions
  const rows = [...report.items, ...all.filter(({ id }) => !known.has(id))].sort((a, b) => a.id - b.id)
  const amount = (value: string | number) => readAmount(value, currency)
  return rows.map(({ id, externalId, price, paidPrice, refundablePrice, ...row }) => {
    const walletShare = amount(row.walletPrice ?? 0)
    return {
      id,
      externalId: externalId ?? undefined,
      price: amount(price),
      paidPrice: amount(paidPrice),
      refundable: amount(refundablePrice ?? paidPrice),
      ...(walletShare.minor > 0 && { walletShare }),
      seller: sellerOf(row, currency),
      status: row.transactionStatus ?? undefined,
    }
  })
}
