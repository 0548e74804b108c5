import { type Money, toDecimal } from '../money'
import type { Difference, ErrorFacts, PaymentFacts } from '../payment'
import type { Localized } from './localized'

/** What a merchant reads when an attempt to pay cannot be begun, opened or written, by code of the error. */
export const CHECKOUT_ERRORS = {
  busy: {
    tr: 'Ödeme kaydı şu anda başka bir işlem tarafından güncelleniyor; lütfen yeniden deneyin.',
    en: 'The checkout is being updated by somebody else right now; please try again.',
  },
  'authorization-gone': {
    tr: 'Bu ön provizyon Craftgate panelinde iptal edilmiş; artık çekilemez.',
    en: 'This authorization was cancelled in the Craftgate panel; it can no longer be captured.',
  },
  'no-report': {
    tr: 'Craftgate’in raporunda bu ödeme henüz yok; biraz sonra yeniden sorulur.',
    en: "Craftgate's report does not have this payment yet; it is asked again in a moment.",
  },
  'no-stored-card': {
    tr: 'Ödeme yalnızca saklı kartla alınıyor (allowOnlyStoredCards), bu alıcının ise saklı kartı yok.',
    en: 'Only stored cards may pay (allowOnlyStoredCards), and this buyer has none.',
  },
  'no-masterpass-card': {
    tr: 'Seçilen Masterpass kartı ya da taksit bu siparişte kullanılamıyor.',
    en: 'The chosen Masterpass card or its instalments cannot pay this order.',
  },
  'too-many-questions': {
    tr: 'Kısa sürede çok fazla taksit sorgusu geldi; lütfen biraz sonra yeniden deneyin.',
    en: 'Too many instalment questions came at once; please try again in a moment.',
  },
  'too-many-requests': {
    tr: 'Bu adresten kısa sürede çok fazla istek geldi; lütfen biraz sonra yeniden deneyin.',
    en: 'Too many requests came from this address at once; please try again in a moment.',
  },
  'no-loan-to-approve': {
    tr: 'Bu ödemede onayınızı bekleyen bir kredi yok.',
    en: 'This payment has no loan that waits for your approval.',
  },
  'loan-not-owed': {
    tr: 'Sipariş artık bu kredinin tutarını beklemiyor (değişti, iptal edildi ya da başka yolla ödendi); kredi onaylanmadı.',
    en: 'The order no longer waits for the amount of this loan (it was changed, cancelled or paid another way); the loan was not approved.',
  },
  'not-unexpected': {
    tr: 'Bu ödemede iade kararınızı bekleyen para yok; sayfayı yenileyin.',
    en: 'No money of this payment waits for your decision about a refund; load the page again.',
  },
  'bad-key': {
    tr: 'Formun anahtarı geçersiz; sayfayı yenileyip yeniden deneyin.',
    en: 'The key of the form is not valid; load the page again and try once more.',
  },
  'unreadable-start': {
    tr: 'Craftgate ödemeyi başlattı, ancak ödemenin nasıl süreceğini söylemedi.',
    en: 'Craftgate started the payment without saying how it goes on.',
  },
  'unreadable-page': {
    tr: 'Craftgate ödeme sayfası için kullanılabilir bir adres dönmedi.',
    en: 'Craftgate did not answer with a usable payment page.',
  },
} as const satisfies Readonly<Record<string, Localized>>

/** Of an option that only its address shows to be wrong. */
export const badCheckoutOptions: Localized = {
  tr: 'Craftgate ödeme sayfası ayarları hatalı; hangisi olduğu sunucunun kaydında yazar.',
  en: "Craftgate's settings of the payment page are wrong; the server's log says which.",
}

/** None of the ways to pay that the shop names can take this sale. */
export const noMethodFor = (
  names: readonly string[],
  currency: string,
  phase: 'AUTH' | 'PRE_AUTH',
): Localized => {
  const list = names.join(', ')
  return phase === 'PRE_AUTH'
    ? {
        tr: `Seçilen ödeme yöntemlerinin hiçbiri ${currency} ile ön provizyon alamaz: ${list}.`,
        en: `None of the chosen ways to pay can pre-authorize in ${currency}: ${list}.`,
      }
    : {
        tr: `Seçilen ödeme yöntemlerinin hiçbiri ${currency} ile ödeme alamaz: ${list}.`,
        en: `None of the chosen ways to pay takes ${currency}: ${list}.`,
      }
}

