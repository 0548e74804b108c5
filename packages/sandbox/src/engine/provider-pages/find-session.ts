import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { MethodName } from '../methods/method'
import { requirePayment } from '../payments/find-payment'
import type { Payment } from '../payments/payment'
import type { ProviderSession } from './session'

interface Reference {
  readonly merchant: string
  readonly method: MethodName
  /** The id of the visit, as BKM's ticket and Juzdan's reference are. */
  readonly id?: string
  readonly token?: string
}

/** The payment that a merchant knows by its method's own names. Throws a validation error when there is none. */
export function requireReferred(ctx: SandboxContext, { merchant, method, id, token }: Reference): Payment {
  const fits = (session: ProviderSession) =>
    session.merchant === merchant &&
    session.method === method &&
    session.checkoutToken === undefined &&
    (id === undefined || session.id === id) &&
    (token === undefined || session.token === token)
  const session = ctx.state.providerSessions.find(fits)
  if (session && (id !== undefined || token !== undefined))
    return requirePayment(ctx, merchant, session.paymentId)
  throw ApiError.invalid('4001', { tr: 'Ödeme bulunamadı', en: 'The payment was not found' })
}
