import { type Logger, logError } from '../logger'
import { compare, sum } from '../money'
import type { CheckoutRecord, CommercePlatform, PaymentOperation, PaymentStanding } from '../platform'
import { movedOf } from './operation'

/**
 * What was taken: all of a sale; of a pre-authorization what captures took. What refunds and voids moved after that went back. A
 * void of what was never taken gives nothing back.
 */
export function standingOf(
  { phase, state, expected }: Pick<CheckoutRecord, 'phase' | 'state' | 'expected'>,
  operations: readonly PaymentOperation[],
): PaymentStanding | undefined {
  const moved = (...kinds: readonly PaymentOperation['kind'][]) =>
    sum(operations.filter(({ kind }) => kinds.includes(kind)).map(movedOf), expected.currency)
  const isPromise = phase === 'PRE_AUTH' && state !== 'captured'
  const taken = isPromise ? moved('capture') : expected
  const back = moved('refund', 'void')
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
 * operation is recorded again until the shop acknowledged it.
 */
export async function noteStanding(
  { platform, logger }: StandingDependencies,
  { account, paymentId }: Pick<PaymentOperation, 'account' | 'paymentId'>,
): Promise<void> {
  const said = 'How a payment stands could not be written down'
  try {
    for (let saves = 0; saves < SAVES; saves += 1) {
      const record = await platform.findCheckout({ account, paymentId })
      if (record === undefined || (record.state !== 'authorized' && record.state !== 'captured')) return
      const standing = standingOf(record, await platform.operationsOf({ account, paymentId }))
      if (standing === record.standing) return
      if ((await platform.saveCheckout({ ...record, standing })) !== 'conflict') return
    }
    logger.warn(said, { account, paymentId })
  } catch (error) {
    logger.warn(said, { account, paymentId, error: logError(error) })
  }
}
