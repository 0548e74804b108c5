import { CraftgateError } from '@craftgate-commerce/core'
import { shopperProblem } from '@craftgate-commerce/core/adapter'
import { I18nError, LogLevel } from '@vendure/core'

/** Why a storefront's question has no answer, by the end of the error's code. */
const SENTENCES = {
  'no-such-card': { tr: 'Böyle bir kart yok', en: 'There is no such card' },
  'no-such-checkout': { tr: 'Böyle bir ödeme yok', en: 'There is no such checkout' },
  'no-card-name': {
    tr: 'Kart adı 1 ile 50 harf arasında olmalıdır',
    en: 'The name of a card has 1 to 50 letters',
  },
  'card-not-renamed': {
    tr: 'Süresi dolmuş bir kartın adı değiştirilemez',
    en: 'A card that expired can not be renamed',
  },
  'no-bin': {
    tr: 'bin, kartın ilk 6 ile 8 hanesi olmalıdır',
    en: 'bin must be the first 6 to 8 digits of a card',
  },
  'ask-for-one': {
    tr: 'variantId ya da amount verin, ikisini birden değil',
    en: 'Name variantId or amount, not both',
  },
  'no-active-order': { tr: 'Etkin bir sepet yok', en: 'There is no active order' },
  'no-such-variant': {
    tr: 'Bu satış kanalında böyle bir ürün satılmıyor',
    en: 'There is no such variant for sale in this channel',
  },
  'nothing-to-pay': { tr: 'Ödenecek tutar yok', en: 'There is nothing to pay' },
  'no-such-amount': {
    tr: 'Bu tutar kartla ödenemez',
    en: 'This amount can not be paid by card',
  },
  'currency-not-supported': {
    tr: 'Craftgate bu para biriminde ödeme almıyor',
    en: 'Craftgate does not charge this currency',
  },
  'channel-not-configured': {
    tr: 'Bu satış kanalı için ödeme ayarı yapılmamış',
    en: 'Payments are not set up for this sales channel',
  },
  'too-many-questions': {
    tr: 'Kısa sürede çok fazla sorgu geldi; lütfen biraz sonra yeniden deneyin',
    en: 'Too many questions came at once; please try again in a moment',
  },
  'no-wallet-here': {
    tr: 'Bu mağazada müşteri cüzdanı yok',
    en: 'Customers have no wallets in this shop',
  },
  'details-missing': {
    tr: 'Hesabınızda ad, soyad, telefon ve adres bulunmalı',
    en: 'Your account needs a name, a phone number and an address',
  },
  unavailable: {
    tr: 'Craftgate şu anda cevap vermiyor; lütfen biraz sonra yeniden deneyin',
    en: 'Craftgate does not answer right now; please try again in a moment',
  },
  refused: { tr: 'Craftgate bu isteği kabul etmedi', en: 'Craftgate refused this request' },
} as const

export type ShopProblem = keyof typeof SENTENCES

/** An answer of the Shop API in `errors`, in the language of the request, with a code such as CRAFTGATE_NO_SUCH_CARD. */
export class ShopError extends I18nError {
  constructor(readonly problem: ShopProblem) {
    const code = `CRAFTGATE_${problem.toUpperCase().replaceAll('-', '_')}`
    super(`error.craftgate-${problem}`, {}, code, LogLevel.Warn)
  }
}

/** Awaits what asks Craftgate. Its own words are for the merchant; the shopper reads ours. */
export async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw CraftgateError.is(error) ? new ShopError(problemOf(error)) : error
  }
}

/** Codes of core's that a shopper can do something about, or that say what this shop is like. */
const BY_CODE: Readonly<Record<string, ShopProblem>> = {
  'card-not-renamed': 'card-not-renamed',
  'invalid-member': 'details-missing',
  'wallets-off': 'no-wallet-here',
  amount: 'no-such-amount',
}

const problemOf = (error: CraftgateError): ShopProblem => BY_CODE[error.code] ?? shopperProblem(error)

export const shopErrorResources = (language: 'tr' | 'en') =>
  Object.fromEntries(
    Object.entries(SENTENCES).map(([problem, sentence]) => [`craftgate-${problem}`, sentence[language]]),
  )
