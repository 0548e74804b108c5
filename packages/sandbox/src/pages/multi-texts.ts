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

const es: MultiTexts = {
  title: 'Pago por partes',
  total: 'Total',
  left: 'Por pagar',
  paidParts: 'Partes pagadas',
  part: tr.part,
  amount: 'Importe de esta parte',
  amountHelp: 'Puede repartir el importe entre varias tarjetas o formas de pago.',
  mustPayAll: 'No se permite otra parte; hay que pagar todo lo que queda.',
  pay: 'Pagar esta parte',
  pending: 'Esperamos el dinero de una parte. Avisaremos a la tienda cuando llegue.',
  invalid: 'Escriba un importe mayor que cero que no supere lo que queda.',
  expired: 'El plazo ha terminado. La tienda devuelve lo que se pagó por partes.',
}

const texts: Record<Lang, MultiTexts> = { tr, en, es }

/** What the page of a sum in parts says. */
export const multiTextsOf = (lang: Lang): MultiTexts => texts[lang]
