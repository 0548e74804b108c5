import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { MasterpassReference } from './reference'

/** How long a token may be used; ours, the portal names no time. */
const LIFETIME = milliseconds({ minutes: 15 })

export const isExpired = ({ clock }: SandboxContext, { createdAt }: MasterpassReference): boolean =>
  clock.now() > createdAt + LIFETIME

/** A merchant's reference that was not paid with yet. Throws a validation error. */
export function requireReference(
  ctx: SandboxContext,
  merchant: string,
  referenceId: string,
): MasterpassReference {
  const reference = ctx.state.masterpassReferences.find(
    (kept) => kept.merchant === merchant && kept.referenceId === referenceId,
  )
  if (!reference) throw UNKNOWN
  if (reference.paymentId !== undefined) throw USED
  if (isExpired(ctx, reference)) throw EXPIRED
  return reference
}

const UNKNOWN = ApiError.invalid('4120', {
  tr: 'Masterpass işlemi bulunamadı',
  en: 'The Masterpass reference was not found',
})
const USED = ApiError.invalid('4121', {
  tr: 'Masterpass işlemi daha önce kullanılmış',
  en: 'The Masterpass reference was used before',
})
const EXPIRED = ApiError.invalid('4122', {
  tr: 'Masterpass işleminin süresi dolmuş',
  en: 'The Masterpass reference has expired',
})
