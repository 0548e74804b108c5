import { DIRECT_BUTTONS, DIRECT_PROBLEMS, FIELD_LABELS } from './direct-pages'
import type { Localized } from './localized'

/** What a shopper reads on a page with a provider's script. */
export const SCRIPT_TEXTS = {
  noscript: {
    tr: 'Bu ödeme yöntemi JavaScript gerektirir ve tarayıcınızda kapalı. Aşağıdaki bağlantıyla ödeme sayfasında devam edebilirsiniz.',
    en: 'This way to pay needs JavaScript, which is switched off in your browser. The link below goes on at the payment page.',
  },
  onPage: { tr: 'Ödeme sayfasında devam et', en: 'Continue on the payment page' },
  labels: {
    card: { tr: 'Kart', en: 'Card' },
    installment: { tr: 'Taksit', en: 'Instalments' },
    code: FIELD_LABELS.code,
    go: DIRECT_BUTTONS.go,
    pay: DIRECT_BUTTONS.pay,
  },
  problems: {
    declined: DIRECT_PROBLEMS.declined,
    'wrong-code': DIRECT_PROBLEMS['same-code'],
    cancelled: {
      tr: 'Ödemeden vazgeçtiniz, tutar çekilmedi. Yeniden deneyebilirsiniz.',
      en: 'You cancelled, and were not charged. You can try again.',
    },
    'not-here': {
      tr: 'Bu ödeme yöntemi bu cihazda kullanılamıyor. Aşağıdaki bağlantıyla ödeme sayfasında devam edebilirsiniz.',
      en: 'This way to pay does not work on this device. The link below goes on at the payment page.',
    },
  },
} as const satisfies Readonly<Record<string, Localized | Readonly<Record<string, Localized>>>>
