import { proportion, subtract } from '@craftgate-commerce/core/adapter'
import { moneyText } from '@craftgate-commerce/panel/ui'
import type { Charge } from '../../storage'
import { type Language, shopperPage } from './shopper-pages'

const SECONDS = 12

/** The header that leads on by itself. */
export const goesOn = (url: string): string => `${SECONDS}; url=${url}`

const WORDS = {
  tr: {
    title: 'Ödemeniz alındı',
    text: 'Kartınızdan sipariş tutarından farklı bir tutar çekildi. Mağazanın sipariş sayfası ve e-postası yalnızca sipariş tutarını gösterir.',
    titleHeld: 'Ödemeniz onaylandı',
    textHeld:
      'Kartınızda sipariş tutarından farklı bir tutar bloke edildi. Mağazanın sipariş sayfası ve e-postası yalnızca sipariş tutarını gösterir.',
    price: 'Sipariş tutarı',
    interest: 'Vade farkı',
    discount: 'İndirim',
    installments: 'Taksit',
    charged: 'Kartınızdan çekilen',
    held: 'Kartınızda bloke edilen',
    on: 'Siparişime git',
    stay: `${SECONDS} saniye sonra siparişinize geçilir. Bu sayfada kal`,
  },
  en: {
    title: 'Your payment was taken',
    text: 'Your card was charged another sum than the order’s total. The shop’s order page and mail tell the order’s total only.',
    titleHeld: 'Your payment was approved',
    textHeld:
      'Another sum than the order’s total is held on your card. The shop’s order page and mail tell the order’s total only.',
    price: 'Order total',
    interest: 'Interest',
    discount: 'Discount',
    installments: 'Instalments',
    charged: 'Your card is charged',
    held: 'Held on your card',
    on: 'To my order',
    stay: `In ${SECONDS} seconds you go on to your order. Stay on this page`,
  },
} as const

interface Charged {
  readonly url: string
  readonly charge: Charge
  /** The same page, which leads on by its button only; absent on that one. */
  readonly stayUrl: string | undefined
}

/**
 * What the card is charged, before Shopify's page tells the order's total. The monthly sum is the whole divided by the number of
 * instalments, to the nearest kuruş, as Craftgate's page has it.
 */
export function chargedPage(language: Language, { url, charge, stayUrl }: Charged) {
  const { price, charged, installment, isHeld } = charge
  const t = WORDS[language]
  const isMore = charged.minor > price.minor
  const difference = isMore ? subtract(charged, price) : subtract(price, charged)
  const monthly = moneyText(proportion(charged, 1, installment), language)
  return shopperPage(language, {
    title: isHeld ? t.titleHeld : t.title,
    text: isHeld ? t.textHeld : t.text,
    sums: [
      [t.price, moneyText(price, language)],
      [isMore ? t.interest : t.discount, `${isMore ? '' : '−'}${moneyText(difference, language)}`],
      ...(installment > 1 ? [[t.installments, `${installment} × ${monthly}`] as const] : []),
      [isHeld ? t.held : t.charged, moneyText(charged, language)],
    ],
    button: { href: url, text: t.on },
    ...(stayUrl !== undefined && { link: { href: stayUrl, text: t.stay } }),
  })
}
