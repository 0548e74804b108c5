import type { SettleResult } from '../commerce'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { CheckoutRecord, CommercePlatform } from '../platform'

/** What reconcile works with; composed at the top. */
export interface ReconcileParts {
  readonly options: Pick<ParsedOptions, 'reconcileAfterSeconds'>
  readonly platform: CommercePlatform
  readonly settle: (record: CheckoutRecord) => Promise<SettleResult>
  readonly expire: (record: CheckoutRecord) => Promise<SettleResult>
  readonly resumeOperations: (query: {
    readonly before: Date
  }) => Promise<{ readonly settled: number; readonly troubles: readonly string[] }>
  readonly logger: Logger
  readonly clock: () => Date
}
