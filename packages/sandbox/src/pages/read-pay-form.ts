import type {
  BinView,
  CardEntry,
  CheckoutView,
  LoyaltyView,
  MethodView,
  PayEntry,
  PayStep,
} from '../hosted-page-service'
import type { MethodInput } from './method-form'
import type { Lang, PageOptions } from './page-options'
import { type Texts, textsOf } from './texts'

export type FieldName = 'cardHolderName' | 'cardNumber' | 'expiry' | 'cvc'
export type FieldErrors = Partial<Record<FieldName | 'installment' | 'loyalty' | 'general', string>>

/** What may go back onto the page: of the card number its BIN, for the instalments; never the rest, never the CVC. */
export interface TypedAgain {
  readonly cardHolderName?: string
  readonly expiry?: string
  readonly cardToken?: string
  readonly bin?: string
  readonly installment?: number
  readonly storeCard?: boolean
  readonly threeDS?: boolean
  readonly loyalty?: string
  readonly useWallet?: boolean
}

/** All that the hosted page shows: the checkout, and what the shopper did so far. */
export interface HostedState {
  readonly view: CheckoutView
  readonly options: PageOptions
  /** Instalments of the card that was asked about (the step without JavaScript). */
  readonly bin?: BinView
  /** Rewards of the card that the bank was just asked about. */
  readonly loyalties?: readonly LoyaltyView[]
  readonly typed?: TypedAgain
  readonly errors?: FieldErrors
  /** The tab; undefined where nothing can be paid with. */
  readonly method?: MethodView
  /** What was typed on a tab that is none of the card's. */
  readonly input?: MethodInput
}

export type ReadForm =
  | { readonly ok: true; readonly entry: PayEntry; readonly typed: TypedAgain }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: TypedAgain }

/** Reads the posted payment form of a checkout: shape only, the engine judges the card. */
export function readPayForm(form: URLSearchParams, view: CheckoutView, t: Texts): ReadForm {
  const typed = typedAgain(form)
  const installment = typed.installment ?? 1
  const threeDS = typed.threeDS === true || view.forceThreeDS
  const how = { installment, threeDS, ...readLoyalty(form), ...(typed.useWallet ? { useWallet: true } : {}) }
  const cardToken = form.get('cardToken') ?? ''
  if (cardToken !== '') return { ok: true, typed, entry: { card: { cardToken }, ...how } }
  if (view.onlyStoredCards) return { ok: false, typed, errors: { general: t.invalid.cardToken } }
  const card = readCard(form)
  const errors = checkCard(card, t)
  if (Object.keys(errors).length > 0) return { ok: false, typed, errors }
  return { ok: true, typed, entry: { card, ...how } }
}

/** Points may be typed with a comma, as in Turkish. */
function readLoyalty(form: URLSearchParams): Pick<PayEntry, 'loyalty'> {
  const type = form.get('loyalty') ?? ''
  const points = form.get('points')?.trim().replace(',', '.')
  return type === '' ? {} : { loyalty: { type, points } }
}

function typedAgain(form: URLSearchParams): TypedAgain {
  const installment = Number.parseInt(form.get('installment') ?? '1', 10)
  return {
    cardHolderName: form.get('cardHolderName')?.trim() ?? '',
    expiry: form.get('expiry')?.trim() ?? '',
    cardToken: form.get('cardToken') ?? '',
    bin: (form.get('cardNumber') ?? '').replace(/\D/g, '').slice(0, 8),
    installment: Number.isNaN(installment) ? 1 : installment,
    storeCard: form.get('storeCard') === 'true',
    threeDS: form.get('threeDS') === 'true',
    loyalty: form.get('loyalty') ?? '',
    useWallet: form.get('useWallet') === 'true',
  }
}

function readCard(form: URLSearchParams): CardEntry {
  const [expireMonth = '', expireYear = ''] = readExpiry(form.get('expiry') ?? '')
  return {
    cardHolderName: form.get('cardHolderName')?.trim() ?? '',
    cardNumber: form.get('cardNumber')?.replace(/[\s-]/g, '') ?? '',
    expireMonth,
    expireYear,
    cvc: form.get('cvc')?.trim() ?? '',
    ...(form.get('storeCard') === 'true' ? { storeCard: true } : {}),
  }
}

/** "11/44", "11 / 2044", "1144": month and four-digit year, or nothing. */
function readExpiry(text: string): readonly string[] {
  const match = /^(0[1-9]|1[0-2])\s*[/.-]?\s*(?:20)?(\d{2})$/.exec(text.trim())
  return match?.[1] === undefined || match[2] === undefined ? [] : [match[1], `20${match[2]}`]
}

function checkCard(card: CardEntry, t: Texts): FieldErrors {
  const errors: FieldErrors = {}
  if (card.cardHolderName === '') errors.cardHolderName = t.invalid.cardHolderName
  if (!/^\d{13,19}$/.test(card.cardNumber)) errors.cardNumber = t.invalid.cardNumber
  if (card.expireMonth === '') errors.expiry = t.invalid.expiry
  if (!/^\d{3,4}$/.test(card.cvc)) errors.cvc = t.invalid.cvc
  return errors
}

/**
 * The engine names a field in Craftgate's words; the page marks the input that holds it. Its sentence is Turkish, so a
 * page in another language says its own.
 */
export function fieldErrors({ field, description }: InvalidStep, lang: Lang): FieldErrors {
  return lang === 'tr'
    ? errorsAt(field, () => description)
    : errorsAt(field, (name) => textsOf(lang).invalid[name])
}

type InvalidStep = Extract<PayStep, { kind: 'invalid' }>
type Invalid = keyof Texts['invalid']

function errorsAt(field: string, say: (name: Invalid) => string): FieldErrors {
  if (field === 'cardHolderName' || field === 'cardNumber' || field === 'cvc' || field === 'installment') {
    return { [field]: say(field) }
  }
  if (field === 'loyalty') return { loyalty: say('loyalty') }
  if (field === 'expireMonth' || field === 'expireYear') return { expiry: say('expiry') }
  return { general: say('cardToken') }
}
