import { nextLook, notifyOfTransfers } from './bank-tracking/watch-accounts'
import type { SandboxContext } from './context'
import { expireMultiPayments, nextExpiry } from './multi-payments/end-multi-payment'
import { returnParts } from './multi-payments/return-parts'
import { decideWaiting, nextDecision } from './payments/waiting-payments'

/** When the clock does something next by itself. */
export function nextDue(ctx: SandboxContext): number | undefined {
  const moments = [nextDecision(ctx), nextExpiry(ctx), nextLook(ctx)].filter((moment) => moment !== undefined)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** Does what the clock does by itself until now. Returns whether there was something. */
export function doDueWork(ctx: SandboxContext): boolean {
  const decided = decideWaiting(ctx)
  const expired = expireMultiPayments(ctx)
  if (decided || expired.length > 0) for (const multi of ctx.state.multiPayments) returnParts(ctx, multi)
  const notified = notifyOfTransfers(ctx)
  return decided || notified || expired.length > 0
}
