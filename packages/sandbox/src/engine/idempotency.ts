import type { World } from './world'

/** How the emulator treats what Craftgate's documentation leaves open about `x-idempotency-key`. */
export interface IdempotencySettings {
  /** A known key with another method, path or body: the first result, or 422. */
  differentRequest: 'replay' | 'refuse'
  /** A key whose first request still runs: both are executed, the second gets 409, or it waits for the first. */
  concurrent: 'execute' | 'refuse' | 'wait'
  /** A refusal (4xx but 429) is the key's result from then on. */
  rememberRefusals: boolean
  /** A 5xx is the key's result from then on. */
  rememberServerErrors: boolean
  /** Age on the sandbox's clock at which a key is forgotten. */
  forgetAfterSeconds: number
  /** Whether a key holds for every API key of the merchant, or only for the one that sent it. */
  boundTo: 'api-key' | 'merchant'
}

/**
 * The documented part is news of August 2026: the same key gives the first result. The rest is the reading that asks
 * most of a careful caller, but for server errors: an error of the server is no result.
 */
export const defaultIdempotency = (): IdempotencySettings => ({
  differentRequest: 'replay',
  concurrent: 'execute',
  rememberRefusals: true,
  rememberServerErrors: false,
  forgetAfterSeconds: 24 * 60 * 60,
  boundTo: 'api-key',
})

/** Who sent a key: the merchant, and which of its API keys it signed with. */
export interface KeySender {
  readonly merchant: string
  readonly apiKey: string
  readonly key: string
}

/** The first result of a key, as it was answered. */
export interface RememberedResult extends KeySender {
  readonly at: number
  /** A digest of method, path and body. */
  readonly request: string
  readonly status: number
  readonly contentType?: string
  readonly body: string
}

/** The result that this key has by now. Keys that are too old are forgotten on the way. */
export function rememberedResult({ state, clock, switches }: World, sender: KeySender) {
  const { forgetAfterSeconds, boundTo } = switches.idempotency
  const oldest = clock.now() - forgetAfterSeconds * 1000
  state.idempotentResults = state.idempotentResults.filter(({ at }) => at > oldest)
  return state.idempotentResults.find(
    (result) =>
      result.key === sender.key &&
      result.merchant === sender.merchant &&
      (boundTo === 'merchant' || result.apiKey === sender.apiKey),
  )
}

/** Keeps a result, unless its key has one already or the settings say that such a result is not kept. */
export function rememberResult(world: World, result: Omit<RememberedResult, 'at'>): void {
  const { rememberRefusals, rememberServerErrors } = world.switches.idempotency
  const isServerError = result.status >= 500
  const isRefusal = result.status >= 400 && !isServerError
  if (result.status === 429 || (isRefusal && !rememberRefusals)) return
  if (isServerError && !rememberServerErrors) return
  if (rememberedResult(world, result)) return
  world.state.idempotentResults.push({ ...result, at: world.clock.now() })
}
