// What the shop and its merchant are told of an operation: results, reasons, and the sentences of both languages.
import type { OperationResult } from '../commerce'
import type { CraftgateError } from '../errors'
import { AMOUNT_ERRORS, notWholeAmount } from '../messages/amount-errors'
import type { Localized } from '../messages/localized'
import { type CurrencyCode, type Money, money, toDecimal } from '../money'
import type { ErrorFacts } from '../payment/outcome'
import type { PaymentOperation } from '../platform'
import { movedOf } from './operation'

/** Why an operation is not made at all. Nothing was sent, and nothing moved. */
export interface Rejection {
  readonly error: ErrorFacts
  /** The reason passes by itself. */
  readonly passing?: true
}

export const rejection = (code: string, message: Localized): Rejection => ({
  error: { code, description: message.en, message },
})

export const isRejection = (plan: object): plan is Rejection => 'error' in plan

/** A request that surely never left ends its operation with this code. */
export const NOTHING_SENT = 'nothing-sent'
/** Craftgate's record of a request says something else than was asked. */
export const ANSWER_DIFFERS = 'answer-differs'

export const rejections = {
  keyTaken: rejection('key-taken', {
    tr: 'Bu işlem anahtarı başka bir işlem için kullanılmış.',
    en: 'This key was used for another operation.',
  }),
  unsettled: {
    ...rejection('unsettled', {
      tr: 'Bu ödemenin önceki bir işleminin sonucu henüz belli değil. Birkaç dakika sonra yeniden deneyin.',
      en: 'The outcome of an earlier operation on this payment is not known yet. Try again in a few minutes.',
    }),
    passing: true,
  } satisfies Rejection,
  notSuccessful: rejection('not-successful', {
    tr: 'Bu ödeme başarıyla tamamlanmamış.',
    en: 'This payment was not completed.',
  }),
  unknownOperation: rejection('unknown-operation', {
    tr: 'Bu anahtarla kaydedilmiş bir işlem yok.',
    en: 'No operation is written down under this key.',
  }),
  amountMissing: rejection('amount', {
    tr: 'Ödemenin kaydı bulunamadı; tutarı belirtin.',
    en: 'There is no record of this payment; name the amount.',
  }),
  nothingSent: {
    ...rejection(NOTHING_SENT, {
      tr: "Craftgate'e ulaşılamadı; hiçbir istek gönderilmedi. Lütfen yeniden deneyin.",
      en: 'Craftgate could not be reached; nothing was sent. Please try again.',
    }),
    passing: true,
  } satisfies Rejection,
  withdrawn: rejection('withdrawn', {
    tr: 'Mağaza bu işlemi kaydetmedi; hiçbir istek gönderilmedi.',
    en: 'The shop did not keep this operation; nothing was sent.',
  }),
}

/** Refuses an amount that is not above zero, not exact, or not in the payment's currency. */
export function checkAmount(amount: Money, currency: CurrencyCode): Rejection | undefined {
  if (amount.currency !== currency) return wrongCurrency(amount.currency, currency)
  if (!isExact(amount)) return rejection('amount', notWholeAmount(currency))
  return amount.minor <= 0 ? rejection('amount', AMOUNT_ERRORS['not-positive']) : undefined
}

function isExact(amount: Money): boolean {
  try {
    return money(amount.minor, amount.currency) !== undefined
  } catch {
    return false
  }
}

const wrongCurrency = (asked: string, paid: string) =>
  rejection('currency', {
    tr: `Ödeme ${paid} ile alındı; ${asked} ile işlem yapılamaz.`,
    en: `The payment was made in ${paid}; it cannot be handled in ${asked}.`,
  })

/** Craftgate's record of a request is not what was asked. `what` is e.g. "10.00 TRY instead of 200.00 TRY". */
export function answerDiffers(what: Localized): ErrorFacts {
  const message = {
    tr: `Craftgate'in kaydı istenenden farklı (${what.tr}). Ödemeyi Craftgate panelinden kontrol edin.`,
    en: `Craftgate's record is not what was asked (${what.en}). Check the payment in the Craftgate panel.`,
  }
  return { code: ANSWER_DIFFERS, description: message.en, message }
}

