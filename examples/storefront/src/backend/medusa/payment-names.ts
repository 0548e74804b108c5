import type { Language, PaymentOption } from '../shop-backend'

type Named = Pick<PaymentOption, 'name' | 'description'>

/** Medusa's providers have ids and no names; a storefront names them. */
const NAMES: Readonly<Record<string, Readonly<Record<Language, Named>>>> = {
  pp_craftgate_craftgate: {
    tr: { name: 'Banka / kredi kartı', description: 'Taksit seçenekleriyle, Craftgate güvencesiyle ödeyin.' },
    en: { name: 'Credit or debit card', description: 'Pay by card, with instalments, through Craftgate.' },
  },
  'pp_craftgate_on-provizyon': {
    tr: {
      name: 'Ön provizyon',
      description: 'Tutar kartınızda bloke edilir, siparişiniz kargoya verilince çekilir.',
    },
    en: {
      name: 'Pay on dispatch',
      description: 'The amount is held on your card and taken when your order is shipped.',
    },
  },
  pp_craftgate_havale: {
    tr: {
      name: 'Havale / EFT',
      description: 'Siparişinizi şimdi verin, tutarı banka hesabımıza gönderin.',
    },
    en: {
      name: 'Bank transfer',
      description: 'Place your order now and send the amount to our bank account.',
    },
  },
}

const PAID_LATER: ReadonlySet<string> = new Set(['pp_craftgate_havale'])

/** The providers that this storefront knows how to send a shopper to, in the order in which it shows them. */
export function paymentOptionsOf(ids: readonly string[], language: Language): readonly PaymentOption[] {
  return Object.entries(NAMES).flatMap(([code, names]) =>
    ids.includes(code) ? [{ code, ...names[language], isPaidLater: PAID_LATER.has(code) }] : [],
  )
}
