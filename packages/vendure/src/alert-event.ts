import type { Alert } from '@craftgate-commerce/core'
import { type RequestContext, VendureEvent } from '@vendure/core'

/**
 * Something needs attention, or does no more. Published where the option `alerts` is given, at least once for each `alert.id`,
 * by the process that found it: a server or a worker. `ctx` is of the default channel, and of no user.
 */
export class CraftgateAlertEvent extends VendureEvent {
  constructor(
    readonly ctx: RequestContext,
    readonly alert: Alert,
  ) {
    super()
  }
}