/** An amount as people read it, e.g. "50.00 TRY" and, in Turkish, "50,00 TRY". */
export function inWords(amount: Money): Localized {
  const decimal = toDecimal(amount)
  return { tr: `${decimal.replace('.', ',')} ${amount.currency}`, en: `${decimal} ${amount.currency}` }
}

export const errorFacts = (error: CraftgateError): ErrorFacts => ({
  code: error.code,
  group: error.group,
  description: error.message,
  message: error.merchantMessage,
})

/** What the shop is told of an operation that was written down. */
export function resultOf(operation: PaymentOperation): OperationResult {
  switch (operation.state) {
    case 'done':
    case 'waiting':
    case 'unknown':
      return { state: operation.state, operation }
    case 'planned':
      return { state: operation.steps.length === 0 ? 'pending' : 'unknown', operation }
    case 'failed':
      return failedResult(operation)
  }
}

/** What the shop is told of an operation that was never made. */
export function rejectedResult({ error, passing }: Rejection): OperationResult {
  return { state: 'failed', error, message: wordsOf(error), ...(passing && { passing }) }
}

function failedResult(operation: PaymentOperation): OperationResult {
  const error = operation.error ?? { code: 'failed' }
  const moved = movedOf(operation)
  const why = join(WHAT_FAILED[operation.kind], wordsOf(error))
  const passing = error.code === NOTHING_SENT && { passing: true as const }
  if (moved.minor === 0) return { state: 'failed', operation, error, message: why, ...passing }
  return { state: 'failed', operation, error, message: join(why, wentBack(operation)), movedAmount: moved }
}

const WHAT_FAILED: Readonly<Record<PaymentOperation['kind'], Localized>> = {
  capture: { tr: 'Provizyon kapatılamadı.', en: 'The capture failed.' },
  void: { tr: 'Ödeme iptal edilemedi.', en: 'The void failed.' },
  refund: { tr: 'İade yapılamadı.', en: 'The refund failed.' },
}

function wentBack(operation: PaymentOperation): Localized {
  const [moved, asked] = [inWords(movedOf(operation)), inWords(operation.amount)]
  return {
    tr: `${asked.tr} tutarın ${moved.tr} kadarı yine de iade edildi.`,
    en: `Of ${asked.en}, ${moved.en} went back all the same.`,
  }
}

/** The best words there are: the merchant's own, else Craftgate's, which come in one language. */
function wordsOf({ message, description, code }: ErrorFacts): Localized {
  if (message !== undefined) return message
  const said = description === undefined ? code : `${description} (${code})`
  return { tr: `Craftgate'in cevabı: ${said}`, en: `Craftgate answered: ${said}` }
}

const join = (first: Localized, second: Localized): Localized => ({
  tr: `${first.tr} ${second.tr}`,
  en: `${first.en} ${second.en}`,
})

/** Craftgate's ids of the refunds of this operation, e.g. "81" or "81,82". */
export function refundIdsOf(operation: PaymentOperation | undefined): string {
  const ids = (operation?.steps ?? []).flatMap(({ refundId }) => (refundId === undefined ? [] : [refundId]))
  return [...new Set(ids)].join(',')
}

const UNFINISHED: Readonly<Record<'pending' | 'waiting' | 'unknown', Localized>> = {
  pending: {
    tr: 'İşlem kaydedildi; birazdan gönderilecek ve sonucu kendiliğinden işlenecek',
    en: 'It is written down; it will be sent in a moment, and the result will be entered by itself',
  },
  waiting: {
    tr: 'Banka işlemi henüz tamamlamadı; sonuç kendiliğinden işlenecek',
    en: 'The bank has not finished yet; the result will be entered by itself',
  },
  unknown: {
    tr: 'Craftgate yanıt vermedi; işlemin sonucu sorulup kendiliğinden işlenecek',
    en: 'Craftgate gave no answer; the result is asked for and entered by itself',
  },
}

/** Why an operation is not done, for the merchant; undefined when it is. */
export function pendingReason(result: OperationResult): Localized | undefined {
  if (result.state === 'failed') return result.message
  return result.state === 'done' ? undefined : UNFINISHED[result.state]
}
