import { randomUUID } from 'node:crypto'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import type { ProviderSession } from './session'

/** Where the shopper comes from, and what of his visit is not usual for the method. */
export type Visit = Omit<
  ProviderSession,
  'id' | 'merchant' | 'paymentId' | 'method' | 'wrongCodes' | 'confirming' | 'months' | 'answered'
>

/** Leads the shopper of a payment to its method's page. */
export function openSession(
  { state }: SandboxContext,
  { id: paymentId, merchant, method, loan }: Payment,
  visit: Visit,
): ProviderSession {
  const session = {
    ...{ id: randomUUID(), merchant, paymentId, method, ...visit },
    // A term that the merchant fixed is not asked for again.
    ...{ wrongCodes: 0, months: loan?.term, confirming: loan?.term !== undefined, answered: false },
  }
  state.providerSessions.push(session)
  return session
}
