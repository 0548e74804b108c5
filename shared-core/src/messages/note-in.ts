import { fromDecimal, isCurrency } from '../money'
import { amountIn } from './amounts'
import type { Localized } from './localized'

/** Notes are kept in English. Each form that they have, and what it is in Turkish; the longer of two that fit stands first. */
const TURKISH: readonly (readonly [form: RegExp, turkish: string])[] = [
  [/^Nobody paid before the page expired$/, 'Sayfanın süresi dolana kadar kimse ödemedi'],
  [/^Closed by the shop$/i, 'Mağaza kapattı'],
  [
    /^Left for another way to pay: (.+) cannot be closed at Craftgate, so money may still come and is then judged anew$/,
    'Başka bir ödeme yöntemine geçildi: $1 Craftgate’te kapatılamıyor, parası gelirse yeniden bakılır',
  ],
  [
    /^Left for another way to pay before (.+) was approved$/,
    '$1 onaylanmadan başka bir ödeme yöntemine geçildi',
  ],
  [
    /^A loan of (.+) was granted and waits for the merchant's approval$/,
    '$1 tutarındaki kredi verildi, onayınızı bekliyor',
  ],
  [/^Craftgate did not start (.+) \((.+)\)$/, 'Craftgate $1 ödemesini başlatmadı ($2)'],
  [/^Payment (\d+) was given back: (.+)$/, '$1 numaralı ödeme geri gönderildi: $2'],
  [/^Payment (\d+) authorized: (.+)$/, '$1 numaralı ödemede provizyon alındı: $2'],
  [/^Payment (\d+) captured: (.+)$/, '$1 numaralı ödeme tahsil edildi: $2'],
  [/^Craftgate refuses to give it back \((.+)\)$/, 'Craftgate parayı geri göndermeyi reddediyor ($1)'],
  [
    /^Payment (\d+) is under fraud review: (.+)\. Decide on the shop's Craftgate pages: rejected, the money goes back and the order is cancelled$/,
    '$1 numaralı ödeme şüpheli işlem incelemesinde: $2. Mağazanın Craftgate sayfalarında karar verin: reddederseniz para geri gider ve sipariş iptal edilir',
  ],
  [/^Declined: no error group \((.+)\)$/, 'Reddedildi ($1)'],
  [/^Declined: (.+) \((.+)\)$/, 'Reddedildi: $1 ($2)'],
  [/^the bank's code is (.+)$/, 'bankanın kodu $1'],
  [
    /^Payment (\d+) of (.+) came for an order that cannot take it any more$/,
    '$2 tutarındaki $1 numaralı ödeme, onu artık alamayan bir siparişe geldi',
  ],
  [
    /^Payment (\d+) of (.+) was taken by an order that changed in the same moment and cannot hold it$/,
    '$2 tutarındaki $1 numaralı ödemeyi aynı anda değişen sipariş tutamadı',
  ],
  [/^the order had lost it and holds it again$/, 'sipariş onu yitirmişti, yeniden aldı'],
  [
    /^(.+) of payment (\d+) went back at Craftgate and not through the shop: the order still shows it as paid$/,
    '$2 numaralı ödemenin $1 tutarı mağazadan değil Craftgate’ten geri verildi: sipariş hâlâ ödenmiş görünüyor',
  ],
  [/^Payment (\d+) is not what was started: (.+)$/, '$1 numaralı ödeme başlatılandan farklı: $2'],
  [/^(\w+) missing instead of (.+)$/, '$1: $2 yerine hiçbir şey'],
  [/^(\w+) (.+) instead of (.+)$/, '$1: $3 yerine $2'],
  [
    /^Payment (\d+) of (.+) was rejected in its fraud review$/,
    '$2 tutarındaki $1 numaralı ödeme şüpheli işlem incelemesinde reddedildi',
  ],
  [
    /^the shop could not cancel the order: cancel it there yourself$/,
    'mağaza siparişi iptal edemedi: orada kendiniz iptal edin',
  ],
  [
    /^its money never passed Craftgate: send it back yourself, then mark the payment as refunded$/,
    'parası Craftgate’ten geçmedi: kendiniz geri gönderin, ardından ödemeyi iade edildi olarak işaretleyin',
  ],
  [/^Craftgate did not record the money \((.+)\)$/, 'Craftgate parayı kaydetmedi ($1)'],
  [
    /^The request to record the money never arrived, and the order owes another amount by now$/,
    'Paranın kayıt isteği ulaşmadı ve siparişin tutarı o arada değişti',
  ],
]

const AMOUNT = /\b(\d+(?:\.\d+)?) ([A-Z]{3})\b/g

/** What a record says of itself (`CheckoutRecord.note`) in both languages; a form that nobody knows stays as it is. */
export const noteIn = (note: string): Localized => ({
  en: note,
  tr: note.split('; ').map(partInTurkish).join('; '),
})

function partInTurkish(part: string): string {
  // What is inside of another part is a part, too: "…: price 1.00 TRY instead of 2.00 TRY".
  const [form, turkish] = TURKISH.find(([each]) => each.test(part)) ?? []
  if (form === undefined || turkish === undefined) return part
  return part
    .replace(form, (_whole, ...found: unknown[]) =>
      turkish.replace(/\$(\d)/g, (_mark, place) => inTurkish(String(found[Number(place) - 1]))),
    )
    .trim()
}

const inTurkish = (text: string): string =>
  TURKISH.some(([form]) => form.test(text)) ? partInTurkish(text) : text.replace(AMOUNT, amountInTurkish)

const amountInTurkish = (whole: string, decimal: string, currency: string): string =>
  isCurrency(currency) ? amountIn(fromDecimal(decimal, currency)).tr : whole
