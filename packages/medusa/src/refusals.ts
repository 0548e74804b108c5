import type { Localized } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { MedusaError } from '@medusajs/framework/utils'

/** Why the merchant is refused something that Craftgate was not asked for, by code. */
const REFUSALS = {
  'not-ours': {
    tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
    en: 'There is no Craftgate record of this payment',
  },
  'no-reason': {
    tr: 'Craftgate işlemi tamamlamadı; nedenini Craftgate panelinde görebilirsiniz',
    en: 'Craftgate did not carry this out; the Craftgate panel tells why',
  },
  'captured-once': {
    tr: 'Bu provizyon bir kez kapatıldı; kalan blokaj çözüldü, artık çekilemez',
    en: 'This pre-authorization was captured once; the rest of it was released and can not be captured any more',
  },
  'captured-already': {
    tr: 'Bu ödeme çekilmiş; iptal yerine iade edin',
    en: 'This payment is captured; refund it instead of cancelling it',
  },
  'paid-already': {
    tr: 'Bu oturum bir siparişi ödedi; yerine yenisi açılamaz',
    en: 'This session has paid an order; no other can take its place',
  },
  'awaiting-funds': {
    tr: 'Bu sipariş verildi ve havalesini ya da kapıda ödemesini bekliyor; yerine başka bir ödeme başlatılamaz',
    en: 'This order was placed and waits for its bank transfer or for cash on delivery; no other payment can take its place',
  },
  'recorded-already': {
    tr: 'Bu iade zaten kayda geçmiş',
    en: 'This refund is entered already',
  },
  'being-recorded': {
    tr: 'Bu siparişin bir iadesi şu anda kayda geçiyor; bir dakika sonra yeniden deneyin',
    en: 'A refund of this order is being entered right now; try again in a minute',
  },
  'order-busy': {
    tr: 'Bu siparişin ödemesinde başka bir işlem sürüyor; bitince yeniden deneyin',
    en: 'Another operation on the payment of this order is under way; try again when it has ended',
  },
  'open-change': {
    tr: 'Bu siparişte açık bir değişiklik (düzenleme, iade, değişim veya talep) var: önce onu onaylayın ya da iptal edin. Para hareket etmedi',
    en: 'This order has an open change (an edit, return, exchange or claim): confirm or cancel it first. No money moved',
  },
  'no-card-here': {
    tr: 'Kart numarası bu sunucudan geçmez: kartlar Craftgate ödeme sayfasında saklanır',
    en: 'No card number passes this server: cards are stored on Craftgate’s payment page',
  },
} as const satisfies Readonly<Record<string, Localized>>

export type Refusal = keyof typeof REFUSALS

/** What Medusa's admin shows the merchant, with HTTP 400. */
export const notAllowed = (language: 'tr' | 'en', reason: Refusal | Localized): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    sentenceIn(language, typeof reason === 'string' ? REFUSALS[reason] : reason),
  )
