import type { Money } from '../money'
import { amountIn } from './amounts'
import type { Localized } from './localized'

/** Of a round of reconcile that is asked for in parts. */
export const BAD_PART: Localized = {
  tr: '"after" boş ya da önceki parçanın "next" değeri olmalı; boş değerle yeniden başlayın.',
  en: '"after" must be empty, or "next" of the part before; begin again with an empty one.',
}

/** What a merchant reads when a capture, void or refund is not made, or failed. */
export const OPERATION_ERRORS = {
  badKey: {
    tr: 'İşlem anahtarı geçersiz; eklenti geliştiricisine bildirin.',
    en: "The call's key is not valid; tell the developer of the plugin.",
  },
  keyTaken: {
    tr: 'Bu işlem anahtarı başka bir işlem için kullanılmış.',
    en: 'This key was used for another operation.',
  },
  unknownOperation: {
    tr: 'Bu anahtarla kaydedilmiş bir işlem yok.',
    en: 'No operation is written down under this key.',
  },
  unsettled: {
    tr: 'Bu ödemenin önceki bir işleminin sonucu henüz belli değil. Birkaç dakika sonra yeniden deneyin.',
    en: 'The outcome of an earlier operation on this payment is not known yet. Try again in a few minutes.',
  },
  notSuccessful: {
    tr: 'Bu ödeme başarıyla tamamlanmamış.',
    en: 'This payment was not completed.',
  },
  amountMissing: {
    tr: 'Ödemenin kaydı bulunamadı; tutarı belirtin.',
    en: 'There is no record of this payment; name the amount.',
  },
  nothingSent: {
    tr: 'Craftgate’e ulaşılamadı; hiçbir istek gönderilmedi. Lütfen yeniden deneyin.',
    en: 'Craftgate could not be reached; nothing was sent. Please try again.',
  },
  withdrawn: {
    tr: 'Mağaza bu işlemi kaydetmedi; hiçbir istek gönderilmedi.',
    en: 'The shop did not keep this operation; nothing was sent.',
  },
  paymentGone: {
    tr: 'Bu ödeme iptal veya iade edilmiş; provizyonu kapatılamaz.',
    en: 'This payment was cancelled or refunded; it cannot be captured.',
  },
  authorizationGone: {
    tr: 'Ön provizyon iptal edilmiş.',
    en: 'The pre-authorization was cancelled.',
  },
  underReview: {
    tr: 'Bu ödeme şüpheli işlem incelemesinde. Önce mağazanın Craftgate sayfalarında ya da Craftgate panelinde karar verin; ödemeyi iptal de edebilirsiniz.',
    en: 'This payment is under fraud review. Decide first, on the shop’s Craftgate pages or in the Craftgate panel, or cancel the payment.',
  },
  captured: {
    tr: 'Bu ödeme tahsil edilmiş; provizyon iptali yapılamaz, tutarı iade edin.',
    en: 'This payment was captured; an authorization can no longer be voided, refund the amount.',
  },
  partlyRefunded: {
    tr: 'Bu ödemenin bir kısmı iade edilmiş; iptal edilemez, kalan tutarı iade edin.',
    en: 'A part of this payment was refunded; it cannot be voided. Refund the rest instead.',
  },
  noSeller: {
    tr: 'Bu ödemede satıcı payı olan bir ürün yok; onay gerekmiyor.',
    en: 'No item of this payment is a seller’s; nothing needs an approval.',
  },
  notCaptured: {
    tr: 'Ön provizyon kapatılmadan satıcı payı onaylanamaz.',
    en: 'A share can be approved once the pre-authorization is captured.',
  },
  linesGone: {
    tr: 'Bu ürünlerin tutarı iade edilmiş; onaylanacak pay kalmadı.',
    en: 'These items were refunded; no share is left to approve.',
  },
  payoutStarted: {
    tr: 'Satıcıya para gönderimi başlamış; onay geri alınamaz.',
    en: 'The payout to the seller has begun; the approval can no longer be taken back.',
  },
  approvalRefused: {
    tr: 'Craftgate onay isteğini gerekçe bildirmeden reddetti.',
    en: 'Craftgate refused the approval without giving a reason.',
  },
  refundFailed: {
    tr: 'Banka iadeyi gerekçe bildirmeden reddetti.',
    en: 'The bank refused it without giving a reason.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export const wrongCurrency = (asked: string, paid: string): Localized => ({
  tr: `Ödeme ${paid} ile alındı; ${asked} ile işlem yapılamaz.`,
  en: `The payment was made in ${paid}; it cannot be handled in ${asked}.`,
})

export function capturedBefore(price: Money): Localized {
  const amount = amountIn(price)
  return {
    tr: `Bu ödemenin provizyonu daha önce ${amount.tr} olarak kapatılmış.`,
    en: `This payment was captured before, with ${amount.en}.`,
  }
}

export function capturedOtherwise(paidPrice: Money): Localized {
  const amount = amountIn(paidPrice)
  return {
    tr: `Provizyon başka bir tutarla kapatılmış: ${amount.tr}.`,
    en: `It was captured with another amount: ${amount.en}.`,
  }
}

export function captureWholeOnly(price: Money): Localized {
  const amount = amountIn(price)
  return {
    tr: `Birden fazla ödemeyle alınan provizyon yalnızca bütünüyle kapatılabilir: ${amount.tr}.`,
    en: `An authorization of several payments can only be captured as a whole: ${amount.en}.`,
  }
}

