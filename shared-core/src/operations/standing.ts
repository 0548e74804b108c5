import { type Logger, logError } from '../logger'
import { compare, type Money, money, sum } from '../money'
import type { CheckoutRecord, CommercePlatform, PaymentOperation, PaymentStanding } from '../platform'
import { movedOf } from './operation'

/** In a record's context: what was refunded past the shop, as far as it was learned, in minor units of the order's price. */
const ELSEWHERE = 'refundedElsewhere'

/**
 * What was taken: all of a sale; of a pre-authorization what captures took. What refunds and voids moved after that went back. A
 * void of what was never taken gives nothing back. What was refunded in Craftgate's panel counts from when it was learned.
 */
export function standingOf(
  { phase, state, expected, context }: Pick<CheckoutRecord, 'phase' | 'state' | 'expected' | 'context'>,
  operations: readonly PaymentOperation[],
): PaymentStanding | undefined {
  const moved = (...kinds: readonly PaymentOperation['kind'][]) =>
    sum(operations.filter(({ kind }) => kinds.includes(kind)).map(movedOf), expected.currency)
  const isPromise = phase === 'PRE_AUTH' && state !== 'captured'
  const taken = isPromise ? moved('capture') : expected
  const elsewhere = money(Number(context[ELSEWHERE] ?? 0), expected.currency)
  const back = sum([moved('refund', 'void'), elsewhere], expected.currency)
  if (taken.minor === 0) return back.minor > 0 ? 'voided' : undefined
  if (back.minor > 0) return compare(back, taken) < 0 ? 'given-back-in-part' : 'given-back'
  if (!isPromise) return undefined
  return compare(taken, expected) < 0 ? 'captured-in-part' : 'captured'
}

interface StandingDependencies {
  readonly platform: Pick<CommercePlatform, 'findCheckout' | 'saveCheckout' | 'operationsOf'>
  readonly logger: Logger
}

const SAVES = 5

/**
 * Written for lists, beside the attempt. Like a figure it stands in the way of no money: what cannot be written is logged, and an
 * operation is recorded again until the shop acknowledged it. `elsewhere`: all that was learned to be refunded past the shop, in the
 * order's price.
 */
export async function noteStanding(
  { platform, logger }: StandingDependencies,
  { account, paymentId }: Pick<PaymentOperation, 'account' | 'paymentId'>,
  elsewhere?: Money,
): Promise<void> {
  const said = 'How a payment stands could not be written down'
  try {
    for (let saves = 0; saves < SAVES; saves += 1) {
      const stored = await platform.findCheckout({ account, paymentId })
      if (stored === undefined || (stored.state !== 'authorized' && stored.state !== 'captured')) return
      const record = withElsewhere(stored, elsewhere)
      const standing = standingOf(record, await platform.operationsOf({ account, paymentId }))
      if (standing === stored.standing && record === stored) return
      if ((await platform.saveCheckout({ ...record, standing })) !== 'conflict') return
    }
    logger.warn(said, { account, paymentId })
  } catch (error) {
    logger.warn(said, { account, paymentId, error: logError(error) })
  }
}

function withElsewhere(record: CheckoutRecord, elsewhere: Money | undefined): CheckoutRecord {
  if (elsewhere === undefined || elsewhere.minor === Number(record.context[ELSEWHERE] ?? 0)) return record
  return { ...record, context: { ...record.context, [ELSEWHERE]: String(elsewhere.minor) } }
}
