// THE reading of a Craftgate payment, whichever call answered with it: hosted page, API, report.
import { z } from 'zod'
import { providerErrorShape } from '../client/provider-error'
import { CraftgateError } from '../errors'
import { momentOf } from '../istanbul-time'
import { CLIENT_ERRORS } from '../messages/client-errors'
import { methodOf } from '../methods'
import { exponentOf, fromDecimal, type Money, money, subtract, sum } from '../money'
import { type CardFacts, latest, type PaymentFacts, type TransactionFacts } from './outcome'
import { fraudActionOf, phaseOf } from './status-table'

// What the wire brings. Everything that a payment can do without may be null, absent or odd; ids and amounts may not.

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)
const whole = z
  .int()
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
  .catch(false)
/** An amount as Craftgate writes it; some fields are documented as text. */
export const amountShape = z.union([z.number(), z.string()])
/** A number; as text its digits say the same. */
export const idShape = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
])
const optionalAmount = amountShape.nullish().transform((value) => value ?? undefined)

const transactionShape = z.object({
  id: idShape,
  externalId: text,
  price: amountShape,
  paidPrice: optionalAmount,
  transactionStatus: text,
  subMerchantMemberId: idShape.nullish().catch(undefined),
  subMerchantMemberPrice: amountShape.nullish().catch(undefined),
  blockageResolvedDate: text,
})

const errorShape = z.object({
  errorCode: text,
  errorDescription: text,
  errorGroup: text,
  providerError: providerErrorShape,
})

/** An amount that a payment can do without. */
const extraAmount = amountShape.nullish().catch(undefined)

const RATE = /^(-?\d{1,3}(?:\.\d*?[1-9])?)(?:\.?0*)$/
/** Per cent, as decimal text without trailing zeros; the reports write it as text. */
const rate = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => RATE.exec(String(value ?? ''))?.[1])
  .catch(undefined)

const loyaltyShape = z
  .object({
    type: text,
    reward: z
      .object({ cardRewardMoney: extraAmount, firmRewardMoney: extraAmount, totalRewardMoney: extraAmount })
      .nullish()
      .catch(undefined),
  })
  .nullish()
  .catch(undefined)

/** developer.craftgate.io/api/payment/create-payment, "Dönüş Parametreleri". */
const paymentShape = z.object({
  id: idShape,
  createdDate: text,
  price: amountShape,
  paidPrice: optionalAmount,
  currency: z.string(),
  installment: whole,
  conversationId: text,
  externalId: text,
  paymentStatus: text,
  paymentPhase: text,
  isThreeDS: flag,
  paidWithStoredCard: flag,
  binNumber: text,
  lastFourDigits: text,
  cardBrand: text,
  cardAssociation: text,
  cardType: text,
  cardIssuerBankName: text,
  authCode: text,
  cardUserKey: text,
  fraudId: whole,
  fraudAction: text,
  fraudScore: z.number().nullish().catch(undefined),
  apmType: text,
  paymentType: text,
  paymentProvider: text,
  paymentSource: text,
  walletPrice: extraAmount,
  buyerMemberId: idShape.nullish().catch(undefined),
  loyalty: loyaltyShape,
  merchantCommissionRate: rate,
  bankCommissionRate: rate,
  bankCommissionRateAmount: extraAmount,
  blockageResolvedDate: text,
  pos: z.object({ alias: text, name: text }).nullish().catch(undefined),
  paymentError: errorShape.nullish().catch(undefined),
  /** The change notes put it beside the error, the clients' types inside it. */
  providerError: providerErrorShape,
  paymentTransactions: z
    .array(transactionShape)
    .nullish()
    .transform((all) => all ?? []),
})

export type PaymentOnTheWire = z.output<typeof paymentShape>

type TransactionOnTheWire = PaymentOnTheWire['paymentTransactions'][number]

/**
 * Reads a payment as Craftgate tells it (any of the endpoints that answer with one). Amounts are read by their
 * decimal text into minor units; a name or a card number is not even looked at.
 * Throws a CraftgateError of kind `unavailable`, code `unreadable-payment`, when id, amounts or currency are unusable.
 */
