import { type Money, toDecimal } from '../money'
import type { Localized } from './localized'

/** What a merchant reads when a payment of a link is not taken by an order as asked. */
export const LINK_PAYMENT_ERRORS = {
  'no-unpaid-orders': {
    tr: 'Ödenmeyi bekleyen siparişleri bu mağazada platformun kendisi yönetir ve linkle gelen bir ödemeyi devralmaz. Siparişi platformun kendi sipariş sayfasında ödenmiş sayın.',
    en: 'Orders that wait for money are the platform’s own matter here, and it takes over no payment of a link. Mark the order as paid on its own page of the platform.',
  },
  'not-of-link': {
    tr: 'Bu linkle yapılmış böyle bir ödeme yok.',
    en: 'This link has no such payment.',
  },
  'payment-used': {
    tr: 'Bu ödeme daha önce bir siparişin ödemesi olarak kullanıldı; ikinci kez kullanılamaz.',
    en: 'This payment pays an order already; it cannot be used twice.',
  },
  'payment-refunded': {
    tr: 'Bu ödeme Craftgate’te iptal ya da iade edilmiş; bir siparişi ödeyemez. Hiçbir şey kaydedilmedi.',
    en: 'This payment was cancelled or refunded at Craftgate; it pays no order. Nothing was recorded.',
  },
  'payment-held': {
    tr: 'Bu ödemenin parası alınmış değil: başarısız, provizyonda ya da incelemede. Hiçbir şey kaydedilmedi; parası alınınca yeniden deneyin.',
    en: 'The money of this payment was not taken: it failed, is only authorized, or is under review. Nothing was recorded; try again once it is taken.',
  },
  'order-not-waiting': {
    tr: 'Seçtiğiniz sipariş artık ödeme beklemiyor: ödenmiş ya da iptal edilmiş. Hiçbir şey kaydedilmedi.',
    en: 'The order that you chose waits for no money any more: it was paid or cancelled. Nothing was recorded.',
  },
  'not-taken': {
    tr: 'Sipariş tam bu sırada ödendi ya da iptal edildi ve bu ödemeyi alamadı. Ödeme hiçbir siparişte değil; “İlgi bekleyenler” sayfasından alıcıya iade edin.',
    en: 'The order was paid or cancelled in this very moment and did not take the payment. It pays no order; give it back to the buyer from the page “Needs attention”.',
  },
} as const satisfies Readonly<Record<string, Localized>>

/** Whole or not at all: a part would leave money without an order, or an order that is half paid. */
export const otherAmount = (paid: Money, owed: Money): Localized => ({
  tr: `Ödeme ${textOf(paid)}, siparişin beklediği tutar ${textOf(owed)}. İkisi eşit olmadıkça eşleştirilemez; hiçbir şey kaydedilmedi.`,
  en: `The payment is ${textOf(paid)}, and the order waits for ${textOf(owed)}. They are matched only when both are equal; nothing was recorded.`,
})

const textOf = (money: Money): string => `${toDecimal(money)} ${money.currency}`
