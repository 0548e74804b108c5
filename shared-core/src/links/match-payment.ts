import { retryOnConcurrentWrite, writeCheckout } from '../checkout/record'
import type { OfflineResult } from '../commerce'
import { invalidRequest } from '../errors'
import { LINK_PAYMENT_ERRORS, otherAmount } from '../messages/link-payments'
import { OFFLINE_METHODS } from '../methods'
import { money, sameMoney } from '../money'
import { exclusively, type OfflineDependencies, settleRecorded } from '../offline-payments/record-offline'
import type { CheckoutRecord, TransferStore } from '../platform'
import type { ReadLinkPayment } from './read-link-payment'

export interface MatchDependencies
  extends Pick<OfflineDependencies, 'platform' | 'clock' | 'options' | 'logger' | 'settle'> {
  readonly store: TransferStore
}

interface Confirmation {
  readonly account: string
  readonly shop?: string
  /** Of the attempt that waits for the money of the order. */
  readonly reference: string
  /** As it was read a moment ago. */
  readonly paid: ReadLinkPayment
}

/**
 * An order that was placed unpaid takes the payment of a link, once. The rules:
 * - the payment is asked of Craftgate: all of its money is there, and it is exactly what the order, read now, owes;
 * - one write puts it on the attempt that waits: under the attempt's version, and no other attempt of the account may have the
 *   payment. So of all who confirm at once one does, whatever order they chose, and the money is not recorded by hand besides;
 * - from then on it is a payment as any other: the order takes it by what Craftgate says, now or, after a crash, when it is
 *   looked at next. Confirming it again for the same order goes on where it stopped;
 * - an order that cannot take it after all leaves it to the merchant, and waits on (`offline-payments/`).
 * Throws CraftgateError; nothing was recorded then.
 */
export async function matchPayment(deps: MatchDependencies, asked: Confirmation): Promise<OfflineResult> {
  const record = await retryOnConcurrentWrite(() => put(deps, asked))
  return settleRecorded(deps, record, LINK_PAYMENT_ERRORS['not-taken'])
}

/** The attempt with the payment. */
async function put(deps: MatchDependencies, asked: Confirmation): Promise<CheckoutRecord> {
  const { account, reference } = asked
  const { paymentId } = asked.paid.payment
  const owner = await deps.platform.findCheckout({ account, paymentId })
  if (owner?.reference === reference) return owner
  if (owner !== undefined) throw refusal('payment-used')
  if (asked.paid.state !== 'captured') throw refusal(`payment-${asked.paid.state}`)
  const waiting = await waitingAttempt(deps, asked)
  return exclusively(deps, waiting, (now) => putOn(deps, now, asked.paid))
}

async function waitingAttempt({ store }: MatchDependencies, asked: Confirmation): Promise<CheckoutRecord> {
  const { account, shop, reference } = asked
  const query = { account, shop, methods: OFFLINE_METHODS, limit: 0, amounts: [], numbers: [] }
  const [found] = await store.waiting({ ...query, references: [reference] })
  if (found === undefined) throw refusal('order-not-waiting')
  return found.record
}

async function putOn(
  deps: MatchDependencies,
  record: CheckoutRecord,
  { payment: { paymentId, price }, facts }: ReadLinkPayment,
): Promise<CheckoutRecord> {
  if (record.paymentIds.includes(paymentId)) return record
  const { total, currency } = await deps.platform.readOrder(record)
  if (record.state !== 'created' || total <= 0) throw refusal('order-not-waiting')
  const owed = money(total, currency)
  if (!sameMoney(owed, price)) throw invalidRequest('other-amount', otherAmount(price, owed))
  const context = { ...record.context, link: facts.externalId ?? '' }
  return writeCheckout(deps, record, {
    ...{ state: 'open', expected: owed, context },
    ...{ paymentIds: [paymentId], method: facts.method },
  })
}

export const refusal = (code: keyof typeof LINK_PAYMENT_ERRORS) =>
  invalidRequest(code, LINK_PAYMENT_ERRORS[code])
