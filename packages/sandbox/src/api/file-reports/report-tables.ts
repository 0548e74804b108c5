import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Period, ReportType } from '../../engine/file-reports/report-demand'
import type { Payment } from '../../engine/payments/payment'
import type { Refund, TransactionRefund } from '../../engine/refunds/refund'
import { refundedOf, refundState } from '../../engine/refunds/refunded'
import { exponentOf, toText } from '../../money/minor'
import { rateOf } from '../../money/share'
import type { Cell, Table } from '../../spreadsheet/table'
import { basePaymentView } from '../payments/payment-view'

/**
 * What a report file holds, oldest first. The portal says what is in it ("all payments", "all payments, cancellations and
 * refunds") and not in which columns: here they have the names of the API's fields, and amounts are decimal text.
 */
export function reportTable(
  ctx: SandboxContext,
  merchant: string,
  { type, from, to }: Period & { readonly type: ReportType },
): Table {
  const isIn = (one: { readonly merchant: string; readonly createdAt: number }) =>
    one.merchant === merchant && one.createdAt >= from && one.createdAt <= to
  const payments = ctx.state.payments.filter(isIn)
  if (type === 'PAYMENT')
    return tableOf(
      PAYMENT_HEADS,
      payments.map((payment) => paymentLine(ctx, payment)),
    )
  const transactions = [
    ...payments.map(paymentTransaction),
    ...ctx.state.refunds.filter(isIn).map(refundTransaction),
    ...ctx.state.transactionRefunds.filter(isIn).map(refundTransaction),
  ]
  return tableOf(
    TRANSACTION_HEADS,
    transactions.sort((one, other) => one.createdDate.localeCompare(other.createdDate)),
  )
}

const PAYMENT_HEADS = [
  ...(['paymentId', 'createdDate', 'paymentStatus', 'paymentType', 'paymentProvider'] as const),
  ...(['paymentSource', 'paymentGroup', 'paymentPhase', 'conversationId', 'externalId', 'orderId'] as const),
  ...(['buyerMemberId', 'price', 'paidPrice', 'walletPrice', 'currency', 'installment'] as const),
  ...(['isThreeDS', 'bankCommissionRateAmount', 'merchantCommissionRateAmount'] as const),
  ...(['refundedPrice', 'refundStatus', 'posAlias', 'binNumber', 'lastFourDigits', 'cardType'] as const),
  ...(['cardAssociation', 'cardBrand', 'errorCode', 'errorGroup'] as const),
]

const TRANSACTION_HEADS = [
  ...(['transactionType', 'id', 'paymentId', 'paymentTransactionId', 'createdDate', 'status'] as const),
  ...(['amount', 'currency', 'conversationId', 'posAlias', 'errorGroup'] as const),
]

const tableOf = <Head extends string>(
  heads: readonly Head[],
  lines: readonly Readonly<Record<Head, Cell>>[],
): Table => ({ heads, rows: lines.map((line) => heads.map((head) => line[head])) })

const text = (minor: number, currency: string): string => toText(minor, exponentOf(currency))

function paymentLine(ctx: SandboxContext, payment: Payment) {
  const { id, currency, createdAt, paidPrice, price, walletPrice = 0, bankRate, pos, error } = payment
  const view = basePaymentView(payment, 'tr')
  const { paymentStatus, paymentType, paymentProvider, paymentSource, paymentGroup, paymentPhase } = view
  const { conversationId, externalId, orderId, buyerMemberId, installment, isThreeDS } = view
  const { binNumber, lastFourDigits, cardType, cardAssociation, cardBrand } = { ...NO_CARD, ...view }
  const refunded = refundedOf(ctx, payment)
  return {
    ...{ paymentId: id, createdDate: localTime(createdAt), paymentStatus, paymentType, paymentProvider },
    ...{ paymentSource, paymentGroup, paymentPhase, conversationId, externalId, orderId, buyerMemberId },
    ...{ price: text(price, currency), paidPrice: text(paidPrice, currency) },
    ...{ walletPrice: text(walletPrice, currency), currency, installment, isThreeDS },
    bankCommissionRateAmount: text(rateOf(paidPrice - walletPrice, bankRate), currency),
    merchantCommissionRateAmount: text(paidPrice - price, currency),
    ...{ refundedPrice: text(refunded, currency), refundStatus: refundState(payment, refunded, paidPrice) },
    ...{ posAlias: pos?.alias, binNumber, lastFourDigits, cardType, cardAssociation, cardBrand },
    ...{ errorCode: error?.code, errorGroup: error?.group },
  }
}

const NO_CARD = {
  ...{ binNumber: undefined, lastFourDigits: undefined, cardType: undefined },
  ...{ cardAssociation: undefined, cardBrand: undefined },
}

const paymentTransaction = ({ id, createdAt, status, currency, ...payment }: Payment) => ({
  ...{ transactionType: 'PAYMENT', id, paymentId: id, paymentTransactionId: undefined },
  ...{ createdDate: localTime(createdAt), status, amount: text(payment.paidPrice, currency), currency },
  ...{ conversationId: payment.conversationId, posAlias: payment.pos?.alias },
  errorGroup: payment.error?.group,
})

const refundTransaction = (refund: Refund | TransactionRefund) => ({
  transactionType: 'transactionId' in refund ? 'REFUND' : 'CANCEL',
  ...{ id: refund.id, paymentId: refund.paymentId },
  paymentTransactionId: 'transactionId' in refund ? refund.transactionId : undefined,
  ...{ createdDate: localTime(refund.createdAt), status: refund.status },
  ...{ amount: text(-refund.amount, refund.currency), currency: refund.currency },
  ...{ conversationId: refund.conversationId, posAlias: undefined, errorGroup: refund.error?.group },
})
