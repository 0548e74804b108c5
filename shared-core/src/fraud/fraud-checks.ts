// Payments that a fraud rule of the merchant's stopped or marked, and the decision about one.
// developer.craftgate.io/fraud-management/fraud-checks
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { CraftgateError, invalidRequest } from '../errors'
import { REVIEW_ERRORS, type ReviewErrorCode } from '../messages/fraud'
import { isCurrency, type Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'

/** WAITING: nobody has decided. */
export type FraudCheckStatus = 'WAITING' | 'FRAUD' | 'NOT_FRAUD'

export interface FraudCheck {
  readonly id: number
  readonly paymentId: number
  /** Of an attempt of the shop's its id: payments of two accounts may bear one number. */
  readonly conversationId?: string
  /** BLOCK: the payment was stopped. REVIEW: it was let through, and somebody has to decide. */
  readonly action: 'BLOCK' | 'REVIEW'
  readonly status: FraudCheckStatus
  /** What was or would have been charged. */
  readonly paidPrice?: Money
  /** As Craftgate writes it: the clock of Istanbul, without a zone. */
  readonly paymentDate?: string
  /** The payer's address: personal data, for the merchant's eyes. */
  readonly clientIp?: string
  readonly rule?: { readonly id?: number; readonly name?: string; readonly conditions?: string }
}

export interface FraudCheckQuery {
  readonly action?: FraudCheck['action']
  readonly status?: FraudCheckStatus
  readonly paymentId?: number
  readonly ruleId?: number
  /** Counts from 0; a page has 25. */
  readonly page?: number
}

export interface FraudCheckPage {
  /** Newest first. */
  readonly checks: readonly FraudCheck[]
  readonly count: number
}

const PAGE_SIZE = 25

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)

const paymentData = z.object({
  conversationId: text,
  paymentDate: text,
  paidPrice: amountShape.nullish(),
  currency: text,
  clientIp: text,
})

const checkShape = z
  .object({
    id: idShape,
    paymentId: idShape,
    action: z.enum(['BLOCK', 'REVIEW']),
    checkStatus: z.enum(['WAITING', 'FRAUD', 'NOT_FRAUD']),
    paymentData: paymentData.nullish(),
    ruleId: z.number().nullish(),
    ruleName: text,
    ruleConditions: text,
  })
  .transform(
    ({ id, paymentId, action, checkStatus, paymentData: payment, ...rule }): FraudCheck => ({
      ...{ id, paymentId, action, status: checkStatus },
      paidPrice: priceOf(payment),
      conversationId: payment?.conversationId,
      paymentDate: payment?.paymentDate,
      clientIp: payment?.clientIp,
      rule: { id: rule.ruleId ?? undefined, name: rule.ruleName, conditions: rule.ruleConditions },
    }),
  )

const pageShape = z.object({ items: z.array(checkShape), totalSize: z.number().nullish() })

function priceOf(payment: z.output<typeof paymentData> | null | undefined): Money | undefined {
  const { paidPrice, currency } = payment ?? {}
  if (paidPrice == null || currency === undefined || !isCurrency(currency)) return undefined
  return readAmount(paidPrice, currency)
}

/** developer.craftgate.io/api/fraud-management/search-fraud-checks. Throws CraftgateError. */
export async function searchFraudChecks(
  client: CraftgateClient,
  { action, status, paymentId, ruleId, page = 0 }: FraudCheckQuery,
): Promise<FraudCheckPage> {
  const asked = { action, checkStatus: status, paymentId, ruleId, page, size: PAGE_SIZE }
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const answer = await client.call('searchFraudChecks', { query })
  const { items, totalSize } = readAnswer(pageShape, answer, 'fraud checks')
  return { checks: items, count: totalSize ?? items.length }
}

/** The reviews of these payments, decided or not. Throws CraftgateError. */
export async function reviewsOf(
  client: CraftgateClient,
  paymentIds: readonly number[],
): Promise<readonly FraudCheck[]> {
  const pages = await Promise.all(
    paymentIds.map((paymentId) => searchFraudChecks(client, { paymentId, action: 'REVIEW' })),
  )
  return pages.flatMap(({ checks }) => checks)
}

export const reviewError = (code: ReviewErrorCode): CraftgateError =>
  invalidRequest(code, REVIEW_ERRORS[code])

/**
 * Decides a check. The call bears no idempotency key, so what was decided is read back; a request whose answer was lost
 * is asked about, and sent once more when Craftgate does not know it: the same decision twice is one. Throws CraftgateError:
 * of code `approved-already` or `rejected-already` when somebody decided otherwise meanwhile, `not-kept` when nobody did.
 * developer.craftgate.io/api/fraud-management/update-fraud-check-status
 */
export async function decideFraudCheck(
  client: CraftgateClient,
  check: FraudCheck,
  checkStatus: 'FRAUD' | 'NOT_FRAUD',
): Promise<void> {
  for (let sent = 1; ; sent += 1) {
    const lost = await send(client, check, checkStatus)
    const status = await statusOf(client, check)
    if (status === checkStatus) return
    if (status !== 'WAITING') throw reviewError(status === 'FRAUD' ? 'rejected-already' : 'approved-already')
    if (lost === undefined) throw reviewError('not-kept')
    if (sent === MOST_SENT) throw lost
  }
}

const MOST_SENT = 2

/** The error of a request that may have arrived. Throws what surely failed. */
async function send(
  client: CraftgateClient,
  { id }: FraudCheck,
  checkStatus: 'FRAUD' | 'NOT_FRAUD',
): Promise<CraftgateError | undefined> {
  try {
    await client.call('updateFraudCheckStatus', { path: { id }, body: { checkStatus } })
    return undefined
  } catch (error) {
    if (CraftgateError.is(error) && error.retry === 'ask-first') return error
    throw error
  }
}

async function statusOf(client: CraftgateClient, { id, paymentId }: FraudCheck): Promise<FraudCheckStatus> {
  const { checks } = await searchFraudChecks(client, { paymentId })
  const found = checks.find((check) => check.id === id)
  if (found === undefined) throw reviewError('no-review')
  return found.status
}
