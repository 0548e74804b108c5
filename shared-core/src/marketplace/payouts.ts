// What a marketplace and its sellers were paid: developer.craftgate.io/api/reports, "payout". The files that pay them are made
// by hand in Craftgate's panel; no call does that.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { isCurrency, type Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'
import { moment, number, PAGE_SIZE, type Period, periodQuery, text } from './wire'

/** SETTLEMENT: earnings. WITHDRAW: what sellers drew from their wallets. BOUNCED_SETTLEMENT: what a bank sent back, again. */
export type SettlementType = 'SETTLEMENT' | 'WITHDRAW' | 'BOUNCED_SETTLEMENT'

/** A transaction's part of a payout that was made; below zero where a refund was taken back. */
export interface PaidTransaction {
  readonly payoutId: number
  readonly transactionId?: number
  /** PAYMENT_TX, REFUND_TX … */
  readonly transactionType?: string
  readonly amount: Money
  readonly paidAt?: Date
  /** The member; of the marketplace's own payouts its number. */
  readonly payee?: number
  readonly isSeller: boolean
  readonly destination?: string
}

/** A payout of a file of the panel, on its way or made. */
export interface PayoutRow {
  readonly payoutId: number
  readonly name?: string
  readonly iban?: string
  readonly amount: Money
  readonly startedAt?: Date
  readonly payee?: number
  readonly isSeller: boolean
}

export interface PayoutDetail extends Omit<PayoutRow, 'payoutId'> {
  readonly description?: string
  readonly destination?: string
  /** NOT_BOUNCED, BOUNCED, UPDATED, PAYOUT_STARTED, PAYOUT_COMPLETED */
  readonly bounceStatus?: string
  readonly transactions: readonly Pick<PaidTransaction, 'transactionId' | 'transactionType' | 'amount'>[]
}

/** A payout that the seller's bank sent back; once the seller's account is corrected it can be paid again. */
export interface BouncedPayout {
  readonly payoutId: number
  readonly seller: number
  readonly name?: string
  readonly iban?: string
  readonly amount: Money
  readonly bouncedAt?: Date
}

export interface Paged<T> {
  readonly rows: readonly T[]
  readonly count: number
}

export type FileStatus = 'CREATED' | 'UPLOADED' | 'APPROVED'

/** `merchant` is a key of `merchants` in the options; pages count from 0 and have 25. Each throws CraftgateError. */
export interface Payouts {
  /** By transaction. */
  completed(
    merchant: string,
    query: Period & { readonly type: SettlementType; readonly page: number },
  ): Promise<Paged<PaidTransaction>>
  /** A seller's of all of these, from the first page to the last: read it from a stream. */
  statement(
    merchant: string,
    query: Period & { readonly type: SettlementType; readonly seller: number },
  ): AsyncIterable<PaidTransaction>
  rows(
    merchant: string,
    query: Period & { readonly fileStatus: FileStatus; readonly page: number },
  ): Promise<Paged<PayoutRow>>
  find(merchant: string, payoutId: number): Promise<PayoutDetail>
  bounced(merchant: string, period: Period): Promise<readonly BouncedPayout[]>
}

const payee = { merchantId: number, merchantType: text }
const isSeller = (type: string | undefined) => type === 'SUB_MERCHANT_MEMBER'
const currencyOf = (written: string | undefined) =>
  written !== undefined && isCurrency(written) ? written : 'TRY'

const completedShape = z
  .object({
    payoutId: idShape,
    transactionId: number,
    transactionType: text,
    payoutAmount: amountShape,
    payoutDate: moment,
    currency: text,
    settlementEarningsDestination: text,
    ...payee,
  })
  .transform(
    (row): PaidTransaction => ({
      payoutId: row.payoutId,
      transactionId: row.transactionId,
      transactionType: row.transactionType,
      amount: signedAmount(row.payoutAmount, row.currency),
      paidAt: row.payoutDate,
      payee: row.merchantId,
      isSeller: isSeller(row.merchantType),
      destination: row.settlementEarningsDestination,
    }),
  )

const wireRow = z.object({ name: text, iban: text, payoutAmount: amountShape, payoutDate: moment, ...payee })

