// What the SDK's adapters call instead of their own HTTP client. It has the same four methods and returns the same
// `data`, so every method of every adapter works unchanged.

import type { CallInput } from './call'
import type { CallLimits } from './gateway'

/** The part of the SDK's request configuration that its adapters use. */
interface WireConfig {
  readonly responseType?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Wire {
  get(path: string, params?: unknown, config?: WireConfig): Promise<unknown>
  post(path: string, data?: unknown, config?: WireConfig): Promise<unknown>
  put(path: string, data?: unknown, config?: WireConfig): Promise<unknown>
  delete(path: string, params?: unknown, config?: WireConfig): Promise<unknown>
}

const limitsOf = (limits: readonly CallLimits[], config?: WireConfig): readonly CallLimits[] => {
  const idempotencyKey = config?.headers?.['x-idempotency-key']
  return idempotencyKey === undefined ? limits : [...limits, { idempotencyKey }]
}

/** A wire whose calls all keep to these limits. */
export function wireOver(
  perform: (input: CallInput) => Promise<unknown>,
  limits: readonly CallLimits[],
): Wire {
  const call = (input: Omit<CallInput, 'limits' | 'binary'>, config?: WireConfig) =>
    perform({ ...input, binary: config?.responseType === 'arraybuffer', limits: limitsOf(limits, config) })
  return {
    get: (path, params, config) => call({ method: 'GET', path, params }, config),
    post: (path, data, config) => call({ method: 'POST', path, data }, config),
    put: (path, data, config) => call({ method: 'PUT', path, data }, config),
    delete: (path, params, config) => call({ method: 'DELETE', path, params }, config),
  }
}
