// What a shopper reads on core's own card page, and on the page that offers the points of his card.
import type { Localized } from './localized'

/** The fields of the page's form, by their names. `bin`: the first eight digits, of the form that asks for instalments. */
export type CardField = 'holder' | 'number' | 'expiry' | 'cvc' | 'installment' | 'bin'

export const CARD_LABELS: Readonly<Record<CardField | 'save', Localized>> = {
  holder: { tr: 'Kart üzerindeki ad soyad', en: 'Name on the card' },
  number: { tr: 'Kart numarası', en: 'Card number' },
  expiry: { tr: 'Son kullanma tarihi (AA/YY)', en: 'Expiry date (MM/YY)' },
  cvc: { tr: 'Güvenlik kodu (CVC)', en: 'Security code (CVC)' },
  installment: { tr: 'Ödeme seçeneği', en: 'How to pay' },
  bin: { tr: 'Kart numarasının ilk 8 hanesi', en: 'First 8 digits of the card number' },
  save: { tr: 'Bu kartı sonraki alışverişlerim için sakla', en: 'Store this card for my next orders' },
}

export const CARD_PROBLEMS = {
  holder: {
    tr: 'Kartın üzerinde yazan adı ve soyadı girin.',
    en: 'Enter the name as it stands on the card.',
  },
  number: {
    tr: 'Kart numarası doğru değil. Kartın üzerindeki haneleri kontrol edin.',
    en: 'This card number is not right. Check the digits on the card.',
  },
  'not-credit': {
    tr: 'Bu siparişte yalnızca kredi kartı geçerli.',
    en: 'Only a credit card can pay this order.',
  },
  expiry: { tr: 'Ay ve yılı AA/YY biçiminde girin.', en: 'Enter month and year as MM/YY.' },
  expired: {
    tr: 'Bu kartın süresi dolmuş. Başka bir kart kullanın.',
    en: 'This card has expired. Use another card.',
  },
  cvc: {
    tr: 'Kartın arkasındaki 3 haneli kodu girin.',
    en: 'Enter the 3 digits on the back of the card.',
  },
  'cvc-amex': {
    tr: 'Kartın önündeki 4 haneli kodu girin.',
    en: 'Enter the 4 digits on the front of the card.',
  },
  installment: {
    tr: 'Bu kartın seçenekleri bunlar. Birini seçin ve kart bilgilerini yeniden girin.',
    en: 'These are the choices of this card. Choose one and enter the card again.',
  },
  bin: { tr: 'Kart numarasının ilk 8 hanesini girin.', en: 'Enter the first 8 digits of the card number.' },
} as const satisfies Readonly<Record<string, Localized>>

export type CardProblem = keyof typeof CARD_PROBLEMS

export const CARD_PAGE = {
  title: { tr: 'Kartla öde', en: 'Pay by card' },
  text: {
    tr: 'Bankanız sizi doğrulama sayfasına yönlendirebilir.',
    en: 'Your bank may take you to its verification page.',
  },
  amount: { tr: 'Ödenecek tutar', en: 'Amount to pay' },
  problems: {
    tr: 'Lütfen düzeltin. Güvenliğiniz için kart bilgileri saklanmaz, yeniden girmeniz gerekir.',
    en: 'Please correct this. Card details are not kept, for your safety, so please enter them again.',
  },
  installments: { tr: 'Taksitle öde', en: 'Pay in instalments' },
  installmentsText: {
    tr: 'Kartınızın taksit seçeneklerini görmek için ilk 8 hanesini girin.',
    en: 'Enter the first 8 digits to see what your card offers.',
  },
  saves: {
    tr: 'Kartınız sonraki alışverişleriniz için Craftgate’te saklanır.',
    en: 'Your card is stored at Craftgate for your next orders.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const CARD_BUTTONS = {
  pay: { tr: 'Öde', en: 'Pay' },
  installments: { tr: 'Taksitleri göster', en: 'Show instalments' },
} as const satisfies Readonly<Record<string, Localized>>

/** Of a bank that was asked already and did not end it. */
export const BANK_PAGE = {
  title: { tr: 'Kart ödemeniz doğrulama bekliyor', en: 'Your card payment waits for verification' },
  text: {
    tr: 'Bankanızın doğrulama sayfasına dönebilir ya da başka bir kartla ödeyebilirsiniz.',
    en: 'You can go back to your bank’s verification page, or pay with another card.',
  },
  go: { tr: 'Bankanın sayfasına dön', en: 'Back to the bank’s page' },
  other: { tr: 'Başka bir kartla öde', en: 'Pay with another card' },
} as const satisfies Readonly<Record<string, Localized>>

export const CHARGING_PAGE = {
  title: { tr: 'Bankanızın cevabı bekleniyor', en: 'Waiting for your bank' },
  text: {
    tr: 'Ödemeniz bankada. Yeniden ödemeyin; cevap gelince bu sayfa kendiliğinden devam eder.',
    en: 'Your payment is at the bank. Do not pay again; this page goes on by itself once it has answered.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const POINTS_PAGE = {
  title: { tr: 'Kart puanınızı kullanın', en: 'Use the points of your card' },
  legend: { tr: 'Puan kullanımı', en: 'Points' },
  none: { tr: 'Puan kullanmadan öde', en: 'Pay without points' },
  part: { tr: 'Bir kısmını kullan', en: 'Use a part of them' },
  amount: { tr: 'Kullanılacak puan (TL)', en: 'Points to use (TRY)' },
  invalid: {
    tr: 'Kullanmak istediğiniz tutarı, en fazla kullanılabilir puan kadar girin.',
    en: 'Enter how much to use, at most what your points are worth.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const usablePoints = (amount: Localized): Localized => ({
  tr: `Bu kartın ${amount.tr} değerinde kullanılabilir puanı var.`,
  en: `This card has points worth ${amount.en} to use.`,
})

export const allPoints = (amount: Localized): Localized => ({
  tr: `Hepsini kullan (${amount.tr})`,
  en: `Use all of them (${amount.en})`,
})
