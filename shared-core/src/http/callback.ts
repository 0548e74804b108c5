import type { SettleResult } from '../commerce'
import { logError } from '../logger'
import type { CheckoutRecord } from '../platform'
import type { HttpDependencies, IncomingRequest } from './incoming-request'
import { readBody } from './incoming-request'
import { page, returnToShop } from './responses'

const LIMITS = { mediaType: 'application/x-www-form-urlencoded', maxBytes: 16 * 1024 }
/** Nothing that a database refuses to compare, such as a NUL. */
const TOKEN = /^[\x21-\x7e]{1,200}$/

/**
 * POST {base}/callback: the shopper's browser comes back from the hosted page with nothing but the token. It proves
 * nothing; it only says which attempt to ask Craftgate about.
 */
export async function callback(deps: HttpDependencies, incoming: IncomingRequest): Promise<Response> {
  if (incoming.request.method !== 'POST') return page(incoming, 'refused', 405, { allow: 'POST' })
  const body = await readBody(incoming.request, LIMITS)
  if (body.kind === 'refused') return page(incoming, 'refused', body.status)
  const token = tokenOf(body.text)
  if (token === undefined) return page(incoming, 'refused', 400)
  const record = await deps.platform.findCheckout({ token })
  if (record === undefined) return page(incoming, 'not-found', 404)
  return returnToShop(deps, incoming, await settleOrWait(deps, incoming, record))
}

function tokenOf(form: string): string | undefined {
  const [token, ...more] = new URLSearchParams(form).getAll('token')
  return token !== undefined && more.length === 0 && TOKEN.test(token) ? token : undefined
}

/** When the truth cannot be had now, the shopper goes on to a page that says "pending", and reconcile finishes. */
async function settleOrWait(
  deps: HttpDependencies,
  incoming: IncomingRequest,
  record: CheckoutRecord,
): Promise<SettleResult> {
  try {
    return await deps.settle(record)
  } catch (error) {
    deps.logger.error('A checkout could not be settled at its callback; reconcile will', {
      requestId: incoming.requestId,
      checkout: record.id,
      error: logError(error),
    })
    return { record, outcome: { kind: 'pending' } }
  }
}
