import { randomUUID } from 'node:crypto'
import type { SettleResult } from '../commerce'
import { CraftgateError } from '../errors'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { type CheckoutDependencies, latest, retryOnConcurrentWrite, writeCheckout } from './record'
import { settleCheckout } from './settle'

/**
 * Makes an attempt unpayable. Craftgate is asked after the token was expired, so that money which came first is
 * settled; a payment that is under way at the bank leaves the attempt open, to be followed to its end.
 * Throws CraftgateError when Craftgate cannot be reached.
 */
export function expireCheckout(deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<SettleResult> {
  return retryOnConcurrentWrite(async () => {
    const record = await latest(deps, checkout)
    if (record.state === 'created') return close(deps, record)
    if (record.state !== 'open') return settleCheckout(deps, record)
    if (record.token !== undefined) await expireToken(deps, record.account, record.token)
    const settled = await settleCheckout(deps, record)
    const unpaid = settled.record.state === 'open' && !mayStillPay(settled.outcome)
    return unpaid ? close(deps, settled.record) : settled
  })
}

async function close(deps: CheckoutDependencies, record: CheckoutRecord): Promise<SettleResult> {
  const note = record.note ? `${record.note}; closed by the shop` : 'Closed by the shop'
  return {
    record: await writeCheckout(deps, record, { state: 'expired', note }),
    outcome: { kind: 'expired' },
  }
}

/** A payment that Craftgate knows and that is not at its end. */
const mayStillPay = (outcome: PaymentOutcome): boolean =>
  outcome.kind === 'mismatch' || (outcome.kind === 'pending' && outcome.facts !== undefined)

/**
 * Each try has a key of its own, because a remembered answer would not tell what the token is now. A refusal means that
 * the token is dead already: paid or expired. Which of the two, settling finds out.
 */
export async function expireToken(deps: CheckoutDependencies, account: string, token: string): Promise<void> {
  try {
    const limits = { idempotencyKey: randomUUID() }
    await deps.clientFor(account).call('expireCheckoutPayment', { path: { token } }, limits)
  } catch (error) {
    const refused =
      CraftgateError.is(error) && (error.kind === 'invalid-request' || error.kind === 'declined')
    if (!refused) throw error
  }
}
