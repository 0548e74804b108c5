import { exponentOf, fromDecimal, type Money, money } from '../money'
import type { CardFacts, PaymentFacts, TransactionFacts } from './outcome'
import { parsePayment, unreadablePayment } from './parse-payment'
import type { PaymentOnTheWire } from './payment-shape'
import { fraudActionOf, phaseOf } from './status-table'

type TransactionOnTheWire = PaymentOnTheWire['paymentTransactions'][number]

/**
 * Reads a payment as Craftgate tells it (any of the endpoints that answer with one). Amounts are read by their
 * decimal text into minor units; a name or a card number is not even looked at.
 * Throws a CraftgateError of kind `unavailable`, code `unreadable-payment`, when id, amounts or currency are unusable.
 */
export function readPayment(response: unknown): PaymentFacts {
  const wire = parsePayment(response)
  try {
    return factsOf(wire)
  } catch (cause) {
    throw unreadablePayment('price, paidPrice or currency', cause)
  }
}

function factsOf(wire: PaymentOnTheWire): PaymentFacts {
  const price = fromDecimal(wire.price, wire.currency)
  return {
    paymentId: wire.id,
    conversationId: wire.conversationId,
    externalId: wire.externalId,
    price,
    paidPrice: wire.paidPrice === undefined ? price : fromDecimal(wire.paidPrice, wire.currency),
    installment: wire.installment && wire.installment > 0 ? wire.installment : 1,
    phase: phaseOf(wire.paymentPhase) ?? 'AUTH',
    threeDS: wire.isThreeDS,
    card: cardOf(wire),
    pos: wire.pos ?? undefined,
    fraud: fraudOf(wire),
    authCode: wire.authCode,
    cardUserKey: wire.cardUserKey,
    transactions: wire.paymentTransactions.map((transaction) => transactionOf(transaction, wire.currency)),
    createdDate: wire.createdDate,
  }
}

function cardOf(wire: PaymentOnTheWire): CardFacts | undefined {
  if (wire.binNumber === undefined && wire.lastFourDigits === undefined) return undefined
  return {
    bin: wire.binNumber,
    lastFour: wire.lastFourDigits,
    family: wire.cardBrand,
    association: wire.cardAssociation,
    type: wire.cardType,
    bankName: wire.cardIssuerBankName,
    storedCard: wire.paidWithStoredCard,
  }
}

function fraudOf(wire: PaymentOnTheWire): PaymentFacts['fraud'] {
  const action = fraudActionOf(wire.fraudAction)
  return action && { id: wire.fraudId, action }
}

function transactionOf(wire: TransactionOnTheWire, currency: string): TransactionFacts {
  return {
    id: wire.id,
    externalId: wire.externalId,
    price: fromDecimal(wire.price, currency),
    paidPrice: roundedDown(wire.paidPrice ?? wire.price, currency),
    status: wire.transactionStatus,
  }
}

/** A transaction's share of the interest may carry more decimals than the currency; what is below a unit is dropped. */
function roundedDown(decimal: string | number, currency: string): Money {
  const exponent = exponentOf(money(0, currency).currency)
  const [whole = '', fraction = ''] = String(decimal).split('.')
  const kept = fraction.slice(0, exponent)
  return fromDecimal(kept ? `${whole}.${kept}` : whole, currency)
}
