import type { Localized } from '../localized'

/** What a merchant reads when an attempt to pay cannot be begun, opened or written, by code of the error. */
export const CHECKOUT_ERRORS = {
  busy: {
    tr: 'Ödeme kaydı şu anda başka bir işlem tarafından güncelleniyor; lütfen tekrar deneyin.',
    en: 'The checkout is being updated by somebody else right now; please try again.',
  },
  'too-many-questions': {
    tr: 'Kısa sürede çok fazla taksit sorgusu geldi; lütfen biraz sonra yeniden deneyin.',
    en: 'Too many instalment questions came at once; please try again in a moment.',
  },
  'unreadable-page': {
    tr: 'Craftgate ödeme sayfası için kullanılabilir bir adres dönmedi.',
    en: 'Craftgate did not answer with a usable payment page.',
  },
} as const satisfies Readonly<Record<string, Localized>>
