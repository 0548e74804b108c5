// What is charged by API when Craftgate is told to: a card whose bank verified the shopper, and a ticket of BKM Express that
// he approved.
import type { DirectStart } from '../methods'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { completeBkmExpress } from './direct/bkm-express'
import { completeThreeDS } from './direct/charge-card'
import { completeGooglePay } from './direct/google-pay'
import { completeMasterpassThreeDS } from './direct/masterpass'
import { isApproved, isTicket, startOf, withApproval } from './direct/way-on'
import { type CheckoutDependencies, latest, retryOnConcurrentWrite, writeCheckout } from './record'
import { type Completed, callWhenOwed } from './still-owed'

/** The payment of a card that the bank verified, and that nobody charged yet; undefined for any other. */
export function verifiedPayment(record: CheckoutRecord, outcome: PaymentOutcome): number | undefined {
  return isChargedByUs(record) && outcome.kind === 'pending' && outcome.bankDecides
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
  card: completeThreeDS,
  'stored-card': completeThreeDS,
  'google-pay': completeGooglePay,
  masterpass: completeMasterpassThreeDS,
}

/** Its bank's page takes no money before we say so. */
export const isChargedByUs = (record: CheckoutRecord): boolean => completionOf(record) !== undefined

function completionOf(record: CheckoutRecord): typeof completeThreeDS | undefined {
  const family = startOf(record)?.family
  return family && COMPLETIONS[family]
}

/**
 * BKM says that the shopper approved the ticket of this attempt. Written down first, so that whatever settles it next takes
 * the money, should this process end before.
 */
export const approveTicket = (deps: CheckoutDependencies, ticket: CheckoutRecord): Promise<CheckoutRecord> =>
  retryOnConcurrentWrite(async () => {
    const record = await latest(deps, ticket)
    const isOpen = record.state === 'open' && isTicket(record)
    return isOpen ? writeCheckout(deps, record, { context: withApproval(record.context) }) : record
  })

/** The ticket that the shopper approved, and that nobody took the money of yet; undefined for any other payment. */
export function approvedTicket(record: CheckoutRecord, outcome: PaymentOutcome): string | undefined {
  const isOurs = isTicket(record) && isApproved(record)
  return isOurs && outcome.kind === 'pending' ? record.token : undefined
}

/** Takes its money when the order still owes exactly its amount; else the ticket lapses. */
export async function chargeTicket(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  ticket: string,
): Promise<Completed> {
  const call = () => completeBkmExpress(deps.clientFor(record.account), ticket)
  return (await callWhenOwed(deps, record, { call })) ? 'asked' : record
}
