import type { Localized } from './localized'

/** What a merchant reads when a transfer is not matched as asked. */
export const TRANSFER_ERRORS = {
  'no-unpaid-orders': {
    tr: 'Havaleyle ödenecek siparişleri bu mağazada platformun kendisi yönetir ve Craftgate’e bildirmez; burada eşleştirilecek havale olmaz. Havalesi gelen siparişi platformun kendi sipariş sayfasında ödenmiş sayın.',
    en: 'Orders that wait for a transfer are the platform’s own matter here, and it tells Craftgate nothing of them, so there is nothing to match. Mark such an order as paid on its own page of the platform.',
  },
  'transfer-not-incoming': {
    tr: 'Bu hesap hareketi gelen bir havale değil.',
    en: 'This bank account record is no incoming transfer.',
  },
  'transfer-used': {
    tr: 'Bu havale daha önce bir siparişin ödemesi olarak kullanıldı; ikinci kez kullanılamaz.',
    en: 'This transfer pays an order already; it cannot be used twice.',
  },
  'transfer-closed': {
    tr: 'Bu havale kapatılmış. Eşleştirmek için önce yeniden açın.',
    en: 'This transfer was closed. Open it again before you match it.',
  },
  'transfer-too-small': {
    tr: 'Seçtiğiniz siparişlerin tutarı havaleden fazla. Hiçbir şey kaydedilmedi; eksik havaleyi alıcıyla görüşün, ya da daha az sipariş seçin.',
    en: 'The orders that you chose owe more than came. Nothing was recorded; talk to the buyer about what is missing, or choose fewer orders.',
  },
  'transfer-has-rest': {
    tr: 'Havale, seçtiğiniz siparişlerin tutarından fazla. Hiçbir şey kaydedilmedi; başka sipariş de seçin, ya da kalanı bankanızdan kendiniz iade edeceğinizi işaretleyin.',
    en: 'More came than the orders that you chose owe. Nothing was recorded; choose another order as well, or tick that you send the rest back at your bank.',
  },
  'order-not-waiting': {
    tr: 'Seçtiğiniz siparişlerden biri artık havale beklemiyor: ödenmiş ya da iptal edilmiş. Hiçbir şey kaydedilmedi.',
    en: 'One of the orders that you chose waits for no transfer any more: it was paid or cancelled. Nothing was recorded.',
  },
  'other-currency': {
    tr: 'Seçtiğiniz siparişin para birimi havaleninki değil. Hiçbir şey kaydedilmedi.',
    en: 'An order that you chose is in another currency than the transfer. Nothing was recorded.',
  },
  'no-order': {
    tr: 'Havalenin ödeyeceği siparişi seçin.',
    en: 'Choose the order that the transfer pays.',
  },
  'too-many-orders': {
    tr: 'Bir havale en çok 20 siparişle eşleştirilebilir.',
    en: 'One transfer is matched to 20 orders at most.',
  },
} as const satisfies Readonly<Record<string, Localized>>
