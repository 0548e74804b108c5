import type { MoneyResult } from '../commerce'
import type { Gateway } from '../gateway/gateway'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { PaymentFacts } from '../payment'
import type { CommercePlatform } from '../platform'

export interface GiveBack {
  readonly merchant: string
  /** The same key never gives back twice. */
  readonly key: string
  /** The whole of it goes back: a void when it was only authorized, else a refund of its price. */
  readonly facts: PaymentFacts
}

/** What the rooms of a checkout work with; composed at the top. */
export interface CheckoutParts {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly gatewayFor: (merchant: string) => Gateway
  readonly giveBack: (request: GiveBack) => Promise<MoneyResult>
  readonly logger: Logger
  readonly clock: () => Date
}
