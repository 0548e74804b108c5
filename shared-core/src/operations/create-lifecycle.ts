import { readPayment } from '../payment'
import { giveAllBack } from './give-all-back'
import type { Lifecycle, LifecycleParts } from './lifecycle'
import { makeMoneyCall } from './money-call'
import { capturePlanner, refundPlanner, voidPlanner } from './planners'
import { resumeOperations } from './resume-operations'

/**
 * Puts the room together for one shop.
 * Its money calls answer with a result and throw only what the shop's store throws, CraftgateError (configuration) of
 * an unknown merchant, and CraftgateError (invalid-request) for a malformed key.
 */
export function createLifecycle(parts: LifecycleParts): Lifecycle {
  return {
    capture: (request) => makeMoneyCall(parts, { kind: 'capture', request, plan: capturePlanner(request) }),
    void: (request) => makeMoneyCall(parts, { kind: 'void', request, plan: voidPlanner(request) }),
    giveAllBack: (request) => giveAllBack(parts, request),
    refund: (request) =>
      makeMoneyCall(parts, {
        kind: 'refund',
        request,
        plan: refundPlanner(request, parts.options.partialRefunds),
      }),
    payment: async ({ account, paymentId }) =>
      readPayment(await parts.gatewayFor(account).payment().retrievePayment(paymentId)),
    resumeOperations: (query) => resumeOperations(parts, query),
  }
}
