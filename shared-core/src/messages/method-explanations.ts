// What a shopper reads under the name of a way to pay: one line, what he will do.
import type { MethodGroup } from '../methods'
import type { Localized } from './localized'

export const METHOD_EXPLANATIONS: Readonly<Record<MethodGroup, Localized>> = {
  card: {
    tr: 'Kart bilgilerinizi güvenli ödeme sayfasında girersiniz; taksit seçenekleri kartınıza göre çıkar.',
    en: 'You enter your card on the secure payment page; instalments depend on your card.',
  },
  wallet: {
    tr: 'Cüzdan hesabınıza giriş yapar, ödemeyi orada onaylarsınız.',
    en: 'You log in to your wallet and approve the payment there.',
  },
  'meal-or-gift-card': {
    tr: 'Kart bakiyenizle ödersiniz; ödemeyi telefonunuza gelen kodla onaylarsınız.',
    en: 'You pay from the balance of your card and approve it by the code that you are sent.',
  },
  'bank-app': {
    tr: 'Ödemeyi bankanızın uygulamasında onaylarsınız.',
    en: 'You approve the payment in the app of your bank.',
  },
  transfer: {
    tr: 'Tutarı banka hesabınızdan gönderirsiniz; siparişiniz para gelince hazırlanır.',
    en: 'You send the amount from your bank account; your order is prepared once it has come.',
  },
  'shopping-loan': {
    tr: 'Kredi başvurunuz kredi veren kuruluşun sayfasında birkaç dakikada sonuçlanır.',
    en: 'You apply for the loan on the page of the lender, who decides in a few minutes.',
  },
  'carrier-billing': {
    tr: 'Tutar telefon faturanıza yansır; ödemeyi telefonunuza gelen kodla onaylarsınız.',
    en: 'The amount is put on your phone bill; you approve it by the code that you are sent.',
  },
  cash: {
    tr: 'Siparişiniz teslim edilirken ödersiniz.',
    en: 'You pay when your order is delivered.',
  },
}

export const HELD_EXPLANATION: Localized = {
  tr: 'Tutar kartınızda bloke edilir, siparişiniz kargoya verilince çekilir.',
  en: 'The amount is held on your card and taken when your order is shipped.',
}
