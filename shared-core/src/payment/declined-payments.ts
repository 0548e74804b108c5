// What shoppers tried before an attempt was paid, or given up: each decline with the words of the bank.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { describeErrorGroup } from '../client/error-groups'
import { readAnswer } from '../client/read-answer'
import { CraftgateError } from '../errors'
import { momentOf } from '../istanbul-time'
import type { Logger } from '../logger'
import type { Localized } from '../messages/localized'
import type { CheckoutRecord } from '../platform'
import { type ErrorFacts, outcomeOfPayment, type PaymentFacts } from './index'

export interface DeclinedPayment {
  /** Absent when Craftgate tells no time that can be read. */
  readonly at?: Date
  /** Of the try: what the card should have been charged, its card, its instalments. */
  readonly facts: PaymentFacts
  readonly error: ErrorFacts
  /** What happened and where to look, by the group of the error. */
  readonly advice: Localized
}

export interface DeclinedPayments {
  /**
   * What was declined of one attempt to pay, oldest first; the newest fifty. Asks Craftgate, by the attempt's id.
   * developer.craftgate.io/api/payment-reports/search-payments. Throws CraftgateError.
   */
  declinedPayments(record: Pick<CheckoutRecord, 'id' | 'account'>): Promise<readonly DeclinedPayment[]>
}

const MOST = 50
const pageShape = z.object({ items: z.array(z.unknown()), totalSize: z.number().nullish() })
const tryShape = z.object({ id: z.number(), paymentStatus: z.string() })

/** Of the newest attempts of a purchase it is asked. */
const MOST_ATTEMPTS = 5

/** What was declined of a purchase with these attempts, oldest first as they are; none while Craftgate cannot be asked. */
export async function declinedPaymentsOf(
  commerce: DeclinedPayments,
  attempts: readonly CheckoutRecord[],
): Promise<readonly DeclinedPayment[]> {
  const asked = attempts.filter(({ state }) => state !== 'created').slice(-MOST_ATTEMPTS)
  try {
    return (await Promise.all(asked.map((attempt) => commerce.declinedPayments(attempt)))).flat()
  } catch (error) {
    if (CraftgateError.is(error)) return []
    throw error
  }
}

interface Parts {
  readonly clientFor: (account: string) => CraftgateClient
  readonly logger: Logger
}

export const createDeclinedPayments = ({ clientFor, logger }: Parts): DeclinedPayments => ({
  async declinedPayments({ id: conversationId, account }) {
    const query = { conversationId, paymentStatus: 'FAILURE' as const, size: MOST }
    const answer = await clientFor(account).call('searchPayments', { query })
    return declinesIn(readAnswer(pageShape, answer, PAYMENTS).items, logger)
  },
})

const PAYMENTS = 'the payments of an attempt'

export interface Tries {
  readonly declined: readonly DeclinedPayment[]
  /**
   * Nothing more can be declined of what was tried: all of it was listed, the payments that the attempt names among it (so
   * what was begun before them as well), and none of it still waits for a bank or a shopper.
   */
  readonly areOver: boolean
}

/** Everything that was tried under one attempt. Throws CraftgateError. */
export async function triesOf(
  { clientFor, logger }: Parts,
  { id: conversationId, account, paymentIds }: Pick<CheckoutRecord, 'id' | 'account' | 'paymentIds'>,
): Promise<Tries> {
  const query = { conversationId, size: MOST }
  const answer = await clientFor(account).call('searchPayments', { query })
  const { items, totalSize } = readAnswer(pageShape, answer, PAYMENTS)
  const tries = items.map((item) => tryShape.safeParse(item).data)
  const areAllListed =
    items.length < MOST && (totalSize ?? items.length) <= items.length && paymentIds.every(isOneOf(tries))
  const isEnded = (payment: Try | undefined) => payment !== undefined && ENDED.has(payment.paymentStatus)
  return { declined: declinesIn(items, logger), areOver: areAllListed && tries.every(isEnded) }
}

type Try = z.output<typeof tryShape>

const ENDED: ReadonlySet<string> = new Set(['SUCCESS', 'FAILURE'])

const isOneOf = (tries: readonly (Try | undefined)[]) => (paymentId: number) =>
  tries.some((payment) => payment?.id === paymentId)

const declinesIn = (payments: readonly unknown[], logger: Logger): readonly DeclinedPayment[] =>
  payments.flatMap((payment) => declineIn(payment, logger)).sort((one, other) => timeOf(one) - timeOf(other))

function declineIn(payment: unknown, logger: Logger): readonly DeclinedPayment[] {
  const outcome = outcomeOfPayment(payment, logger)
  if (outcome.kind !== 'declined' || outcome.facts === undefined) return []
  const { facts, error } = outcome
  return [{ at: momentOf(facts.createdDate), facts, error, advice: describeErrorGroup(error.group).merchant }]
}

const timeOf = ({ at, facts }: DeclinedPayment): number => at?.getTime() ?? facts.paymentId
