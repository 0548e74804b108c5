// What a shopper reads on the pages of a way to pay that is started without the hosted page.
import type { TypedField } from '../methods'
import type { Localized } from './localized'

/** A sentence about a way to pay, by its name for shoppers. */
type About = (method: Localized) => Localized

export const DIRECT_TITLES = {
  ask: (method) => ({ tr: `${method.tr} ile öde`, en: `Pay with ${method.en}` }),
  code: (method) => ({ tr: `${method.tr} doğrulama kodu`, en: `${method.en} verification code` }),
  qr: (method) => ({ tr: `${method.tr} ile öde`, en: `Pay with ${method.en}` }),
  wait: (method) => ({ tr: `${method.tr} onayı bekleniyor`, en: `Waiting for ${method.en}` }),
  leave: (method) => ({
    tr: `${method.tr} ödemeniz hâlâ açık`,
    en: `Your payment by ${method.en} is still open`,
  }),
  'not-offered': (method) => ({
    tr: `${method.tr} bu siparişte kullanılamıyor`,
    en: `${method.en} cannot pay this order`,
  }),
} as const satisfies Readonly<Record<string, About>>

export const DIRECT_TEXTS = {
  ask: { tr: 'Ödemeye başlamak için bilgileri girin.', en: 'Enter the details to start the payment.' },
  button: {
    tr: 'Düğmeye basın ve ödemeyi cihazınızda onaylayın.',
    en: 'Press the button and approve the payment on your device.',
  },
  cards: {
    tr: 'Masterpass hesabınızdaki kartlardan birini ve taksidi seçin.',
    en: 'Choose a card of your Masterpass account and its instalments.',
  },
  app: {
    tr: 'Düğmeye basın ve ödemeyi BKM Express uygulamasında onaylayın.',
    en: 'Press the button and approve the payment in BKM Express.',
  },
  purchase: {
    tr: 'Ödemeyi başlatın. Masterpass size bir doğrulama kodu gönderebilir ya da bankanızın sayfasına yönlendirilebilirsiniz.',
    en: 'Start the payment. Masterpass may send you a code, or your bank’s verification page comes next.',
  },
  'stored-card': {
    tr: 'Kartınızı seçin. Bankanız sizi doğrulama sayfasına yönlendirebilir.',
    en: 'Choose your card. Your bank may take you to its verification page.',
  },
  bank: {
    tr: 'Havaleyi yapacağınız bankayı seçin. Bankanızın sayfasına yönlendirileceksiniz.',
    en: 'Choose the bank that you pay from. You will be sent to its page.',
  },
  code: {
    tr: 'Size gönderilen kodu girin. Tutar kod onaylanınca çekilir.',
    en: 'Enter the code that you were sent. You are charged once it is approved.',
  },
  qr: {
    tr: 'Kodu uygulamanızla okutun. Ödeme onaylanınca bu sayfa kendiliğinden devam eder.',
    en: 'Scan the code with your app. This page goes on by itself once the payment is approved.',
  },
  wait: {
    tr: 'Ödemeyi uygulamanızda onaylayın. Onaylanınca bu sayfa kendiliğinden devam eder.',
    en: 'Approve the payment in your app. This page goes on by itself once it is approved.',
  },
  leave: {
    tr: 'Bu ödeme buradan kapatılamaz. Onu onayladıysanız yeniden ödemeyin; siparişiniz kendiliğinden tamamlanır. Onaylamadıysanız başka bir yöntemle ödeyebilirsiniz. İki ödeme birden gelirse fazlası size iade edilir.',
    en: 'It cannot be closed from here. If you approved it, do not pay again: your order is completed by itself. If you did not, you can pay another way. Should both payments arrive, one is given back to you.',
  },
  'not-offered': {
    tr: 'Siparişiniz duruyor, hiçbir şey kaybolmadı. Lütfen başka bir ödeme yöntemi seçin.',
    en: 'Your order is safe and nothing is lost. Please choose another way to pay.',
  },
} as const satisfies Readonly<Record<string, Localized>>

/** Of a name that is no way to pay. */
export const UNKNOWN_METHOD: Localized = { tr: 'Bu ödeme yöntemi', en: 'This way to pay' }

export const DIRECT_PROBLEMS = {
  invalid: { tr: 'Girdiğiniz bilgiyi kontrol edin.', en: 'Please check what you entered.' },
  refused: {
    tr: 'Girdiğiniz bilgiler kabul edilmedi. Kontrol edip yeniden deneyin ya da başka bir yöntem seçin.',
    en: 'What you entered was not accepted. Please check it and try again, or choose another way to pay.',
  },
  declined: {
    tr: 'Ödeme onaylanmadı. Yeniden deneyebilir ya da başka bir yöntem seçebilirsiniz.',
    en: 'The payment was not approved. You can try again or choose another way to pay.',
  },
  'wrong-code': {
    tr: 'Kod kabul edilmedi, tutar çekilmedi. Yeniden deneyebilirsiniz; size yeni bir kod gönderilir.',
    en: 'The code was not accepted and you were not charged. You can try again; you will be sent a new code.',
  },
  'same-code': {
    tr: 'Kod kabul edilmedi. Kontrol edip yeniden girin.',
    en: 'The code was not accepted. Please check it and enter it again.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const FIELD_LABELS: Readonly<Record<TypedField | 'code', Localized>> = {
  phone: { tr: 'Cep telefonu (5XX XXX XX XX)', en: 'Mobile number (5XX XXX XX XX)' },
  'phone-abroad': { tr: 'Ülke koduyla cep telefonu', en: 'Mobile number with country code' },
  'card-number': { tr: 'Kart numarası (16 hane)', en: 'Card number (16 digits)' },
  'member-number': { tr: 'Üye numarası', en: 'Member number' },
  'app-code': { tr: 'Uygulamadaki kod (6 hane)', en: 'Code from the app (6 digits)' },
  'full-name': { tr: 'Ad soyad', en: 'Full name' },
  email: { tr: 'E-posta', en: 'E-mail' },
  'birth-date': { tr: 'Doğum tarihi', en: 'Date of birth' },
  'identity-number': { tr: 'T.C. kimlik numarası (11 hane)', en: 'Turkish identity number (11 digits)' },
  bank: { tr: 'Banka', en: 'Bank' },
  term: { tr: 'Vade', en: 'Term' },
  'stored-card': { tr: 'Kart ve taksit', en: 'Card and instalments' },
  code: { tr: 'Doğrulama kodu', en: 'Verification code' },
}

export const DIRECT_BUTTONS = {
  go: { tr: 'Devam et', en: 'Continue' },
  pay: { tr: 'Öde', en: 'Pay' },
  leave: { tr: 'Başka bir yöntemle öde', en: 'Pay another way' },
  again: { tr: 'Yeniden başlat', en: 'Start again' },
  'other-card': { tr: 'Başka bir kart seç', en: 'Choose another card' },
  others: { tr: 'Diğer ödeme yöntemleri', en: 'Other ways to pay' },
  open: { tr: 'Bu cihazda aç', en: 'Open on this device' },
} as const satisfies Readonly<Record<string, Localized>>