export function readPayment(response: unknown): PaymentFacts {
  return factsOfWire(parsePayment(response))
}

function factsOfWire(wire: PaymentOnTheWire): PaymentFacts {
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
    paidPrice: wire.paidPrice === undefined ? price : readAmount(wire.paidPrice, wire.currency),
    installment: wire.installment && wire.installment > 0 ? wire.installment : 1,
    phase: phaseOf(wire.paymentPhase) ?? 'AUTH',
    threeDS: wire.isThreeDS,
    method: methodOf(wire),
    provider: wire.paymentProvider,
    pointsUsed: pointsOf(wire),
    walletShare: amountAboveZero(wire.walletPrice, wire.currency),
    bankCommission: bankCommissionOf(wire),
    merchantCommissionRate: wire.merchantCommissionRate,
    blockageResolvedAt: blockageResolvedOf(wire),
    card: cardOf(wire),
    pos: wire.pos ?? undefined,
    fraud: fraudOf(wire),
    authCode: wire.authCode,
    cardUserKey: wire.cardUserKey,
    buyerMember: wire.buyerMemberId ?? undefined,
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
  const score = wire.fraudScore ?? undefined
  return action || score !== undefined ? { id: wire.fraudId, action, score } : undefined
}

/** Points are money only as REWARD_MONEY; extra instalments and postponements are not. */
function pointsOf({ loyalty, currency }: PaymentOnTheWire): Money | undefined {
  if (loyalty?.type !== 'REWARD_MONEY') return undefined
  const { totalRewardMoney, cardRewardMoney, firmRewardMoney } = loyalty.reward ?? {}
  const total = amountAboveZero(totalRewardMoney, currency)
  if (total !== undefined) return total
  const parts = [cardRewardMoney, firmRewardMoney].flatMap((part) => amountAboveZero(part, currency) ?? [])
  return parts.length === 0 ? undefined : sum(parts, money(0, currency).currency)
}

function amountAboveZero(value: string | number | null | undefined, currency: string): Money | undefined {
  const amount = knownAmount(value, currency)
  return amount && amount.minor > 0 ? amount : undefined
}

/** What is told beside the payment must not make it unreadable. */
function knownAmount(value: string | number | null | undefined, currency: string): Money | undefined {
  try {
    return value == null ? undefined : readAmount(value, currency)
  } catch {
    return undefined
  }
}

/** What any call that answers with a payment says of the bank; nothing where it is none, or cannot be read. */
export function bankFactsOf(answer: unknown): Pick<PaymentFacts, 'bankCommission' | 'blockageResolvedAt'> {
  const { data } = paymentShape.safeParse(answer)
  if (data === undefined) return {}
  return { bankCommission: bankCommissionOf(data), blockageResolvedAt: blockageResolvedOf(data) }
}

/** A commission below zero is none that a bank has. */
function bankCommissionOf({
  bankCommissionRate,
  bankCommissionRateAmount,
  currency,
}: Pick<
  PaymentOnTheWire,
  'bankCommissionRate' | 'bankCommissionRateAmount' | 'currency'
>): PaymentFacts['bankCommission'] {
  const amount = knownAmount(bankCommissionRateAmount, currency)
  return amount && amount.minor >= 0 ? { amount, rate: bankCommissionRate } : undefined
}

/** The payment's own date, else that of its items: of answers and pages some tell one, some the other. */
const blockageResolvedOf = ({
  blockageResolvedDate,
  paymentTransactions,
}: Pick<PaymentOnTheWire, 'blockageResolvedDate' | 'paymentTransactions'>): Date | undefined =>
  momentOf(blockageResolvedDate) ??
  latest(paymentTransactions.map((transaction) => momentOf(transaction.blockageResolvedDate)))

function transactionOf(wire: TransactionOnTheWire, currency: string): TransactionFacts {
  return {
    id: wire.id,
    externalId: wire.externalId,
    price: fromDecimal(wire.price, currency),
    paidPrice: readAmount(wire.paidPrice ?? wire.price, currency),
    status: wire.transactionStatus,
    seller: sellerOf(wire, currency),
    blockageResolvedAt: momentOf(wire.blockageResolvedDate),
  }
}

