import type { SandboxContext } from './context'
import type { KeySender, RememberedResult } from './state'

/** The result that this key has by now. Keys that are too old are forgotten on the way. */
export function rememberedResult({ state, clock, faultSettings }: SandboxContext, sender: KeySender) {
  const { forgetAfterSeconds, boundTo } = faultSettings.idempotency
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
export function rememberResult(ctx: SandboxContext, result: Omit<RememberedResult, 'at'>): void {
  const { rememberRefusals, rememberServerErrors } = ctx.faultSettings.idempotency
  const isServerError = result.status >= 500
  const isRefusal = result.status >= 400 && !isServerError
  if (result.status === 429 || (isRefusal && !rememberRefusals)) return
  if (isServerError && !rememberServerErrors) return
  if (rememberedResult(ctx, result)) return
  ctx.state.idempotentResults.push({ ...result, at: ctx.clock.now() })
}
