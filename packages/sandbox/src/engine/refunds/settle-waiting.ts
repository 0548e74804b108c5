import { paymentError } from '../../errors/payment-errors'
import type { World } from '../world'
import { announceRefund } from './refund-payment'
import { announceTransactionRefund } from './refund-transaction'

/** The bank made up its mind about every refund that it kept waiting. Returns how many. */
export function settleWaiting(world: World, status: 'SUCCESS' | 'FAILURE'): number {
  const outcome = status === 'FAILURE' ? { status, error: paymentError('REFUND_DECLINE') } : { status }
  const whole = world.state.refunds.filter((refund) => refund.status === 'WAITING')
  const partly = world.state.transactionRefunds.filter((refund) => refund.status === 'WAITING')
  for (const refund of whole) announceRefund(world, Object.assign(refund, outcome))
  for (const refund of partly) announceTransactionRefund(world, Object.assign(refund, outcome))
  return whole.length + partly.length
}
