import type { OperationResult } from '../commerce'
import type { Localized } from '../localized'
import type { ErrorFacts } from '../payment/outcome'
import type { PaymentOperation } from '../platform'
import { movedOf } from './operation'
import { inWords, type Refusal } from './plan/refusal'

/** What the shop is told of a money call that was written down. */
export function resultOf(operation: PaymentOperation): OperationResult {
  switch (operation.state) {
    case 'done':
    case 'waiting':
      return { state: operation.state, operation }
    case 'planned':
    case 'unknown':
      return { state: 'unknown', operation }
    case 'failed':
      return failedResult(operation)
  }
}

/** What the shop is told of a money call that was never made. */
export function refusedResult({ error, passing }: Refusal): OperationResult {
  return { state: 'failed', error, message: wordsOf(error), ...(passing && { passing }) }
}

function failedResult(operation: PaymentOperation): OperationResult {
  const error = operation.error ?? { code: 'failed' }
  const moved = movedOf(operation)
  const why = join(WHAT_FAILED[operation.kind], wordsOf(error))
  if (moved.minor === 0) return { state: 'failed', operation, error, message: why }
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
