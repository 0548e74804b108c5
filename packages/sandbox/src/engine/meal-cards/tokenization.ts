import type { MethodName } from '../methods/method'

/** How the owner of a meal card proves it: on the provider's page, or with the code that his telephone gets. */
export type MealCardProof = 'page' | 'code'

/** One attempt to tokenize a meal card. Of its number only the mask and a fingerprint are kept. */
export interface MealCardTokenization {
  readonly merchant: string
  readonly sessionId: string
  readonly method: MethodName
  readonly proof: MealCardProof
  /** Where the provider's page leads back to. */
  callbackUrl?: string
  /** From here the owner has as long as a provider waits. */
  startedAt: number
  card?: { readonly masked: string; readonly fingerprint: string }
  /** The owner came to an end on the page. */
  answered: boolean
  wrongCodes: number
  completed: boolean
}
