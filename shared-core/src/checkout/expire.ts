import { randomUUID } from 'node:crypto'
import type { SettleResult } from '../commerce'
import { CraftgateError } from '../errors'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { settleCheckout } from './settle'
import { untilSettled } from './until-settled'
import { latest, writeCheckout } from './write-checkout'

/**
 * Makes an attempt unpayable. Craftgate is asked after the token was killed, so that money which came first is
 * settled; a payment that is under way at the bank leaves the attempt open, to be followed to its end.
 * Throws CraftgateError when Craftgate cannot be reached.
 */
export function expireCheckout(parts: CheckoutParts, record: CheckoutRecord): Promise<SettleResult> {
  return untilSettled(async () => expireOnce(parts, await latest(parts, record)))
}

async function expireOnce(parts: CheckoutParts, record: CheckoutRecord): Promise<SettleResult | 'conflict'> {
  if (record.state === 'created') return close(parts, record)
  if (record.state !== 'open') return settleCheckout(parts, record)
  if (record.token !== undefined) await killToken(parts, record.account, record.token)
  const settled = await settleCheckout(parts, record)
  const unpaid = settled.record.state === 'open' && !mayStillPay(settled.outcome)
  return unpaid ? close(parts, settled.record) : settled
}

async function close(parts: CheckoutParts, record: CheckoutRecord): Promise<SettleResult | 'conflict'> {
  const note = record.note ? `${record.note}; closed by the shop` : 'Closed by the shop'
  const closed = await writeCheckout(parts, record, { state: 'expired', note })
  return closed === 'conflict' ? closed : { record: closed, outcome: { kind: 'expired' } }
}

/** A payment that Craftgate knows and that is not at its end. */
const mayStillPay = (outcome: PaymentOutcome): boolean =>
  outcome.kind === 'mismatch' || (outcome.kind === 'pending' && outcome.facts !== undefined)

/**
 * Each try has a key of its own, because a remembered answer would not tell what the token is now. A refusal means that
 * the token is dead already: paid or expired. Which of the two, settling finds out.
 */
export async function killToken(parts: CheckoutParts, account: string, token: string): Promise<void> {
  try {
    const gateway = parts.gatewayFor(account).within({ idempotencyKey: randomUUID() })
    await gateway.payment().expireCheckoutPayment(token)
  } catch (error) {
    const refused =
      CraftgateError.is(error) && (error.kind === 'invalid-request' || error.kind === 'declined')
    if (!refused) throw error
  }
}