/** Rows name no currency: a marketplace pays in lira (payout accounts abroad are not in a bank file). */
const rowOf = (row: z.output<typeof wireRow>, currency?: string) => ({
  name: row.name,
  iban: row.iban,
  amount: signedAmount(row.payoutAmount, currency),
  startedAt: row.payoutDate,
  payee: row.merchantId,
  isSeller: isSeller(row.merchantType),
})

const rowShape = wireRow
  .extend({ payoutId: idShape })
  .transform((row): PayoutRow => ({ payoutId: row.payoutId, ...rowOf(row) }))

const detailShape = wireRow
  .extend({
    rowDescription: text,
    currency: text,
    settlementEarningsDestination: text,
    bounceStatus: text,
    payoutTransactions: z
      .array(z.object({ transactionId: number, transactionType: text, payoutAmount: amountShape }))
      .nullish(),
  })
  .transform(
    ({ payoutTransactions, ...row }): PayoutDetail => ({
      ...rowOf(row, row.currency),
      description: row.rowDescription,
      destination: row.settlementEarningsDestination,
      bounceStatus: row.bounceStatus,
      transactions: (payoutTransactions ?? []).map(({ payoutAmount, ...each }) => ({
        ...each,
        amount: signedAmount(payoutAmount, row.currency),
      })),
    }),
  )

const bouncedShape = z
  .object({
    id: idShape,
    payoutId: idShape,
    iban: text,
    payoutAmount: amountShape,
    updatedDate: moment,
    ...{ contactName: text, contactSurname: text, legalCompanyTitle: text },
  })
  .transform(
    (row): BouncedPayout => ({
      payoutId: row.payoutId,
      seller: row.id,
      name:
        row.legalCompanyTitle ??
        ([row.contactName, row.contactSurname].filter(Boolean).join(' ') || undefined),
      iban: row.iban,
      amount: signedAmount(row.payoutAmount, undefined),
      bouncedAt: row.updatedDate,
    }),
  )

/** Below zero where something was taken back. */
function signedAmount(value: string | number, written: string | undefined): Money {
  const decimal = String(value)
  const amount = readAmount(decimal.replace('-', ''), currencyOf(written))
  return decimal.startsWith('-') ? { ...amount, minor: -amount.minor } : amount
}

const paged = <T>(item: z.ZodType<T>) =>
  z
    .object({ items: z.array(item), totalSize: z.number().nullish() })
    .transform(({ items, totalSize }): Paged<T> => ({ rows: items, count: totalSize ?? items.length }))

const PAYOUT = 'a payout'
const STATEMENT_PAGE = 100

export function createPayouts(clientFor: (merchant: string) => CraftgateClient): Payouts {
  async function completed(merchant: string, asked: CompletedQuery): Promise<Paged<PaidTransaction>> {
    const { type: settlementType, page, size, ...period } = asked
    const query = { ...periodQuery(period), settlementType, page, size }
    const answer = await clientFor(merchant).call('searchPayoutCompletedTransactions', { query })
    return readAnswer(paged(completedShape), answer, PAYOUT)
  }

  return {
    completed: (merchant, query) => completed(merchant, { ...query, size: PAGE_SIZE }),
    async *statement(merchant, { seller, ...query }) {
      for (let page = 0, read = 0, count = 1; read < count; page += 1) {
        const found = await completed(merchant, { ...query, page, size: STATEMENT_PAGE })
        if (found.rows.length === 0) return
        read += found.rows.length
        count = found.count
        yield* found.rows.filter((row) => row.isSeller && row.payee === seller)
      }
    },
    async rows(merchant, { fileStatus, page, ...period }) {
      const query = { ...periodQuery(period), fileStatus, page, size: PAGE_SIZE }
      return readAnswer(
        paged(rowShape),
        await clientFor(merchant).call('searchPayoutRows', { query }),
        PAYOUT,
      )
    },
    async find(merchant, id) {
      const answer = await clientFor(merchant).call('retrievePayoutDetails', { path: { id } })
      return readAnswer(detailShape, answer, PAYOUT)
    },
    async bounced(merchant, period) {
      const call = clientFor(merchant).call('searchBouncedPayoutTransactions', { query: periodQuery(period) })
      return readAnswer(z.object({ items: z.array(bouncedShape) }), await call, PAYOUT).items
    },
  }
}

type CompletedQuery = Period & {
  readonly type: SettlementType
  readonly page: number
  readonly size: number
}
