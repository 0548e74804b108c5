import { type Refusal, refusal } from './plan/refusal'

/** Another payment, or another money call of this one, used this key. */
export const keyTaken = refusal('key-taken', {
  tr: 'Bu işlem anahtarı başka bir işlem için kullanılmış.',
  en: 'This key was used for another money call.',
})

const stillOpen = refusal('unsettled', {
  tr: 'Bu ödemenin önceki bir işleminin sonucu henüz belli değil. Birkaç dakika sonra yeniden deneyin.',
  en: 'The outcome of an earlier call for this payment is not known yet. Try again in a few minutes.',
})

export const unsettled: Refusal = { ...stillOpen, passing: true }

export const notSuccessful = refusal('not-successful', {
  tr: 'Bu ödeme başarıyla tamamlanmamış.',
  en: 'This payment was not completed.',
})
