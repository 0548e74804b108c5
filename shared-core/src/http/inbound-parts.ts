import type { ClientInfo, SettleResult, StartResult } from '../commerce'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { CheckoutRecord, CommercePlatform } from '../platform'

/** What the doors work with; composed at the top. A door verifies and finds, and lets these decide. */
export interface InboundParts {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly start: (record: CheckoutRecord, peer: ClientInfo) => Promise<StartResult>
  readonly settle: (record: CheckoutRecord) => Promise<SettleResult>
  /** Follows the money calls that are still open to their end. */
  readonly resumeOperations: () => Promise<{ readonly troubles: readonly string[] }>
  readonly logger: Logger
}

/** One request at one door. */
export interface Visit {
  readonly request: Request
  readonly peer: ClientInfo
  /** Stands in the log and on the page that the shopper sees, so that support finds one by the other. */
  readonly requestId: string
}
