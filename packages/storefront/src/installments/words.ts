import type { UnansweredWords } from '../shop/asking-element'
import type { Lang } from '../shop/lang'

interface Words extends UnansweredWords {
  readonly title: string
  readonly from: (each: string) => string
  readonly campaign: (count: number, families: string) => string
  readonly atThePrice: string
  readonly count: string
  readonly each: string
  readonly total: string
  readonly single: string
  readonly times: (count: number) => string
  readonly otherCards: string
  readonly about: (price: string) => string
  readonly bin: string
  readonly binHint: string
  readonly oneCard: (card: string) => string
  readonly none: string
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  tr: {
    title: 'Taksit seçenekleri',
    from: (each) => `Aylık en düşük taksit: ${each}`,
    campaign: (count, families) => `Peşin fiyatına ${count} taksit: ${families}`,
    atThePrice: 'Peşin fiyatına',
    count: 'Taksit',
    each: 'Aylık',
    total: 'Toplam',
    single: 'Tek çekim',
    times: (count) => `${count} taksit`,
    otherCards: 'Diğer kartlar',
    about: (price) => `Tutarlar yaklaşıktır; ${price} üzerinden hesaplandı.`,
    bin: 'Kartınızın ilk 6 ya da 8 hanesi',
    binHint: 'Yalnızca bu kartın taksitlerini gösterir; hiçbir yerde saklanmaz.',
    oneCard: (card) => `${card} kartınızın taksitleri gösteriliyor.`,
    none: 'Bu tutar için taksit seçeneği yok.',
    loading: 'Taksitler yükleniyor…',
    failed: 'Taksitler şu anda gösterilemiyor.',
    again: 'Yeniden dene',
  },
  en: {
    title: 'Instalments',
    from: (each) => `Lowest monthly instalment: ${each}`,
    campaign: (count, families) => `${count} instalments at the price itself: ${families}`,
    atThePrice: 'No interest',
    count: 'Instalments',
    each: 'Monthly',
    total: 'Total',
    single: 'Single payment',
    times: (count) => `${count} instalments`,
    otherCards: 'Other cards',
    about: (price) => `Amounts are approximate; worked out for ${price}.`,
    bin: 'First 6 or 8 digits of your card',
    binHint: 'Shows the instalments of this card only; kept nowhere.',
    oneCard: (card) => `Showing the instalments of your ${card} card.`,
    none: 'There are no instalments for this amount.',
    loading: 'Loading instalments…',
    failed: 'Instalments can not be shown right now.',
    again: 'Try again',
  },
}
