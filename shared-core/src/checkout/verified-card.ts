// A card that is charged by API: the bank verified the shopper, and Craftgate charges the card when it is told to.
import type { DirectStart } from '../methods'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { completeGooglePay } from './direct/google-pay'
import { completeMasterpassThreeDS } from './direct/masterpass'
import { completeThreeDS } from './direct/stored-card'
import { startOf } from './direct/way-on'
import type { CheckoutDependencies } from './record'
import { type Completed, callWhenOwed } from './still-owed'

/** The payment of a card that the bank verified, and that nobody charged yet; undefined for any other. */
export function verifiedPayment(record: CheckoutRecord, outcome: PaymentOutcome): number | undefined {
  return completionOf(record) && outcome.kind === 'pending' && outcome.bankDecides
    ? outcome.facts?.paymentId
    : undefined
}

/** Charges it when the order still owes exactly its amount; else nothing is charged, and the verification lapses. */
export async function chargeVerified(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  paymentId: number,
): Promise<Completed> {
  const call = async () => completionOf(record)?.(deps.clientFor(record.account), paymentId)
  return (await callWhenOwed(deps, record, { call })) ? 'asked' : record
}

/** The call by which each family's verified card is charged. */
const COMPLETIONS: Readonly<Partial<Record<DirectStart['family'], typeof completeThreeDS>>> = {
  'stored-card': completeThreeDS,
  'google-pay': completeGooglePay,
  masterpass: completeMasterpassThreeDS,
}

function completionOf(record: CheckoutRecord): typeof completeThreeDS | undefined {
  const family = startOf(record)?.family
  return family && COMPLETIONS[family]
}
