import { toNumber } from '../../money/minor'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import { type FraudSubject, ownFacts } from './own-facts'
import type { HistoryVariable, OwnVariable, Window } from './variables'

const MINUTES: Readonly<Record<Window, number>> = { In30Minutes: 30, Hourly: 60, Daily: 24 * 60 }

const NAME =
  /^(hasSuccessPayment|same\w+?)(TotalPaidPrice|DistinctCard|HasFraudSuspect)?(In30Minutes|Hourly|Daily)$/

/**
 * What the merchant's payments before this one say. In our reading every try counts, also one that failed, and its amount
 * in the totals, where those of other currencies are left out; a day is 24 hours; what a payment does not tell it shares with
 * none; `DistinctCard` counts payments by other cards than this one's, as its description says.
 */
export function historyFact(
  ctx: SandboxContext,
  payment: FraudSubject,
  variable: HistoryVariable,
): number | boolean {
  const [, subject = '', what, window] = NAME.exec(variable) ?? []
  const past = before(ctx, payment, MINUTES[window as Window])
  if (subject === 'hasSuccessPayment')
    return past.some((one) => one.status === 'SUCCESS' && isSameBuyer(ctx, one, payment))
  const mark = markOf(subject)
  const same = past.filter((one) => shares(ctx, mark, one, payment))
  switch (what) {
    case 'TotalPaidPrice':
      return totalOf(same, payment.currency)
    case 'DistinctCard':
      return same.filter((one) => one.card && !shares(ctx, 'cardNumber', one, payment)).length
    case 'HasFraudSuspect':
      return same.some(({ error }) => error?.group === 'FRAUD_SUSPECT')
    default:
      return same.length
  }
}

function before({ state, clock }: SandboxContext, { id, merchant }: FraudSubject, minutes: number) {
  const since = clock.now() - minutes * 60_000
  return state.payments.filter((one) => one.merchant === merchant && one.id !== id && one.createdAt > since)
}

/** `sameClientIp` asks for payments whose `clientIp` is the same. */
const markOf = (subject: string): OwnVariable =>
  `${subject.charAt(4).toLowerCase()}${subject.slice(5)}` as OwnVariable

function shares(ctx: SandboxContext, mark: OwnVariable, one: Payment, other: FraudSubject): boolean {
  const value = ownFacts(ctx, other)[mark]
  return value !== undefined && ownFacts(ctx, one)[mark] === value
}

/** "Has he a successful payment": the portal does not say who he is. In our reading whoever shares one of these. */
const BUYER = ['buyerId', 'buyerExternalId', 'buyerPhoneNumber', 'buyerEmail', 'cardNumber'] as const

const isSameBuyer = (ctx: SandboxContext, one: Payment, other: FraudSubject): boolean =>
  BUYER.some((mark) => shares(ctx, mark, one, other))

function totalOf(payments: readonly Payment[], currency: string): number {
  const minor = payments
    .filter((payment) => payment.currency === currency)
    .reduce((sum, { paidPrice }) => sum + paidPrice, 0)
  return toNumber(minor, currency)
}
