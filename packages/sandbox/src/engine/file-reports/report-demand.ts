import type { Schema } from '@craftgate-commerce/openapi'

export type ReportType = Schema<'ReportType'>

/** From the first millisecond to the last, both included. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** A report that the merchant ordered. */
export interface ReportDemand extends Period {
  readonly id: number
  readonly merchant: string
  readonly type: ReportType
  /** When the file is there. */
  readonly readyAt: number
}
