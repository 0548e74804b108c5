import { merchantOf } from '../account'
import { hasHashedCallback } from '../methods'
import type { CheckoutRecord } from '../platform'
import { CALLBACK_LIMITS, isGenuineDirectCallback, settleAndReturn } from './callback'
import {
  type EndpointDependencies,
  type HttpDependencies,
  type IncomingRequest,
  page,
  readBody,
} from './endpoint'

export interface NamedAttempt {
  readonly reference: string
  readonly attempt: number
}

/**
 * POST {base}/callback/:attempt: the shopper's browser comes back from a way to pay that was started by API. Its address names
 * the attempt, its hash proves where it comes from, and neither says what became of the payment: that is asked. A wrong
 * hash asks nothing. Without `callbackKey` no hash can be checked, and the callback is worth what a shopper's return is.
 */
export async function directCallback(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  { reference, attempt }: NamedAttempt,
): Promise<Response> {
  if (incoming.request.method !== 'POST') return page(incoming, 'refused', 405, { allow: 'POST' })
  const body = await readBody(incoming.request, CALLBACK_LIMITS)
  if (body.kind === 'refused') return page(incoming, 'refused', body.status)
  const record = await deps.platform.findCheckout({ reference, attempt })
  if (record === undefined) return page(incoming, 'not-found', 404)
  const fields = Object.fromEntries(new URLSearchParams(body.text))
  const key = callbackKeyOf(deps, record)
  const isGenuine = key === undefined || !hasHashedCallback(record) || isGenuineDirectCallback(fields, key)
  return isGenuine ? settleAndReturn(deps, incoming, record) : refuseForged(deps, incoming, record)
}

const callbackKeyOf = ({ options }: HttpDependencies, { account }: CheckoutRecord): string | undefined =>
  options.merchants[merchantOf(options, account)]?.callbackKey

/** The shopper may have paid all the same, when the key is the wrong one: webhook and scheduled checks find that. */
function refuseForged(
  { logger, mayLog }: EndpointDependencies,
  incoming: IncomingRequest,
  { id }: CheckoutRecord,
): Response {
  if (mayLog('forged')) {
    logger.warn(
      'A callback with a wrong hash was refused; check callbackKey if this repeats (said once a minute)',
      {
        requestId: incoming.requestId,
        checkout: id,
      },
    )
  }
  return page(incoming, 'failed', 403)
}
