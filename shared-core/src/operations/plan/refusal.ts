import type { Localized } from '../../localized'
import { type Money, toDecimal } from '../../money'
import type { ErrorFacts } from '../../payment/outcome'

/** Why a money call is not made at all. Nothing was sent, nothing moved, and the same key may be used again. */
export interface Refusal {
  readonly error: ErrorFacts
  /** The reason passes by itself. */
  readonly passing?: true
}

export function refusal(code: string, message: Localized): Refusal {
  return { error: { code, description: message.en, message } }
}

export function isRefusal(plan: object): plan is Refusal {
  return 'error' in plan
}

/** An amount as people read it, e.g. "50.00 TRY" and, in Turkish, "50,00 TRY". */
export function inWords(amount: Money): Localized {
  const decimal = toDecimal(amount)
  return { tr: `${decimal.replace('.', ',')} ${amount.currency}`, en: `${decimal} ${amount.currency}` }
}
