import type { Logger } from '../logger'
import type { ErrorFacts, PaymentFacts, PaymentOutcome } from './outcome'
import { type PaymentOnTheWire, parsePayment, readPayment } from './read-payment'
import { kindOf } from './status-table'

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>

/**
 * What a payment of Craftgate means, by the status table, before it is compared with what was expected.
 * Throws a CraftgateError of kind `unavailable` when it cannot be read.
 */
export function outcomeOfPayment(response: unknown, logger: Logger): PaymentOutcome {
  const wire = parsePayment(response)
  const facts = readPayment(response)
  const kind = kindOf({
    status: wire.paymentStatus,
    phase: wire.paymentPhase,
    fraudAction: wire.fraudAction,
  })
  if (kind === undefined) warnUnknown(wire, logger)
  if (kind === 'declined') return declined(wire, facts, logger)
  if (kind !== undefined && kind !== 'pending') return { kind, facts }
  return { kind: 'pending', facts, ...whyPending(wire) }
}

function whyPending({ paymentStatus }: PaymentOnTheWire): Pick<Pending, 'awaitingFunds' | 'bankDecides'> {
  if (paymentStatus === 'WAITING') return { awaitingFunds: true }
  return paymentStatus === 'CALLBACK_THREEDS' ? { bankDecides: true } : {}
}

function declined(wire: PaymentOnTheWire, facts: PaymentFacts, logger: Logger): PaymentOutcome {
  if (wire.paymentStatus === 'SUCCESS') {
    logger.error('Craftgate took money for a payment that its fraud rules block; check it in the panel', {
      paymentId: wire.id,
    })
  }
  return { kind: 'declined', facts, error: errorOf(wire) }
}

function errorOf(wire: PaymentOnTheWire): ErrorFacts {
  const { errorCode, errorGroup, errorDescription } = wire.paymentError ?? {}
  const blocked = wire.fraudAction === 'BLOCK'
  return {
    code: errorCode ?? (blocked ? 'fraud-block' : 'declined'),
    group: errorGroup ?? (blocked ? 'FRAUD_BLOCK' : undefined),
    description: errorDescription,
  }
}

const warnUnknown = (wire: PaymentOnTheWire, logger: Logger): void =>
  logger.warn('Craftgate told a payment status that this version does not know; the payment stays pending', {
    paymentId: wire.id,
    status: wire.paymentStatus,
    phase: wire.paymentPhase,
    fraudAction: wire.fraudAction,
  })
