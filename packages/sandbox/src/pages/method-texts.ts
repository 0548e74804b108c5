import type { MethodGroup } from '../engine/methods/method'
import type { Lang } from './page-options'

const tr = {
  ways: 'Ödeme yöntemleri',
  otherWays: (count: number) => `Diğer ödeme yöntemleri (${count})`,
  groups: {
    card: 'Kartla',
    wallet: 'Cüzdan',
    'meal-card': 'Yemek ve hediye kartı',
    'bank-app': 'Banka uygulaması',
    transfer: 'Havale',
    'shopping-loan': 'Alışveriş kredisi',
    'carrier-billing': 'Telefon faturası',
    cash: 'Nakit',
  } satisfies Record<MethodGroup, string>,
  noWay: 'Bu ödeme için kullanılabilecek bir yöntem yok.',
  leads: (name: string) => `${name} sayfasına yönlendirileceksiniz. Ödemeyi orada onaylarsınız.`,
  phone: 'Telefon numaranız',
  cardNumber: 'Kart numarası (16 hane)',
  appCode: 'Uygulamadaki kod',
  appCodeHint: 'Test ortamı: kod',
  bank: 'Bankanız',
  chooseBank: 'Banka seçin',
  invalid: {
    phone: 'Geçerli bir telefon numarası yazın.',
    cardNumber: '16 haneli kart numarasını yazın.',
    code: '6 haneli kodu yazın.',
    bankCode: 'Bankanızı seçin.',
    method: 'Bu ödeme yöntemi kullanılamıyor.',
  },
  declinedTry: 'Sizden para alınmadı. Yeniden deneyebilir ya da başka bir yöntemle ödeyebilirsiniz.',
  awaitedTitle: 'Ödemeniz bekleniyor',
  awaitedText: 'Para geldiğinde mağazaya bildirilir. Siparişinizi görmek için mağazaya dönebilirsiniz.',
  backToShop: 'Mağazaya dön',
  merchant: 'İş yeri',
  amount: 'Tutar',
  bankLine: 'Banka',
  offerLine: 'Seçtiğiniz plan',
  notReal: 'Bu sayfa bir emülatördür; gerçek bir hesapla ilgisi yoktur.',
  account: 'E-posta ya da telefon',
  logIn: 'Giriş yap',
  approve: 'Ödemeyi onayla',
  decline: 'Ödemeyi reddet (yetersiz bakiye)',
  cancel: 'Vazgeç',
  codeText: 'Telefonunuza gelen tek kullanımlık kodu yazın.',
  code: 'Tek kullanımlık kod',
  codeHint: 'Test ortamı: kod',
  confirm: 'Onayla',
  wrongCode: (left: number) => `Kod yanlış. ${left} deneme hakkınız kaldı.`,
  qrText: 'Uygulamanızla karekodu okutun. Emülatörde karekodun yerine düğmeye basın.',
  qr: 'Ödeme karekodu',
  scanned: 'Karekodu okuttum, öde',
  appText: 'Ödemeyi uygulamada onaylayın. Emülatörde uygulamanın yerine düğmeye basın.',
  inApp: 'Uygulamada onayla',
  installments: 'Taksit',
  installment: (number: number, total: string) =>
    number === 1 ? `Tek çekim (${total})` : `${number} taksit (toplam ${total})`,
  transferText: 'Bankanızdan anında havale yapın. Paranın ne zaman geleceğini siz seçersiniz.',
  transferNow: 'Havaleyi yap: para hemen gelir',
  transferWait: 'Havaleyi yap: para 5 dakika sonra gelir',
  transferLate: 'Havaleyi yap: para ödeme sayfası kapandıktan bir saat sonra gelir',
  transferNever: 'Havale yapmış gibi dön: para hiç gelmez',
  transferDecline: 'Banka havaleyi reddeder',
  loanText: 'Bir ödeme planı seçin.',
  offers: 'Ödeme planları',
  offer: (months: number, monthly: string, total: string) =>
    `${months} ay × ${monthly} (geri ödeme ${total})`,
  apply: 'Krediye başvur',
  loanApprove: 'Kredi onaylanır',
  loanDecline: 'Kredi reddedilir',
  loanWait: 'Onay beklenir: bir gün sonra gelir',
  loanNever: 'Onay beklenir: hiç gelmez',
}

