import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { requireTransaction } from '../../engine/payments/find-payment'
import { checkSellers } from '../../engine/payments/marketplace'
import {
  blockageResolvedAt,
  type OwnTransaction,
  transactionStatus,
} from '../../engine/payments/transaction-approval'
import { refundedOfTransaction } from '../../engine/refunds/refunded'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, data } from '../api-context'
import { transactionView } from '../payments/transaction-view'
import { moment } from '../query'
import { readBody, readId } from '../read'

/** developer.craftgate.io/api/payment/update-payment-transaction */
export function transactionUpdateRoutes(api: Api, ctx: SandboxContext): void {
  api.put('/payment/v1/payment-transactions/:paymentTransactionId{\\d+}', (c) => {
    const merchant = c.get('merchant')
    const found = requireTransaction(ctx, merchant.apiKey, readId(c, 'paymentTransactionId'))
    const { payment, transaction } = found
    const change = readBody(c, update)
    const { subMerchantMemberId = transaction.subMerchantMemberId, blockageResolvedDate } = change
    const subMerchantMemberPrice =
      change.subMerchantMemberPrice === undefined
        ? transaction.subMerchantMemberPrice
        : requireMinor('subMerchantMemberPrice', change.subMerchantMemberPrice, payment.currency)
    requireChangeable(ctx, found)
    const isSame =
      subMerchantMemberId === transaction.subMerchantMemberId &&
      subMerchantMemberPrice === transaction.subMerchantMemberPrice &&
      (blockageResolvedDate === undefined ||
        blockageResolvedDate === blockageResolvedAt(payment, transaction))
    if (isSame) throw NOTHING_CHANGES
    const seller = { subMerchantMemberId, subMerchantMemberPrice }
    const { currency } = payment
    checkSellers(ctx, merchant, { currency, items: [{ price: transaction.price, ...seller }] })
    Object.assign(transaction, seller)
    if (blockageResolvedDate !== undefined) transaction.blockageResolvedAt = blockageResolvedDate
    return data(c, transactionView(payment, transaction))
  })
}

const update = z.object({
  subMerchantMemberId: z.number().int().optional(),
  subMerchantMemberPrice: z.number().nonnegative().optional(),
  blockageResolvedDate: moment.optional(),
})

/** The page's list of conditions. */
function requireChangeable(ctx: SandboxContext, { payment, transaction }: OwnTransaction): void {
  if (payment.paymentGroup !== 'PRODUCT') throw ONLY_PRODUCTS
  if (payment.status !== 'SUCCESS') throw NOT_PAID
  if (refundedOfTransaction(ctx, payment, transaction) > 0) throw REFUNDED
  if (transaction.payoutStarted) throw PAYOUT_STARTED
  if (transactionStatus(payment, transaction) !== 'WAITING_FOR_APPROVAL') throw APPROVED
}

const ONLY_PRODUCTS = ApiError.invalid('4140', {
  tr: 'Yalnızca ürün ödemelerinin kırılımları güncellenebilir',
  en: 'Only transactions of product payments can be changed',
})

const NOT_PAID = ApiError.invalid('4141', {
  tr: 'Başarılı olmayan ödemenin kırılımı güncellenemez',
  en: 'The payment is not successful',
})

const REFUNDED = ApiError.invalid('4142', {
  tr: 'İade edilmiş ödeme kırılımı güncellenemez',
  en: 'The transaction was refunded',
})

const APPROVED = ApiError.invalid('4143', {
  tr: 'Onay verilmiş ödeme kırılımı güncellenemez',
  en: 'The transaction is approved',
})

const PAYOUT_STARTED = ApiError.invalid('4148', {
  tr: 'Para gönderimi başlamış ödeme kırılımı güncellenemez',
  en: 'The payout of the transaction has begun',
})

const NOTHING_CHANGES = ApiError.invalid('4144', {
  tr: 'Satıcı, satıcı ücreti ya da blokaj tarihinden en az biri değişmelidir',
  en: 'The seller, the price or the blockage has to change',
})
