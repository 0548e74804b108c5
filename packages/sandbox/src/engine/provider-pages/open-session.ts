import { randomUUID } from 'node:crypto'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import type { ProviderSession } from './session'

type Origin = Pick<ProviderSession, 'checkoutToken' | 'callbackUrl' | 'bankCode'>

/** Leads the shopper of a payment to its method's page. */
export function openSession(
  { state }: SandboxContext,
  { id: paymentId, merchant, method, loan }: Payment,
  origin: Origin,
): ProviderSession {
  const session = {
    ...{ id: randomUUID(), merchant, paymentId, method, ...origin },
    // A term that the merchant fixed is not asked for again.
    ...{ wrongCodes: 0, months: loan?.term, confirming: loan?.term !== undefined, answered: false },
  }
  state.providerSessions.push(session)
  return session
}
