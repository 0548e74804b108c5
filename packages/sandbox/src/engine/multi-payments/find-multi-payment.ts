import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { CheckoutInput } from '../checkouts/checkout'
import { DEFAULT_TTL } from '../checkouts/find-checkout'
import { nextId, type SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import type { MultiPayment } from './multi-payment'

interface MultiPaymentInput {
  readonly page: CheckoutInput
  readonly maximumSplitPaymentCount?: number
  /** Minutes. */
  readonly ttl?: number
}

export function openMultiPayment(ctx: SandboxContext, input: MultiPaymentInput): MultiPayment {
  const { page, maximumSplitPaymentCount, ttl = DEFAULT_TTL } = input
  const createdAt = ctx.clock.now()
  const multi: MultiPayment = {
    ...{ id: nextId(ctx, page.merchant), merchant: page.merchant, token: randomUUID() },
    ...{ createdAt, expiresAt: createdAt + ttl * 60_000, maximumSplitPaymentCount, page, parts: [] },
  }
  ctx.state.multiPayments.push(multi)
  return multi
}

export const findMultiPayment = (ctx: SandboxContext, token: string): MultiPayment | undefined =>
  ctx.state.multiPayments.find((candidate) => candidate.token === token)

/** A merchant's own, by its token. Throws a validation error when there is none. */
export function requireMultiPayment(ctx: SandboxContext, merchant: string, token: string): MultiPayment {
  const found = findMultiPayment(ctx, token)
  if (found?.merchant === merchant) return found
  throw ApiError.invalid('4130', { tr: 'Parçalı ödeme bulunamadı', en: 'The multi-payment was not found' })
}

/** Every try to pay a part, oldest first. */
export const attemptsOf = ({ state }: SandboxContext, { parts }: MultiPayment): readonly Payment[] =>
  state.payments.filter(({ checkoutToken }) => parts.some((part) => part.checkoutToken === checkoutToken))

export const paidParts = (ctx: SandboxContext, multi: MultiPayment): readonly Payment[] =>
  attemptsOf(ctx, multi).filter(({ status }) => status === 'SUCCESS')

/** What is not collected yet; a part that waits for its money is not. */
export const remainingOf = (ctx: SandboxContext, multi: MultiPayment): number =>
  multi.page.price - paidParts(ctx, multi).reduce((sum, { price }) => sum + price, 0)
