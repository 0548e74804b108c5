import type { Lang } from './page-options'

const tr = {
  title: 'Parçalı ödeme',
  total: 'Toplam',
  left: 'Kalan',
  paidParts: 'Ödenen parçalar',
  part: (name: string, lastFour: string | undefined) =>
    lastFour === undefined ? name : `${name} •••• ${lastFour}`,
  amount: 'Bu parçada ödenecek tutar',
  amountHelp: 'Tutarı birden çok kart ya da yöntemle bölerek ödeyebilirsiniz.',
  mustPayAll: 'Başka parça açılamaz; kalan tutarın tamamı ödenmelidir.',
  pay: 'Bu parçayı öde',
  pending: 'Bir parçanın parası bekleniyor. Geldiğinde mağazaya bildirilir.',
  invalid: 'Kalan tutarı aşmayan, sıfırdan büyük bir tutar yazın.',
  expired: 'Süre doldu. Ödenen parçalar varsa mağaza iade eder.',
}

type MultiTexts = typeof tr

const en: MultiTexts = {
  title: 'Payment in parts',
  total: 'Total',
  left: 'Left to pay',
  paidParts: 'Paid parts',
  part: tr.part,
  amount: 'What to pay in this part',
  amountHelp: 'You can split the sum over several cards or ways to pay.',
  mustPayAll: 'No further part is allowed; all that is left must be paid.',
  pay: 'Pay this part',
  pending: 'The money of a part is awaited. The shop is told when it has come.',
  invalid: 'Type an amount above zero that is not more than what is left.',
  expired: 'The time is over. The shop gives back what was paid in parts.',
}

const texts: Record<Lang, MultiTexts> = { tr, en }

/** What the page of a sum in parts says. */
export const multiTextsOf = (lang: Lang): MultiTexts => texts[lang]
