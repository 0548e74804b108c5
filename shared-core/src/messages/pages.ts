import type { Localized } from './localized'

export type PageKind = 'not-found' | 'unavailable' | 'failed' | 'refused' | 'too-many' | 'go-on' | 'topped-up'

interface PageText {
  readonly title: Localized
  readonly text: Localized
}

/** What a shopper reads when an endpoint cannot lead on. Says what to do, and nothing that helps an attacker. */
export const PAGE_MESSAGES: Readonly<Record<PageKind, PageText>> = {
  'not-found': {
    title: { tr: 'Ödeme bulunamadı', en: 'Payment not found' },
    text: {
      tr: 'Bu ödeme bağlantısı geçerli değil. Lütfen mağazaya dönüp ödemeyi yeniden başlatın.',
      en: 'This payment link is not valid. Please go back to the shop and start the payment again.',
    },
  },
  unavailable: {
    title: { tr: 'Ödeme sayfası şu anda açılamıyor', en: 'The payment page cannot be opened right now' },
    text: {
      tr: 'Siparişiniz duruyor, hiçbir şey kaybolmadı. Lütfen biraz sonra bu sayfayı yenileyin.',
      en: 'Your order is safe and nothing is lost. Please reload this page in a moment.',
    },
  },
  failed: {
    title: { tr: 'Bir sorun oluştu', en: 'Something went wrong' },
    text: {
      tr: 'Siparişinizin durumunu mağazadan kontrol edebilirsiniz. Sorun sürerse aşağıdaki numarayla mağazaya başvurun.',
      en: 'You can check your order in the shop. If the problem stays, give the shop the number below.',
    },
  },
  refused: {
    title: { tr: 'Geçersiz istek', en: 'Invalid request' },
    text: {
      tr: 'Bu istek işlenemedi. Lütfen mağazaya dönüp yeniden deneyin.',
      en: 'This request could not be handled. Please go back to the shop and try again.',
    },
  },
  'too-many': {
    title: { tr: 'Çok fazla istek', en: 'Too many requests' },
    text: {
      tr: 'Bağlantınızdan kısa sürede çok fazla istek geldi. Ödediyseniz paranız kaybolmaz: siparişiniz kendiliğinden tamamlanır, yeniden ödemeyin. Ödemediyseniz lütfen bir dakika sonra bu sayfayı yenileyin.',
      en: 'Too many requests came from your connection at once. If you paid, nothing is lost: your order is completed by itself, do not pay again. If you did not, please reload this page in a minute.',
    },
  },
  'go-on': {
    title: { tr: 'Ödemeye geçmek üzeresiniz', en: 'You are about to pay' },
    text: {
      tr: 'Ödeme sayfasını açmak için düğmeye basın.',
      en: 'Press the button to open the payment page.',
    },
  },
  'topped-up': {
    title: { tr: 'Bu sayfayı kapatabilirsiniz', en: 'You can close this page' },
    text: {
      tr: 'Ödemeniz onaylandıysa tutar cüzdanınızdadır. Bakiyenizi mağazadaki hesabınızda görebilirsiniz.',
      en: 'If your payment was approved, the money is in your wallet. Your account in the shop shows the balance.',
    },
  },
}

export const GO_ON_BUTTON: Localized = { tr: 'Ödemeye geç', en: 'Go to payment' }

export const REQUEST_ID_LABEL: Localized = { tr: 'İstek numarası', en: 'Request number' }

export const AMOUNT_LABEL: Localized = { tr: 'Tutar', en: 'Amount' }
