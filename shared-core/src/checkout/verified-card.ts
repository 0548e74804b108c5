// A card that is charged by API with 3D Secure: the bank verified the shopper, and Craftgate charges the card when it is told to.
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { completeThreeDS } from './direct/charge-card'
import { chargesCard } from './direct/way-on'
import type { CheckoutDependencies } from './record'
import { type Completed, callWhenOwed } from './still-owed'

/** The payment of a card that the bank verified, and that nobody charged yet; undefined for any other. */
export function verifiedPayment(record: CheckoutRecord, outcome: PaymentOutcome): number | undefined {
  return chargesCard(record) && outcome.kind === 'pending' && outcome.bankDecides
    ? outcome.facts?.paymentId
    : undefined
}

/** Charges it when the order still owes exactly its amount; else nothing is charged, and the verification lapses. */
export async function chargeVerified(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  paymentId: number,
): Promise<Completed> {
  const call = () => completeThreeDS(deps.clientFor(record.account), paymentId)
  return (await callWhenOwed(deps, record, { call })) ? 'asked' : record
}
