// Who gets what of a sale, and its correction while nothing of it is approved.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { invalidRequest } from '../errors'
import { amountIn } from '../messages/amounts'
import { APPROVED_SHARE, NOT_OF_THIS_SALE, shareAboveItem } from '../messages/marketplace'
import { compare, isCurrency, type Money, toWireNumber } from '../money'
import { amountShape, idShape, readAmount, retrieveReport, type SellerShare, sellerOf } from '../payment'
import type { PaymentRef } from '../platform'
import { moment, text } from './wire'

/** An item of a sale. */
export interface SaleShare {
  readonly transactionId: number
  readonly externalId?: string
  readonly name?: string
  readonly price: Money
  /** Card money that did not go back. */
  readonly refundable: Money
  /** Absent: the item is the marketplace's own. */
  readonly seller?: SellerShare & { readonly name?: string }
  /** WAITING_FOR_APPROVAL, APPROVED, PAYOUT_STARTED */
  readonly status?: string
  /** WAITING_FOR_PAYOUT, PAYOUT_STARTED, PAYOUT_COMPLETED, NO_PAYOUT, CANCELLED: of the seller's share. */
  readonly payoutStatus?: string
  /** When it may be paid out at the earliest. */
  readonly blockedUntil?: Date
}

export interface ShareCorrection {
  readonly transactionId: number
  readonly memberId: number
  readonly share: Money
}

export interface SaleShares {
  /** Of one payment; of an attempt that several paid, name each. At most the 100 first. Throws CraftgateError. */
  of(payment: PaymentRef): Promise<readonly SaleShare[]>
  /**
   * Another seller, or another share. May be repeated. Throws CraftgateError: `not-of-this-sale`, `share-above-price`,
   * `approved`, or what Craftgate says (it refuses what was refunded, and what is no sale of goods).
   */
  correct(payment: PaymentRef, correction: ShareCorrection): Promise<SaleShare>
}

const memberShape = z
  .object({ name: text, legalCompanyTitle: text, contactName: text, contactSurname: text })
  .nullish()
  .catch(undefined)

const transactionShape = z.object({
  id: idShape,
  externalId: text,
  name: text,
  price: amountShape,
  paidPrice: amountShape,
  refundablePrice: amountShape.nullish(),
  subMerchantMemberId: idShape.nullish().catch(undefined),
  subMerchantMemberPrice: amountShape.nullish().catch(undefined),
  subMerchantMember: memberShape,
  transactionStatus: text,
  payoutStatus: z.object({ subMerchantMemberStatus: text }).nullish().catch(undefined),
  blockageResolvedDate: moment,
})
const pageShape = z.object({ items: z.array(transactionShape) })

const SHARES = "a payment's transactions"

export function createSaleShares(clientOfAccount: (account: string) => CraftgateClient): SaleShares {
  async function of({ account, paymentId }: PaymentRef): Promise<readonly SaleShare[]> {
    const client = clientOfAccount(account)
    const { price } = await retrieveReport(client, paymentId)
    const answer = await client.call('retrievePaymentTransactions', { path: { paymentId } })
    return readAnswer(pageShape, answer, SHARES).items.map((row) => shareOf(row, price.currency))
  }

  return {
    of,
    async correct(payment, { transactionId, memberId, share }) {
      const find = async () => {
        const found = (await of(payment)).find((each) => each.transactionId === transactionId)
        if (found === undefined) throw invalidRequest('not-of-this-sale', NOT_OF_THIS_SALE)
        return found
      }
      const now = await find()
      const isSame = now.seller?.memberId === memberId && compare(now.seller.amount, share) === 0
      if (isSame) return now
      if (compare(share, now.price) > 0)
        throw invalidRequest('share-above-price', shareAboveItem(amountIn(share), amountIn(now.price)))
      if (now.seller && now.status !== 'WAITING_FOR_APPROVAL')
        throw invalidRequest('approved', APPROVED_SHARE)
      const body = { subMerchantMemberId: memberId, subMerchantMemberPrice: toWireNumber(share) }
      const path = { paymentTransactionId: transactionId }
      await clientOfAccount(payment.account).call('updatePaymentTransaction', { path, body })
      return find()
    },
  }
}

function shareOf(row: z.output<typeof transactionShape>, currency: string): SaleShare {
  const amount = (value: string | number) => readAmount(value, isCurrency(currency) ? currency : 'TRY')
  const seller = sellerOf(row, currency)
  return {
    transactionId: row.id,
    externalId: row.externalId,
    name: row.name,
    price: amount(row.price),
    refundable: amount(row.refundablePrice ?? row.paidPrice),
    seller: seller && { ...seller, name: nameOf(row.subMerchantMember) },
    status: row.transactionStatus,
    payoutStatus: row.payoutStatus?.subMerchantMemberStatus,
    blockedUntil: row.blockageResolvedDate,
  }
}

function nameOf(member: z.output<typeof memberShape>): string | undefined {
  if (member == null) return undefined
  const person = [member.contactName, member.contactSurname].filter(Boolean).join(' ')
  return member.name ?? member.legalCompanyTitle ?? (person || undefined)
}
