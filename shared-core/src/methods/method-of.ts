import type { MethodName, PaymentMethod } from './method'
import { PAYMENT_METHODS } from './table'

/** Craftgate's own words of a payment's answer that tell how it was paid; any of them may be missing or new. */
export interface MethodWords {
  readonly apmType?: string
  readonly paymentType?: string
  readonly paymentProvider?: string
  readonly paymentSource?: string
}

/** True for a name of a way to pay that this version knows. */
export const isMethod = (name: string | undefined): name is MethodName =>
  name !== undefined && Object.hasOwn(PAYMENT_METHODS, name)

/** A way to pay by its name; undefined for one that this version does not know. */
export const paymentMethod = (name: string | undefined): PaymentMethod | undefined =>
  isMethod(name) ? PAYMENT_METHODS[name] : undefined

/** Every way to pay with its name, as the table has them. */
export const knownMethods = (): readonly (PaymentMethod & { readonly name: MethodName })[] =>
  (Object.keys(PAYMENT_METHODS) as MethodName[]).map((name) => ({ name, ...PAYMENT_METHODS[name] }))

/** Its money never passes Craftgate: no request could send it back. */
export const isOutside = ({ later }: PaymentMethod): boolean =>
  later.void === 'no' && later.partialRefund === 'no'

/** Providers that are called otherwise than what is paid with them. */
const PROVIDERS: ReadonlyMap<string, MethodName> = new Map([
  ['BANK', 'CARD'],
  // Reports do not tell a transfer from cash; the attempt knows (`offlineMethodOf`).
  ['OFFLINE', 'FUND_TRANSFER'],
  ['VODAFONE', 'VODAFONE_DCB'],
])

const TYPES: ReadonlyMap<string, MethodName> = new Map([
  ['BANK_TRANSFER', 'FUND_TRANSFER'],
  ['CARD_PAYMENT', 'CARD'],
  ['CARD_AND_WALLET_PAYMENT', 'CARD'],
  ['DEPOSIT_PAYMENT', 'CARD'],
])

/** Sources that are a way to pay themselves: the bank behind them is told as a bank's POS. */
const SOURCES: ReadonlySet<string | undefined> = new Set(['HEPSIPAY', 'JUZDAN', 'MASTERPASS'])

/**
 * How a payment was paid, the most particular word first: its type of alternative payment, the wallet, its provider, the
 * app that it came from, and else its type. Undefined when none of them is known.
 */
export function methodOf(words: MethodWords): MethodName | undefined {
  const { apmType, paymentType = '', paymentProvider = '', paymentSource } = words
  if (isMethod(apmType)) return apmType
  if (paymentType === 'WALLET_PAYMENT') return 'CG_WALLET'
  if (paymentProvider !== 'BANK' && isMethod(paymentProvider)) return paymentProvider
  if (SOURCES.has(paymentSource) && isMethod(paymentSource)) return paymentSource
  return PROVIDERS.get(paymentProvider) ?? TYPES.get(paymentType)
}
