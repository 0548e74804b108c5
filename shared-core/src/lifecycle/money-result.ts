import type { MoneyResult } from '../commerce'
import type { Localized } from '../localized'
import type { ErrorFacts } from '../payment/outcome'
import type { MoneyIntent } from '../platform'
import { asItStands, movedOf } from './intent'
import { inWords, type Refusal } from './plan/refusal'

/** What the shop is told of a money call that was written down. */
export function resultOf(stored: MoneyIntent): MoneyResult {
  const intent = asItStands(stored)
  switch (intent.state) {
    case 'done':
    case 'waiting':
      return { state: intent.state, intent }
    case 'planned':
    case 'unknown':
      return { state: 'unknown', intent }
    case 'failed':
      return failedResult(intent)
  }
}

/** What the shop is told of a money call that was never made. */
export function refusedResult({ error, passing }: Refusal): MoneyResult {
  return { state: 'failed', error, message: wordsOf(error), ...(passing && { passing }) }
}

function failedResult(intent: MoneyIntent): MoneyResult {
  const error = intent.error ?? { code: 'failed' }
  const moved = movedOf(intent)
  const why = join(WHAT_FAILED[intent.kind], wordsOf(error))
  if (moved.minor === 0) return { state: 'failed', intent, error, message: why }
  return { state: 'failed', intent, error, message: join(why, wentBack(intent)), movedAmount: moved }
}

const WHAT_FAILED: Readonly<Record<MoneyIntent['kind'], Localized>> = {
  capture: { tr: 'Provizyon kapatılamadı.', en: 'The capture failed.' },
  void: { tr: 'Ödeme iptal edilemedi.', en: 'The void failed.' },
  refund: { tr: 'İade yapılamadı.', en: 'The refund failed.' },
}

function wentBack(intent: MoneyIntent): Localized {
  const [moved, asked] = [inWords(movedOf(intent)), inWords(intent.amount)]
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
