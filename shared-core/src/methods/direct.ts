// How a way to pay is started by API, without the hosted page. What follows (another page, HTML, a QR code, a one-time
// code) is told by Craftgate's answer. From developer.craftgate.io: api/payment/pay-with-apm,
// alternative-payment-methods, instant-transfer-payment, bnpl-payments, and the samples of the official client.
import type { components } from '@craftgate-commerce/openapi/operations'
import type { MethodName } from './method'

export type ApmName = Extract<MethodName, components['schemas']['ApmType']>

/** What is asked for before the payment is started: of the shopper, or of the provider's script. */
export type DirectField = TypedField | ScriptField

/** What the provider's script gives, or our own that calls it. */
export type ScriptField = 'device-token' | 'card-name' | 'card-bin' | 'installment'

/** What the shopper is asked for. `phone`: a Turkish mobile; `phone-abroad`: with its country. */
export type TypedField =
  | 'phone'
  | 'phone-abroad'
  | 'card-number'
  | 'member-number'
  | 'app-code'
  | 'full-name'
  | 'email'
  | 'birth-date'
  | 'identity-number'
  | ChoiceField

/** What Craftgate lists, to be chosen from. */
export type ChoiceField = 'bank' | 'term' | 'stored-card'

const CHOICES: ReadonlySet<DirectField> = new Set(['bank', 'term', 'stored-card'])

const SCRIPT_FIELDS: ReadonlySet<DirectField> = new Set([
  'device-token',
  'card-name',
  'card-bin',
  'installment',
])

export const isTyped = (field: DirectField): field is TypedField => !SCRIPT_FIELDS.has(field)

export const isChoice = (field: DirectField): field is ChoiceField => CHOICES.has(field)

export interface DirectQuestion {
  readonly field: DirectField
  /** What carries the answer: `apmUserIdentity`, or the name of an additional parameter. */
  readonly parameter: string
}

export interface DirectStart {
  /** The calls that start it, and end it where it is not ended elsewhere (`checkout/direct`). */
  readonly family: keyof typeof FAMILIES
  readonly name: DirectName
  readonly asks: readonly DirectQuestion[]
  /** The additional parameter that carries a one-time code. */
  readonly code: string
}

type Row = Partial<Pick<DirectStart, 'asks' | 'code'>>

const ask = (field: DirectField, parameter: string): DirectQuestion => ({ field, parameter })

/** Nothing is asked: the shopper is told who he is where he is sent. */
const AT_PROVIDER: Row = {}
const CARD_AS_IDENTITY: Row = { asks: [ask('card-number', 'apmUserIdentity')] }
const PLUXEE: Row = { asks: [ask('phone', 'apmUserIdentity'), ask('app-code', 'sodexoCode')] }
const PUSHED_ABROAD: Row = { asks: [ask('phone-abroad', 'buyerPhoneNumber')] }

/** Of TOKENFLEX, VODAFONE_DCB and the code of PAYCELL_DCB the portal says nothing: they are asked as their neighbours. */
const APMS: Readonly<Partial<Record<ApmName, Row>>> = {
  HEPSIPAY: AT_PROVIDER,
  HEPSIPAY_WALLET: AT_PROVIDER,
  ISPAY: AT_PROVIDER,
  PAPARA: AT_PROVIDER,
  PAPEL: AT_PROVIDER,
  PAYMOB: AT_PROVIDER,
  PAYONEER: AT_PROVIDER,
  PAYPAL: AT_PROVIDER,
  STRIPE: AT_PROVIDER,
  ALIPAY: AT_PROVIDER,
  KLARNA: AT_PROVIDER,
  AFTERPAY: AT_PROVIDER,
  KASPI: AT_PROVIDER,
  MULTINET: AT_PROVIDER,
  MULTINET_GIFT: AT_PROVIDER,
  MULTINET_NEO_GIFT: AT_PROVIDER,
  BIZUM: PUSHED_ABROAD,
  PAYLANDS_MB_WAY: PUSHED_ABROAD,
  TOMPAY: { asks: [ask('phone', 'phone')] },
  CHIPPIN: { asks: [ask('member-number', 'apmUserIdentity')] },
  EDENRED: CARD_AS_IDENTITY,
  EDENRED_GIFT: CARD_AS_IDENTITY,
  TOKENFLEX: CARD_AS_IDENTITY,
  TOKENFLEX_GIFT: CARD_AS_IDENTITY,
  SETCARD: { asks: [ask('card-number', 'cardNumber')] },
  IWALLET: { asks: [ask('card-number', 'cardNumber')], code: 'passCode' },
  PLUXEE,
  SODEXO: PLUXEE,
  SODEXO_GIFT: PLUXEE,
  PAYCELL_DCB: { asks: [ask('phone', 'paycellGsmNumber')] },
  VODAFONE_DCB: { asks: [ask('phone', 'buyerPhoneNumber')] },
  INSTANT_TRANSFER: { asks: [ask('bank', 'bankCode')] },
}

