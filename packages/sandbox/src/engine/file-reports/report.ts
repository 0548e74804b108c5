import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { parseMoment } from '../clock/istanbul'
import { nextId, type SandboxContext } from '../context'
import type { Period, ReportDemand, ReportType } from './report-demand'

/**
 * "A report of the day before is made every day between 00:00 and 04:00", that of the transactions until 03:00
 * (daily-payment-report, daily-transaction-report): here it is there at the end of that time.
 */
const MADE_BY: Record<ReportType, number> = {
  PAYMENT: milliseconds({ hours: 4 }),
  TRANSACTION: milliseconds({ hours: 3 }),
}

/** How long an ordered report takes. No page describes these calls; a minute is our reading. */
const TAKES = milliseconds({ minutes: 1 })

/** A day's report. Throws a validation error where the merchant has none, or it was not made yet. */
export function dayOfReport(
  ctx: SandboxContext,
  { dailyReports }: Merchant,
  { type, date }: { readonly type: ReportType; readonly date: string },
): Period {
  if (!dailyReports) throw SWITCHED_OFF
  const from = parseMoment(date)
  if (from === undefined) throw NOT_MADE
  const end = from + milliseconds({ days: 1 })
  if (ctx.clock.now() < end + MADE_BY[type]) throw NOT_MADE
  return { from, to: end - 1 }
}

/** Orders a report. Throws a validation error for a period that ends before it begins. */
export function demandReport(
  ctx: SandboxContext,
  demand: Pick<ReportDemand, 'merchant' | 'type' | 'from' | 'to'>,
): ReportDemand {
  if (demand.to < demand.from) throw BACKWARDS
  const made = { ...demand, id: nextId(ctx, demand.merchant), readyAt: ctx.clock.now() + TAKES }
  ctx.state.reportDemands.push(made)
  return made
}

/** An ordered report whose file is there. Throws a validation error where there is none, or not yet. */
export function requireReport(ctx: SandboxContext, merchant: string, id: number): ReportDemand {
  const demand = ctx.state.reportDemands.find((one) => one.id === id && one.merchant === merchant)
  if (!demand) throw NOT_FOUND
  if (ctx.clock.now() < demand.readyAt) throw NOT_READY
  return demand
}

const SWITCHED_OFF = ApiError.invalid('4320', {
  tr: 'Günlük raporlar bu üye işyeri için aktif değil',
  en: 'Daily reports are not switched on for this merchant',
})

const NOT_MADE = ApiError.invalid('4321', {
  tr: 'Bu güne ait rapor henüz oluşmadı',
  en: 'The report of this day was not made yet',
})

const BACKWARDS = ApiError.invalid('4322', {
  tr: '"endDate", "startDate" tarihinden önce olamaz',
  en: '"endDate" must not be before "startDate"',
})

const NOT_FOUND = ApiError.invalid('4323', { tr: 'Rapor bulunamadı', en: 'The report was not found' })
const NOT_READY = ApiError.invalid('4324', {
  tr: 'Rapor henüz hazır değil',
  en: 'The report is not ready yet',
})
