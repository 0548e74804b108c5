// Files of what happened at Craftgate, of a day or ordered for a time, and a day of Craftgate's compared with the shop's own
// payments. What was paid out is told by `marketplace.payouts`, for a merchant without sellers too.
// developer.craftgate.io/api/reports
import { z } from 'zod'
import { accountOf } from '../account'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { idShape } from '../payment'
import type { CommercePlatform } from '../platform'
import { type ComparedDay, compareDay } from './compare-day'
import type { TimeOfDay } from './day-part'

export type { ComparedDay, DayDifference } from './compare-day'
export { readTimeOfDay, type TimeOfDay } from './day-part'

/** payments: of payments. transactions: of payments, cancels and refunds. */
export type ReportKind = 'payments' | 'transactions'
export type ReportFormat = 'CSV' | 'XLSX'

/** Bytes. Errors when it breaks off; whoever does not read it to its end cancels it. */
export type ReportFile = ReadableStream<Uint8Array>

/** `merchant` is a key of `merchants` in the options; days are 2026-03-01, on the clock of Istanbul. Each throws CraftgateError. */
export interface Reports {
  /**
   * The file of a day that is over, as it comes from Craftgate and no faster than it is read: none is held in memory. Craftgate makes it by 4 o'clock of the next morning, for an
   * account that has them switched on.
   */
  daily(
    merchant: string,
    report: { readonly kind: ReportKind; readonly day: string; readonly format: ReportFormat },
  ): Promise<ReportFile>
  /** Orders a file of these days, both included; answers its number. The same key orders one. */
  order(
    merchant: string,
    report: {
      readonly kind: ReportKind
      readonly from: string
      readonly to: string
      readonly idempotencyKey: string
    },
  ): Promise<string>
  /** The ordered file; Craftgate refuses it (`invalid-request`) until it is made. */
  ordered(merchant: string, id: string, format: ReportFormat): Promise<ReportFile>
  /**
   * What Craftgate took on this day beside what the shop's orders took, each way; at most 2,000 payments of Craftgate's at
   * once. `from`: where a part begins, as `ComparedDay.next` named it; the whole day is compared part by part. Moves nothing.
   */
  compareDay(merchant: string, day: string, from?: TimeOfDay): Promise<ComparedDay>
}

export interface ReportDependencies {
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly options: Parameters<typeof accountOf>[0]
  readonly platform: Pick<CommercePlatform, 'findCheckout' | 'sales'>
}

const DAILY = {
  payments: 'retrieveDailyPaymentReport',
  transactions: 'retrieveDailyTransactionReport',
} as const
const TYPES = { payments: 'PAYMENT', transactions: 'TRANSACTION' } as const

const orderedShape = z.object({ id: z.union([z.string().min(1), idShape.transform(String)]) })

export function createReports({ clientFor, options, platform }: ReportDependencies): Reports {
  return {
    async daily(merchant, { kind, day, format }) {
      const query = { reportDate: day, fileType: format }
      return fileOf(await clientFor(merchant).call(DAILY[kind], { query }))
    },
    async order(merchant, { kind, from, to, idempotencyKey }) {
      const body = {
        startDate: `${from}T00:00:00`,
        endDate: `${to}T23:59:59`,
        reportType: TYPES[kind],
        reportPeriod: 'INSTANT',
      } as const
      const answer = await clientFor(merchant).call('createReport', { body }, { idempotencyKey })
      return readAnswer(orderedShape, answer, 'an ordered report').id
    },
    async ordered(merchant, reportId, format) {
      const query = { fileType: format }
      return fileOf(await clientFor(merchant).call('retrieveReport', { path: { reportId }, query }))
    },
    compareDay: (merchant, day, from) =>
      compareDay({ client: clientFor(merchant), account: accountOf(options, merchant), platform }, day, from),
  }
}

const fileOf = (answer: unknown): ReportFile =>
  readAnswer(z.instanceof<typeof ReadableStream<Uint8Array>>(ReadableStream), answer, 'a report file')