const PHONE = ask('phone', 'buyerPhoneNumber')
const PERSON = [ask('identity-number', 'buyerIdentityNumber'), ask('birth-date', 'buyerBirthdate'), PHONE]

/**
 * Each lender's page says by what it knows the buyer. FinGate (MASLAK) has a page of its own that asks him; a merchant of
 * its commercial loans has none and cannot offer it this way. Albaraka, DKB, Karaca Finans and Hepsipay have no page of
 * the portal: they are told what every loan is.
 */
const LOANS: Readonly<Partial<Record<ApmName, Row>>> = {
  MASLAK: AT_PROVIDER,
  HASO: { asks: PERSON },
  ZIP: { asks: [ask('email', 'buyerEmail'), PHONE] },
  ALFABANK: AT_PROVIDER,
  TOM_FINANCE: { asks: [ask('full-name', 'buyerName'), PHONE] },
  PAYCELL: { asks: [...PERSON, ask('term', 'term')] },
  ALBARAKA: AT_PROVIDER,
  DKB: AT_PROVIDER,
  KARACA_FINANS: AT_PROVIDER,
  HEPSIPAY_SHOPPING_LOAN: AT_PROVIDER,
}

/** A bank's app, through the bank's own POS. */
const POS_APMS = { YKB_WORLD_PAY: AT_PROVIDER, GARANTI_PAY: AT_PROVIDER }

const JUZDAN = { JUZDAN: AT_PROVIDER }

const STORED_CARD = { STORED_CARD: { asks: [ask('stored-card', 'storedCard')] } }

/** The card of a device, whose token the provider's own script gives to a page of core's. */
const OF_DEVICE: Row = { asks: [ask('device-token', 'deviceToken')] }

/** A card of the shopper's Masterpass account, which its script lists. */
const MASTERPASS = {
  MASTERPASS: {
    asks: [ask('card-name', 'cardName'), ask('card-bin', 'binNumber'), ask('installment', 'installment')],
  },
}

/** Where the shop takes card numbers on its own server (`checkout.cardEntry`); its page is more than a list of questions. */
const CARD = { CARD: {} }

const FAMILIES = {
  apm: APMS,
  loan: LOANS,
  'pos-apm': POS_APMS,
  juzdan: JUZDAN,
  'stored-card': STORED_CARD,
  'google-pay': { GOOGLEPAY: OF_DEVICE },
  'apple-pay': { APPLEPAY: OF_DEVICE },
  masterpass: MASTERPASS,
  'bkm-express': { BKM_EXPRESS: AT_PROVIDER },
  card: CARD,
}

type DirectName =
  | ApmName
  | keyof typeof POS_APMS
  | keyof typeof JUZDAN
  | 'STORED_CARD'
  | 'GOOGLEPAY'
  | 'APPLEPAY'
  | 'MASTERPASS'
  | 'BKM_EXPRESS'
  | 'CARD'

const rowsOf = (family: keyof typeof FAMILIES): Readonly<Partial<Record<string, Row>>> => FAMILIES[family]

const familyOf = (name: string) =>
  (Object.keys(FAMILIES) as (keyof typeof FAMILIES)[]).find((family) => Object.hasOwn(FAMILIES[family], name))

/** How this method is started without the hosted page; undefined for one that is not. */
export function directStart(method: string): DirectStart | undefined {
  const family = familyOf(method)
  if (family === undefined) return undefined
  const { asks = [], code = 'otpCode' } = rowsOf(family)[method] ?? {}
  return { family, name: method as DirectName, asks, code }
}

interface Attempt {
  readonly context: Readonly<Record<string, string>>
}

/** The shopper typed his card on a page of core's. */
export const isTypedCard = ({ context: { openedBy = '', wayOn } }: Attempt): boolean =>
  wayOn !== undefined && familyOf(openedBy) === 'card'

/** Juzdan's way back names its payment and has no hash. */
export const hasHashedCallback = ({ context }: Attempt): boolean =>
  familyOf(context.openedBy ?? '') !== 'juzdan'

export const DIRECT_METHODS = Object.values(FAMILIES).flatMap((rows) =>
  Object.keys(rows),
) as readonly DirectName[]
