import type { PaymentFacts } from '../payment/outcome'
import { amountOf } from './checkout'
import type { Localized } from './localized'

/** What a merchant reads when a review cannot be decided so. */
export const REVIEW_ERRORS = {
  'no-review': {
    tr: 'Bu ödemenin karar bekleyen bir şüpheli işlem incelemesi yok. Craftgate’e yeniden sorun; ödeme o sırada sonuçlanmış olabilir.',
    en: 'This payment has no fraud review that waits for a decision. Ask Craftgate again; it may have come to its end meanwhile.',
  },
  'approved-already': {
    tr: 'Bu ödeme o arada onaylandı ve sipariş ödendi. Parayı geri vermek için siparişi iade edin.',
    en: 'This payment was approved meanwhile, and the order is paid. To give the money back, refund the order.',
  },
  'rejected-already': {
    tr: 'Bu ödeme o arada sahtecilik olarak işaretlendi; onaylanamaz. Parası hâlâ sizdeyse reddedin, para geri gider.',
    en: 'This payment was found to be fraud meanwhile and cannot be approved. If its money is still here, reject it and the money goes back.',
  },
  'money-gone': {
    tr: 'Bu ödemenin parası ya da bir kısmı o arada geri verildi; onaylanamaz. Reddedin: kalan para da geri gider.',
    en: 'The money of this payment, or a part of it, went back meanwhile, so it cannot be approved. Reject it: what is left goes back too.',
  },
  'not-kept': {
    tr: 'Craftgate kararı kaydetmedi. Birazdan yeniden deneyin ya da Craftgate panelinde karar verin.',
    en: 'Craftgate did not keep the decision. Try again in a moment, or decide in the Craftgate panel.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export type ReviewErrorCode = keyof typeof REVIEW_ERRORS

/** What a merchant reads when a value cannot go on a list, by the field. */
export const LIST_ERRORS = {
  listName: {
    tr: 'Liste adı yalnızca harf, rakam ve alt çizgiden oluşur; kurallarda @ ile anılır, örneğin blockedClientIps.',
    en: 'The name of a list has letters, digits and underscores only; rules name it with an @, for example blockedClientIps.',
  },
  type: {
    tr: 'Liste tipi CARD, IP, PHONE_NUMBER, EMAIL ya da OTHER olmalı.',
    en: 'The type of a list must be CARD, IP, PHONE_NUMBER, EMAIL or OTHER.',
  },
  value: {
    tr: 'Değer, liste tipine uymuyor: IP için bir IPv4 adresi, EMAIL için bir e-posta adresi, PHONE_NUMBER için rakamlar yazın.',
    en: 'The value does not suit the type of the list: write an IPv4 address for IP, an e-mail address for EMAIL, digits for PHONE_NUMBER.',
  },
  paymentId: {
    tr: 'Kart, numarasıyla değil, onunla yapılan ödemenin numarasıyla eklenir; öteki tiplerde ödeme numarası yazılmaz.',
    en: 'A card is added by the id of a payment that was made with it, never by its number; the other types take no payment id.',
  },
  label: {
    tr: 'Açıklama en çok 255 karakter olabilir.',
    en: 'A label has at most 255 characters.',
  },
  durationInSeconds: {
    tr: 'Geçerlilik süresi sıfırdan büyük bir tam saniye sayısı olmalı; süresiz için boş bırakın.',
    en: 'How long it is valid must be a whole number of seconds above zero; leave it out for ever.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export type ListField = keyof typeof LIST_ERRORS

/** Why the order is cancelled, for whoever reads the order. */
export const REJECTED_REASON: Localized = {
  tr: 'Ödeme şüpheli işlem incelemesinde reddedildi; parası geri veriliyor.',
  en: 'The payment was rejected in a fraud review; its money goes back.',
}

// What a record says of itself (`CheckoutRecord.note`, one language).

export const rejectedNote = (facts: Pick<PaymentFacts, 'paymentId' | 'price'>): string =>
  `Payment ${facts.paymentId} of ${amountOf(facts)} was rejected in its fraud review`

const NOT_CANCELLED_NOTE = '; the shop could not cancel the order: cancel it there yourself'

export const notCancelledNote = (before: string): string => `${before}${NOT_CANCELLED_NOTE}`

export const isNotCancelled = (note: string | undefined): note is string =>
  note?.includes(NOT_CANCELLED_NOTE) ?? false

export const cancelledAfterAllNote = (before: string): string => before.replace(NOT_CANCELLED_NOTE, '')

/** Finds the notes of payments whose order is to be cancelled, by SQL's LIKE. */
export const NOT_CANCELLED_PATTERN = `%${NOT_CANCELLED_NOTE}%`