export type MethodTexts = typeof tr

const en: MethodTexts = {
  ways: 'Ways to pay',
  otherWays: (count) => `Other ways to pay (${count})`,
  groups: {
    card: 'By card',
    wallet: 'Wallet',
    'meal-card': 'Meal or gift card',
    'bank-app': 'Bank app',
    transfer: 'Bank transfer',
    'shopping-loan': 'Shopping loan',
    'carrier-billing': 'Phone bill',
    cash: 'Cash',
  },
  noWay: 'There is no way to pay here.',
  leads: (name) => `You will be sent to ${name} and approve the payment there.`,
  phone: 'Your phone number',
  cardNumber: 'Card number (16 digits)',
  appCode: 'Code in the app',
  appCodeHint: 'Sandbox: the code is',
  bank: 'Your bank',
  chooseBank: 'Choose a bank',
  invalid: {
    phone: 'Type a valid phone number.',
    cardNumber: 'Type the card number of 16 digits.',
    code: 'Type the code of 6 digits.',
    bankCode: 'Choose your bank.',
    method: 'This way to pay cannot be used.',
  },
  declinedTry: 'You were not charged. You can try again or pay another way.',
  awaitedTitle: 'Your payment is awaited',
  awaitedText: 'The shop is told when the money has come. Return to the shop to see your order.',
  backToShop: 'Back to the shop',
  merchant: 'Merchant',
  amount: 'Amount',
  bankLine: 'Bank',
  offerLine: 'Your plan',
  notReal: 'This page is an emulator; it knows no real account.',
  account: 'E-mail or phone',
  logIn: 'Log in',
  approve: 'Approve the payment',
  decline: 'Decline the payment (no balance)',
  cancel: 'Cancel',
  codeText: 'Type the one-time code that was sent to your phone.',
  code: 'One-time code',
  codeHint: 'Sandbox: the code is',
  confirm: 'Confirm',
  wrongCode: (left) => `Wrong code. ${left} ${left === 1 ? 'try' : 'tries'} left.`,
  qrText: 'Scan the QR code with your app. In the emulator, press the button instead.',
  qr: 'QR code of the payment',
  scanned: 'I scanned it, pay',
  appText: 'Approve the payment in the app. In the emulator, press the button instead.',
  inApp: 'Approve in the app',
  installments: 'Instalments',
  installment: (number, total) =>
    number === 1 ? `One payment (${total})` : `${number} instalments (${total} in all)`,
  transferText: 'Make the transfer at your bank. You choose when the money arrives.',
  transferNow: 'Transfer: the money arrives at once',
  transferWait: 'Transfer: the money arrives in 5 minutes',
  transferLate: 'Transfer: the money arrives an hour after the payment page has closed',
  transferNever: 'Return without a transfer: the money never arrives',
  transferDecline: 'The bank refuses the transfer',
  loanText: 'Choose a plan.',
  offers: 'Plans',
  offer: (months, monthly, total) => `${months} months × ${monthly} (${total} in all)`,
  apply: 'Apply for the loan',
  loanApprove: 'The loan is approved',
  loanDecline: 'The loan is refused',
  loanWait: 'Approval is awaited: it comes in a day',
  loanNever: 'Approval is awaited: it never comes',
}

const texts: Record<Lang, MethodTexts> = { tr, en }

/** What the tabs and the providers' pages say. */
export const methodTextsOf = (lang: Lang): MethodTexts => texts[lang]

/** The name of a way to pay. */
export const labelOf = (
  { label }: { readonly label: { readonly tr: string; readonly en: string } },
  lang: Lang,
): string => label[lang]

/** The engine's sentence is Turkish; the page says its own where it has one. */
export function methodError(field: string, description: string, lang: Lang): string {
  const { invalid } = texts[lang]
  return field in invalid ? invalid[field as keyof MethodTexts['invalid']] : description
}
