import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { paymentError } from '../../errors/payment-errors'
import { merchantOf, type SandboxContext } from '../context'
import { approveLoan, grantLoan } from '../loans/decide-loan'
import { take } from '../threeds/verify'
import { fail } from './finish-payment'
import type { Failure, Payment } from './payment'
import { enqueuePaymentWebhook } from './payment-webhook'

/** The money of a payment came, or surely will not. A granted loan may wait for the merchant next. */
export function decide(ctx: SandboxContext, payment: Payment, outcome: 'SUCCESS' | 'FAILURE'): void {
  const { held, awaits } = payment
  payment.held = undefined
  if (outcome === 'SUCCESS' && payment.loan && !held) {
    if (awaits === 'approval') approveLoan(ctx, payment)
    else grantLoan(ctx, payment)
    return
  }
  if (outcome === 'SUCCESS') take(ctx, payment)
  else fail(payment, isSomebodyLate(payment) ? TIMED_OUT : paymentError('DECLINED'))
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}

const isSomebodyLate = ({ awaits }: Payment): boolean => awaits === 'shopper' || awaits === 'completion'

/** When the clock decides the next WAITING payment. */
export function nextDecision(ctx: SandboxContext): number | undefined {
  const moments = waiting(ctx).map((payment) => decisionOf(ctx, payment).at)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** Decides every WAITING payment whose moment has come. Returns whether there was one. */
export function decideWaiting(ctx: SandboxContext): boolean {
  const now = ctx.clock.now()
  const due = waiting(ctx).filter((payment) => decisionOf(ctx, payment).at <= now)
  for (const payment of due) decide(ctx, payment, decisionOf(ctx, payment).outcome)
  return due.length > 0
}

const waiting = ({ state }: SandboxContext): readonly Payment[] =>
  state.payments.filter(({ status }) => status === 'WAITING')

/** Money that did not come in time will never come. */
function decisionOf(ctx: SandboxContext, payment: Payment) {
  const { createdAt, merchant, awaits, decidedAt = Number.POSITIVE_INFINITY } = payment
  const ends = createdAt + milliseconds({ days: merchantOf(ctx, merchant).waitingPaymentDays })
  if (decidedAt > ends) return { at: ends, outcome: 'FAILURE' } as const
  return { at: decidedAt, outcome: awaits === 'funds' ? 'SUCCESS' : 'FAILURE' } as const
}

const TIMED_OUT: Failure = {
  ...paymentError('APM_ERROR'),
  description: {
    tr: 'Ödeme süresi içinde onaylanmadı',
    en: 'The payment was not approved in time',
  },
}
