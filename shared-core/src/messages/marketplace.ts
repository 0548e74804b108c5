import type { Localized } from './localized'

// What a merchant reads of a marketplace's calls that are not made.
/** Amounts in words. */
export const shareAboveItem = (share: Localized, price: Localized): Localized => ({
  tr: `Satıcı payı (${share.tr}) ürünün tutarından (${price.tr}) büyük olamaz.`,
  en: `The seller's share (${share.en}) cannot be more than the item costs (${price.en}).`,
})

export const NOT_OF_THIS_SALE: Localized = {
  tr: 'Bu ödemede böyle bir kırılım yok.',
  en: 'This payment has no such transaction.',
}

export const APPROVED_SHARE: Localized = {
  tr: 'Onaylanan pay değiştirilemez; önce onayı geri alın.',
  en: 'An approved share cannot be changed; take the approval back first.',
}
