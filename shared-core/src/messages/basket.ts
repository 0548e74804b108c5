import { CURRENCIES } from '../money'
import type { Localized } from './localized'

/** What a merchant reads of an order that cannot become a basket. */
export const orderNotSent = (problem: Localized): Localized => ({
  tr: `Sipariş ödemeye gönderilemedi: ${problem.tr}`,
  en: `The order could not be sent to payment: ${problem.en}`,
})

export const EMPTY_ORDER: Localized = {
  tr: 'siparişte satır, kargo veya ücret yok (lines, shipping ve fees boş)',
  en: 'it has no line, shipping charge or fee (lines, shipping and fees are empty)',
}

export const NOTHING_TO_PAY: Localized = {
  tr: 'ödenecek tutar yok (total 0); siparişi ödeme almadan tamamlayın',
  en: 'there is nothing to pay (total is 0); complete the order without a payment',
}

/** `path` is the row's place in the snapshot, e.g. `lines[0]`. Amounts are minor units. */
export const discountAbovePrice = (path: string, discount: number, price: bigint): Localized => ({
  tr: `${path}.discount (${discount}) satırın tutarından (${price}) büyük`,
  en: `${path}.discount (${discount}) is more than the row costs (${price})`,
})

/** `first` is the place of the row that has the id already. */
export const repeatedId = (path: string, first: string, externalId: string): Localized => ({
  tr: `${path}.externalId, ${first} ile aynı ("${externalId}"); iade edilecek satır bulunamaz`,
  en: `${path}.externalId repeats that of ${first} ("${externalId}"); a refund could not tell them apart`,
})

/** Amounts are minor units. */
export const shareAbovePrice = (path: string, share: number, worth: bigint): Localized => ({
  tr: `${path}.seller.share (${share}) satırın tutarından (${worth}) büyük`,
  en: `${path}.seller.share (${share}) is more than the row costs (${worth})`,
})

export const SELLERS_ONLY_IN_LIRA: Localized = {
  tr: 'pazaryeri satışları yalnızca Türk lirası ile yapılır; satıcısı olan satırların para birimi TRY olmalı',
  en: 'a marketplace sells in Turkish lira only; an order with sellers must be in TRY',
}

export const sumsDiffer = (rows: Localized, total: Localized): Localized => ({
  tr:
    `satırlar indirim ve mahsuplardan sonra ${rows.tr} ediyor, sipariş toplamı ise ${total.tr}; ` +
    'pricesIncludeTax, vergi, kargo, ücret, indirim ve hediye kartlarının eksiksiz geldiğini denetleyin',
  en:
    `the rows come to ${rows.en} after discounts and credits, but the order's total is ${total.en}; ` +
    'check pricesIncludeTax and that every tax, shipping charge, fee, discount and gift card is in the snapshot',
})

const AMOUNT = {
  tr: 'sıfır veya daha büyük, en çok 15 haneli bir tam sayı (kuruş) olmalı',
  en: 'must be a whole number of minor units (kuruş, cents), zero or more, at most 15 digits',
}

/** What each field of the snapshot must be; of any other only its type is told. */
const MUST_BE: Readonly<Record<string, Localized>> = {
  unitPrice: AMOUNT,
  price: AMOUNT,
  discount: AMOUNT,
  tax: AMOUNT,
  amount: AMOUNT,
  share: AMOUNT,
  memberId: {
    tr: 'satıcının Craftgate’teki üye numarası (sıfırdan büyük bir tam sayı) olmalı',
    en: "must be the number of the seller's member at Craftgate, a whole number above zero",
  },
  total: AMOUNT,
  quantity: { tr: 'sıfır veya daha büyük bir tam sayı olmalı', en: 'must be a whole number, zero or more' },
  externalId: {
    tr: 'yalnızca harf (A-Z), rakam ve . _ : + - içermeli, + veya - ile başlamamalı, en çok 255 karakter olmalı',
    en: 'must have only letters (A-Z), digits and . _ : + -, not start with + or -, and be 1 to 255 characters long',
  },
  currency: {
    tr: `Craftgate’in tahsil ettiği bir para birimi olmalı: ${CURRENCIES.join(', ')}`,
    en: `must be a currency that Craftgate charges: ${CURRENCIES.join(', ')}`,
  },
}

const ITS_TYPE = { tr: 'OrderSnapshot tipine uymuyor', en: 'does not fit the type OrderSnapshot' }

/** A field of the snapshot that is not as it must be, e.g. `lines[2].unitPrice`; `value` only when it is a number. */
export function wrongField(path: string, field: string, value?: number): Localized {
  const must = MUST_BE[field] ?? ITS_TYPE
  const [gelen, got] = value === undefined ? ['', ''] : [`; gelen ${value}`, `; got ${value}`]
  return { tr: `${path} ${must.tr}${gelen}`, en: `${path} ${must.en}${got}` }
}