export function refundWholeOnly(total: Money): Localized {
  const whole = amountIn(total)
  return {
    tr: `Ön provizyonla başlayan bir ödeme Craftgate’te yalnızca bütünüyle iade edilebilir: ${whole.tr}.`,
    en: `A payment that began as a pre-authorization can only be refunded as a whole: ${whole.en}.`,
  }
}

/** `elsewhere`: a part was refunded in Craftgate's panel. */
export function beyondWhatIsLeft(left: Money, elsewhere: boolean): Localized {
  const amount = amountIn(left)
  return {
    tr: `Bu ödemede iade edilebilecek tutar: ${amount.tr}.${elsewhere ? ' Bir kısmı Craftgate panelinden iade edilmiş.' : ''}`,
    en: `What is left to refund of this payment is ${amount.en}.${elsewhere ? ' A part of it was refunded in the Craftgate panel.' : ''}`,
  }
}

/** Of one item of the basket. */
export function beyondItem(left: Money): Localized {
  const amount = amountIn(left)
  return left.minor === 0
    ? {
        tr: 'Bu kalemin tamamı iade edilmiş; yeniden iade edilemez.',
        en: 'All of this item went back already; it cannot be refunded again.',
      }
    : {
        tr: `Bu kalemde iade edilebilecek tutar: ${amount.tr}.`,
        en: `What is left to refund of this item is ${amount.en}.`,
      }
}

export const NO_BUYER: Localized = {
  tr: 'Bu ödeme bir üyeye ait değil; cüzdana iade edilemez. Ödeme yapılan yola iade edin.',
  en: 'This payment is of no member and cannot go into a wallet. Refund it to where it came from.',
}

export const ITEMS_OF_ANOTHER_SUM: Localized = {
  tr: 'Kalemlerin toplamı iade tutarı ile aynı olmalı.',
  en: 'The items must come to the amount of the refund.',
}

/** What a request was about, or a record of Craftgate is about. */
export interface AskedOrFound {
  readonly amount?: Money
  readonly paymentId?: number | null
  readonly transactionId?: number | null
}

/** Craftgate's record of a request is not what was asked, e.g. "asked 200.00 TRY #7, found 10.00 TRY #7". */
export function answerDiffers(asked: AskedOrFound, found: readonly AskedOrFound[]): Localized {
  const wanted = describe(asked)
  const list = (language: 'tr' | 'en') => found.map((each) => describe(each)[language]).join(' + ')
  return {
    tr: `Craftgate’in kaydı istenenden farklı (istenen ${wanted.tr}, bulunan ${list('tr')}). Ödemeyi Craftgate panelinden kontrol edin.`,
    en: `Craftgate's record is not what was asked (asked ${wanted.en}, found ${list('en')}). Check the payment in the Craftgate panel.`,
  }
}

function describe({ amount, paymentId, transactionId }: AskedOrFound): Localized {
  const words = amount === undefined ? { tr: 'tutarsız', en: 'no amount' } : amountIn(amount)
  const ids = `${paymentId == null ? '' : ` #${paymentId}`}${transactionId == null ? '' : `/${transactionId}`}`
  return { tr: `${words.tr}${ids}`, en: `${words.en}${ids}` }
}

/** The first sentence of a failed operation, by kind. */
export const WHAT_FAILED = {
  capture: { tr: 'Provizyon kapatılamadı.', en: 'The capture failed.' },
  void: { tr: 'Ödeme iptal edilemedi.', en: 'The void failed.' },
  refund: { tr: 'İade yapılamadı.', en: 'The refund failed.' },
  record: { tr: 'Ödeme Craftgate’e kaydedilemedi.', en: 'The payment was not recorded at Craftgate.' },
  approve: { tr: 'Satıcı payına onay verilemedi.', en: "The seller's share was not approved." },
  disapprove: { tr: 'Satıcı payının onayı geri alınamadı.', en: 'The approval was not taken back.' },
} as const satisfies Readonly<Record<string, Localized>>

export const craftgateAnswered = (said: string): Localized => ({
  tr: `Craftgate’in cevabı: ${said}`,
  en: `Craftgate answered: ${said}`,
})

export function wentBack(moved: Money, asked: Money): Localized {
  const [part, all] = [amountIn(moved), amountIn(asked)]
  return {
    tr: `${all.tr} tutarın ${part.tr} kadarı yine de iade edildi.`,
    en: `Of ${all.en}, ${part.en} went back all the same.`,
  }
}

export const join = (first: Localized, second: Localized): Localized => ({
  tr: `${first.tr} ${second.tr}`,
  en: `${first.en} ${second.en}`,
})

/** Why an operation is not done yet, by what is known of it. */
export const UNFINISHED = {
  pending: {
    tr: 'İşlem kaydedildi; birazdan gönderilecek ve sonucu kendiliğinden işlenecek',
    en: 'It is written down; it will be sent in a moment, and the result will be entered by itself',
  },
  waiting: {
    tr: 'Banka işlemi henüz tamamlamadı; sonuç kendiliğinden işlenecek',
    en: 'The bank has not finished yet; the result will be entered by itself',
  },
  unknown: {
    tr: 'Craftgate cevap vermedi; işlemin sonucu sorulup kendiliğinden işlenecek',
    en: 'Craftgate gave no answer; the result is asked for and entered by itself',
  },
} as const satisfies Readonly<Record<string, Localized>>