/** Of a transaction as any call tells it. Throws InvalidMoneyError. */
export function sellerOf(
  {
    subMerchantMemberId: memberId,
    subMerchantMemberPrice: price,
  }: Pick<TransactionOnTheWire, 'subMerchantMemberId' | 'subMerchantMemberPrice'>,
  currency: string,
): TransactionFacts['seller'] {
  return memberId == null ? undefined : { memberId, amount: readAmount(price ?? 0, currency) }
}

/** What the payment report says beside the facts. */
export interface ReportedPayment extends PaymentFacts {
  readonly successful: boolean
  readonly refunded: 'nothing' | 'a part' | 'everything'
  /** Of paidPrice; absent when the report does not tell. */
  readonly refundable?: Money
  /** Refunds of the whole payment, as they came. */
  readonly refunds: readonly unknown[]
}

const reportShape = z.object({
  refundStatus: text,
  refundablePrice: amountShape.nullish().catch(undefined),
  refunds: z
    .array(z.unknown())
    .nullish()
    .transform((all) => all ?? []),
})

/**
 * Reads developer.craftgate.io/api/payment-reports/retrieve-payment. Throws like `readPayment`, also for a phase that
 * nobody knows: what may be done with the payment depends on it.
 */
export function readReportedPayment(response: unknown): ReportedPayment {
  const wire = parsePayment(response)
  const report = reportShape.safeParse(response)
  if (!report.success) throw unreadablePayment('refunds')
  if (phaseOf(wire.paymentPhase) === undefined) throw unreadablePayment('paymentPhase')
  const { refundStatus, refundablePrice, refunds } = report.data
  return {
    ...factsOfWire(wire),
    successful: wire.paymentStatus === 'SUCCESS',
    refunded: REFUNDED[refundStatus ?? ''] ?? 'nothing',
    refundable: refundablePrice == null ? undefined : readAmount(refundablePrice, wire.currency),
    refunds,
  }
}

const REFUNDED: Readonly<Record<string, ReportedPayment['refunded']>> = {
  FULLY_REFUNDED: 'everything',
  PARTIAL_REFUNDED: 'a part',
}

const refundShape = z.object({ status: z.enum(['SUCCESS', 'WAITING']) })

/**
 * What of a payment went back or is on its way back, of paidPrice; all of it when the report does not tell how much.
 * `refundablePrice` alone proves nothing: an authorization may have none.
 */
export function refundedAmount({ refunded, refundable, refunds, paidPrice }: ReportedPayment): Money {
  const isBegun = refunds.some((refund) => refundShape.safeParse(refund).success)
  if (refunded === 'nothing' && !isBegun) return { ...paidPrice, minor: 0 }
  if (refunded === 'everything' || refundable === undefined) return paidPrice
  return subtract(paidPrice, refundable)
}

/**
 * An amount, without whatever Craftgate writes below the currency's own decimals (a transaction's share of the interest):
 * rounded down, so that a refund never asks for too much. Throws InvalidMoneyError.
 */
export function readAmount(value: string | number, currency: string): Money {
  const known = money(0, currency).currency
  const decimal = String(value)
  if (/^\d(?:\.\d+)?e-\d+$/.test(decimal)) return money(0, known)
  const [whole = '', fraction = ''] = decimal.split('.')
  const kept = fraction.slice(0, exponentOf(known))
  return fromDecimal(kept === '' ? whole : `${whole}.${kept}`, known)
}

/** Throws a CraftgateError (`unavailable`, code `unreadable-payment`) when this is no payment at all. */
export function parsePayment(response: unknown): PaymentOnTheWire {
  const parsed = paymentShape.safeParse(response)
  if (parsed.success) return parsed.data
  throw unreadablePayment(parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', '))
}

/** Names the fields, never their values. */
const unreadablePayment = (fields: string, cause?: unknown): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-payment',
    message: `Craftgate answered with a payment that cannot be read: ${fields}`,
    retry: 'same-key',
    merchantMessage: CLIENT_ERRORS['unreadable-payment'],
    cause,
  })
