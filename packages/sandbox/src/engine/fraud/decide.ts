import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { CheckStatus, FraudCheck } from './fraud-check'

export function requireFraudCheck(ctx: SandboxContext, merchant: string, id: number): FraudCheck {
  const check = ctx.state.fraudChecks.find(
    (candidate) => candidate.id === id && candidate.merchant === merchant,
  )
  if (check) return check
  throw ApiError.invalid('4070', { tr: 'Şüpheli işlem bulunamadı', en: 'The fraud check was not found' })
}

/**
 * A person looked at it. A payment found NOT_FRAUD no longer carries a fraudAction, only its fraudId. One found FRAUD
 * keeps its fraudAction and its money until the merchant cancels or refunds it. The portal does not say what happens
 * to the payment, so this is our reading.
 */
export function decideFraudCheck(ctx: SandboxContext, check: FraudCheck, status: CheckStatus): void {
  check.status = status
  const fraud = ctx.state.payments.find(
    ({ id, merchant }) => id === check.paymentId && merchant === check.merchant,
  )?.fraud
  if (fraud) fraud.open = status !== 'NOT_FRAUD'
}
