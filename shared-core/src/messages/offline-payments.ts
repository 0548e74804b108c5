import type { Localized } from './localized'

/** What a merchant reads when money that was taken past Craftgate (bank transfer, cash on delivery) is not recorded there. */
export const OFFLINE_ERRORS = {
  'not-offline': {
    tr: 'Bu sipariş havale/EFT ya da kapıda ödeme ile verilmemiş; Craftgate’e kaydedilecek bir ödeme yok.',
    en: 'This order was not placed with bank transfer or cash on delivery; there is no payment to record at Craftgate.',
  },
  'owes-nothing': {
    tr: 'Bu siparişin ödenecek tutarı yok: iptal edilmiş ya da başka yolla ödenmiş. Craftgate’e hiçbir şey kaydedilmedi; para geldiyse alıcıya kendiniz geri gönderin.',
    en: 'This order owes nothing: it was cancelled, or paid in another way. Nothing was recorded at Craftgate; if the money came, send it back to the buyer yourself.',
  },
  'not-taken': {
    tr: 'Ödeme Craftgate’e kaydedildi, ama sipariş onu artık alamıyor. Parayı alıcıya kendiniz geri gönderin, ardından ödemeyi Craftgate panelinde iade edildi olarak işaretleyin.',
    en: 'The payment was recorded at Craftgate, but the order cannot take it any more. Send the money back to the buyer yourself, then mark the payment as refunded in the Craftgate panel.',
  },
  'other-amount': {
    tr: 'Siparişin tutarı bu arada değişti; hiçbir şey kaydedilmedi. Tutarı kontrol edip yeniden eşleştirin.',
    en: 'The order owes another amount by now; nothing was recorded. Check the amount and match it again.',
  },
  'paid-otherwise': {
    tr: 'Bu sipariş bu arada başka bir havaleyle ya da elle ödenmiş sayıldı; bu havaleyle bir daha ödenmez.',
    en: 'This order was paid by another transfer, or by hand, meanwhile; it is not paid by this one as well.',
  },
  'order-changed': {
    tr: 'Kayıt isteği Craftgate’e ulaşmadı ve siparişin tutarı o arada değişti; hiçbir şey kaydedilmedi. Tutarı kontrol edip yeniden deneyin.',
    en: 'The request never reached Craftgate, and the order owes another amount by now; nothing was recorded. Check the amount and try again.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const RECORDING_UNKNOWN: Localized = {
  tr: 'Kayıt isteği Craftgate’e gönderildi, sonucu henüz belli değil. Kendiliğinden sorulur; sipariş sonucu öğrenince ödenmiş olur.',
  en: 'The request was sent to Craftgate and its outcome is not known yet. It is asked about by itself; the order is paid as soon as it is known.',
}

export const APPLYING_LATER: Localized = {
  tr: 'Ödeme Craftgate’e kaydedildi; sipariş birazdan kendiliğinden ödenmiş olur.',
  en: 'The payment is recorded at Craftgate; the order becomes paid by itself in a moment.',
}

// What a record says of itself (`CheckoutRecord.note`, one language).

export const notRecordedNote = (code: string): string => `Craftgate did not record the money (${code})`

export const CHANGED_MEANWHILE_NOTE =
  'The request to record the money never arrived, and the order owes another amount by now'

export const OUTSIDE_NOTE =
  'its money never passed Craftgate: send it back yourself, then mark the payment as refunded'
