import type { CraftgateError } from '../errors'
import type { Localized } from '../messages/localized'
import type { StorefrontProblemName } from './contract'

/** Thrown by a shop that has no answer to a storefront's question. */
export class StorefrontError extends Error {
  override readonly name = 'StorefrontError'

  constructor(readonly problem: StorefrontProblemName) {
    super(STOREFRONT_PROBLEMS[problem].en)
  }

  /** Also of another copy of this class: an application may load core as ES module and as CommonJS. */
  static is(error: unknown): error is StorefrontError {
    return error instanceof Error && error.name === 'StorefrontError' && 'problem' in error
  }
}

export const STOREFRONT_PROBLEMS: Readonly<
  Record<StorefrontProblemName, Localized & { readonly status: number }>
> = {
  'not-found': {
    status: 404,
    tr: 'Bu adreste bir şey yok, ya da bu mağaza Craftgate ile ödeme almıyor',
    en: 'There is nothing at this address, or this shop takes no payments by Craftgate',
  },
  'no-payment': {
    status: 404,
    tr: 'Burada böyle bir ödeme yok',
    en: 'There is no such payment here',
  },
  'bad-subject': {
    status: 400,
    tr: 'variant, cart ya da amount parametrelerinden tam olarak birini verin',
    en: 'Name exactly one of variant, cart and amount',
  },
  'bad-bin': {
    status: 400,
    tr: 'bin, kartın ilk 6 ile 8 hanesi olmalıdır',
    en: 'bin must be the first 6 to 8 digits of a card',
  },
  'bad-amount': {
    status: 400,
    tr: 'amount, 1249.90 gibi bir tutar; currency, TRY gibi bir para birimi olmalıdır',
    en: 'amount must be an amount such as 1249.90, and currency a currency such as TRY',
  },
  'bad-name': {
    status: 400,
    tr: 'name, 1 ile 50 harf arasında olmalıdır',
    en: 'name must have 1 to 50 letters',
  },
  'bad-body': {
    status: 400,
    tr: 'İstek gövdesi application/json türünde, en çok 4 kB olmalıdır',
    en: 'The body must be application/json of at most 4 kB',
  },
  'log-in': { status: 401, tr: 'Lütfen hesabınıza giriş yapın', en: 'Please log in to your account' },
  'no-card': {
    status: 404,
    tr: 'Hesabınızda böyle bir kart yok',
    en: 'There is no such card in your account',
  },
  'card-not-renamed': {
    status: 422,
    tr: 'Süresi dolmuş bir kartın adı değiştirilemez',
    en: 'A card that has expired cannot be renamed',
  },
  'no-wallets': {
    status: 404,
    tr: 'Bu mağazada müşteri cüzdanı yok',
    en: 'Customers have no wallets in this shop',
  },
  'incomplete-account': {
    status: 422,
    tr: 'Cüzdan için hesabınızda ad, soyad, telefon ve adres olmalı',
    en: 'For a wallet your account needs a name, a phone number and an address',
  },
  'not-sold': {
    status: 404,
    tr: 'Burada böyle bir ürün ya da sepet yok',
    en: 'There is no such product or cart for sale here',
  },
  'nothing-to-pay': { status: 422, tr: 'Ödenecek tutar yok', en: 'There is nothing to pay' },
  refused: { status: 422, tr: 'Craftgate bu soruyu kabul etmedi', en: 'Craftgate refused this question' },
  'too-many-questions': {
    status: 429,
    tr: 'Kısa sürede çok fazla soru geldi; lütfen biraz sonra yeniden deneyin',
    en: 'Too many questions came at once; please try again in a moment',
  },
  unavailable: {
    status: 503,
    tr: 'Craftgate şu anda cevap vermiyor; lütfen biraz sonra yeniden deneyin',
    en: 'Craftgate does not answer right now; please try again in a moment',
  },
}

/** What a shopper can do something about, by the code of core's error. */
const BY_CODE: Readonly<Record<string, StorefrontProblemName>> = {
  'invalid-member': 'incomplete-account',
  'wallets-off': 'no-wallets',
  'card-not-renamed': 'card-not-renamed',
  amount: 'bad-amount',
}

export const problemOf = (error: CraftgateError): StorefrontProblemName =>
  (Object.hasOwn(BY_CODE, error.code) && BY_CODE[error.code]) || shopperProblem(error)

/** Why a storefront's question to Craftgate has no answer. Craftgate's own words are for the merchant. */
export type ShopperProblem = Extract<StorefrontProblemName, 'too-many-questions' | 'unavailable' | 'refused'>

export function shopperProblem({ kind, code }: CraftgateError): ShopperProblem {
  if (code === 'too-many-questions') return code
  return kind === 'unavailable' || kind === 'unknown-outcome' ? 'unavailable' : 'refused'
}