// What a record says of itself, in words a merchant can read (`CheckoutRecord.note`, one language). No personal data.

export const NEVER_PAID_NOTE = 'Nobody paid before the page expired'

export const closedNote = (before: string | undefined): string =>
  before ? `${before}; closed by the shop` : 'Closed by the shop'

/** An attempt that was started by API and made room for another. */
export const leftNote = (method: string | undefined, mayStillBePaid: boolean): string =>
  mayStillBePaid
    ? `Left for another way to pay: ${method ?? 'this one'} cannot be closed at Craftgate, so money may still come and is then judged anew`
    : `Left for another way to pay before ${method ?? 'it'} was approved`

const LOAN_GRANTED = [`A loan of `, ` was granted and waits for the merchant's approval`] as const

export const loanApprovalNote = (expected: Money): string =>
  LOAN_GRANTED.join(`${toDecimal(expected)} ${expected.currency}`)

/** Finds the notes of loans that wait, by SQL's LIKE. */
export const LOAN_APPROVAL_PATTERN = LOAN_GRANTED.join('%')

export const notStartedNote = (method: string, code: string): string =>
  `Craftgate did not start ${method} (${code})`

/** Money that no order took, after it was refunded. */
export const givenBackNote = (before: string, payment: Amount): string =>
  `${before}; ${paidNote('was given back', payment)}`

/** Money that no order took, and that was given back without us, in Craftgate's panel mostly. */
export const givenBackElsewhereNote = (before: string): string => `${before}; it went back at Craftgate`

/** Undefined when the note says so already. */
export function refusedToGiveBackNote(before: string, code: string): string | undefined {
  const refused = `Craftgate refuses to give it back (${code})`
  return before.includes(refused) ? undefined : `${before}; ${refused}`
}

type Amount = Pick<PaymentFacts, 'paymentId' | 'price'>

export const paidNote = (what: string, facts: Amount): string =>
  `Payment ${facts.paymentId} ${what}: ${amountOf(facts)}`

/** Craftgate leaves the money of a payment that was found to be fraud where it is; a rejection in the shop gives it back. */
export const reviewNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} is under fraud review: ${amountOf(facts)}. Decide on the shop's Craftgate pages: rejected, the money goes back and the order is cancelled`

/** "1249.90 TRY", in notes of records. */
export const amountOf = ({ price }: Pick<PaymentFacts, 'price'>): string =>
  `${toDecimal(price)} ${price.currency}`

const DECLINED = 'Declined: '

/** Whether an attempt with this note was declined at last. */
export const isDeclinedNote = (note: string | undefined): boolean => note?.startsWith(DECLINED) ?? false

export const declinedNote = ({ code, group, providerError }: ErrorFacts): string =>
  `${DECLINED}${group ?? 'no error group'} (${code})${providerError?.code ? `; the bank's code is ${providerError.code}` : ''}`

export const unexpectedNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} of ${amountOf(facts)} came for an order that cannot take it any more`

export const lostNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} of ${amountOf(facts)} was taken by an order that changed in the same moment and cannot hold it`

export const REPAIRED_NOTE = 'the order had lost it and holds it again'

/** An order has the payment, and nobody refunded it in the shop. */
export function refundedElsewhereNote(facts: PaymentFacts, differences: readonly Difference[]): string {
  const { actual = '' } = differences.find(({ field }) => field === 'refunded') ?? {}
  return `${actual} ${facts.price.currency} of payment ${facts.paymentId} went back at Craftgate and not through the shop: the order still shows it as paid`
}

export const mismatchNote = (facts: PaymentFacts, differences: readonly Difference[]): string =>
  `Payment ${facts.paymentId} is not what was started: ${differences.map(describe).join('; ')}`

const describe = ({ field, expected, actual }: Difference): string =>
  `${field} ${actual || 'missing'} instead of ${expected}`
