import { cardByNumber } from '../engine/cards/test-card'

/** What a body says of a card or of a POS that is nobody's to see. A documented test card is nobody's secret. */
const SECRETS = ['cvc', 'posPassword', 'threedsKey', 'secretWord']

/** A body as it may be shown. Text that is not JSON is not shown at all. */
export function maskedBody(body: string): { readonly text: string; readonly isMasked: boolean } {
  if (body === '') return { text: '', isMasked: false }
  let isMasked = false
  const mask = (key: string, value: unknown): unknown => {
    const shown = maskedValue(key, value)
    if (shown !== value) isMasked = true
    return shown
  }
  try {
    const text = JSON.stringify(JSON.parse(body, mask))
    return { text: isMasked ? text : body, isMasked }
  } catch {
    return { text: '', isMasked: true }
  }
}

/** CVC "000" keeps a call with a test card repeatable. */
function maskedValue(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (SECRETS.includes(key)) return '000'
  if (key !== 'cardNumber' || cardByNumber(value)) return value
  return `${value.slice(0, 8)}${'*'.repeat(Math.max(0, value.length - 12))}${value.slice(-4)}`
}
