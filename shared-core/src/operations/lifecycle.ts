import type { Gateway } from '../client/gateway'
import type {
  CaptureRequest,
  OperationRequest,
  OperationResult,
  RefundRequest,
  VoidRequest,
} from '../commerce'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { PaymentFacts } from '../payment/outcome'
import type { CommercePlatform, PaymentRef } from '../platform'

export interface LifecycleParts {
  readonly platform: CommercePlatform
  /** Craftgate for one account. */
  readonly gatewayFor: (account: string) => Gateway
  readonly options: Pick<ParsedOptions, 'partialRefunds' | 'deadlines'>
  readonly logger: Logger
  readonly clock: () => Date
}

export interface ResumeQuery {
  /** Only the operations of this payment. */
  readonly payment?: PaymentRef
  /** Only money calls last written before this moment; now when absent. */
  readonly before?: Date
}

export interface Resumed {
  /** Money calls that reached their end and that the shop was told of. */
  readonly settled: number
  /** One sentence for each money call that could not be settled this time. */
  readonly troubles: readonly string[]
}

/** What moves money for a payment that the shop knows. Every promise keeps the rules in `index.ts`. */
export interface Lifecycle {
  /** Takes what was only authorized (post-auth), all of it when no amount is named. */
  capture(request: CaptureRequest): Promise<OperationResult>
  /** Gives the whole payment back before it is captured, or on the day of the sale. */
  void(request: VoidRequest): Promise<OperationResult>
  /** Gives the whole payment back, whatever it is by now, and tries again when that was refused a while ago. */
  giveAllBack(request: OperationRequest): Promise<OperationResult>
  /** Gives a part or all of the order's price back. */
  refund(request: RefundRequest): Promise<OperationResult>
  /** The payment as Craftgate tells it now. Throws CraftgateError. */
  payment(payment: PaymentRef): Promise<PaymentFacts>
  /** Follows money calls that a crash, a timeout or a slow bank left open, and tells the shop their end. */
  resumeOperations(query?: ResumeQuery): Promise<Resumed>
}
