import type { Gateway } from '../client/gateway'
import type { OperationRequest, OperationResult } from '../commerce'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { CommercePlatform } from '../platform'

/** What the rooms of a checkout work with; composed at the top. */
export interface CheckoutParts {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly gatewayFor: (account: string) => Gateway
  /** The whole payment goes back; the same key never gives it back twice. */
  readonly giveBack: (request: OperationRequest) => Promise<OperationResult>
  readonly logger: Logger
  readonly clock: () => Date
}
