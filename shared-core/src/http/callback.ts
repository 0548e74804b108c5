import type { SettleResult } from '../commerce'
import { logError } from '../log-error'
import type { CheckoutRecord } from '../platform'
import { page } from './answers'
import type { InboundParts, Visit } from './inbound-parts'
import { readBody } from './read-body'
import { returnToShop } from './return-to-shop'

const LIMITS = { mediaType: 'application/x-www-form-urlencoded', maxBytes: 16 * 1024 }
/** Nothing that a database refuses to compare, such as a NUL. */
const TOKEN = /^[\x21-\x7e]{1,200}$/

/**
 * POST {base}/callback: the shopper's browser comes back from the hosted page with nothing but the token. It proves
 * nothing; it only says which attempt to ask Craftgate about.
 */
export async function callback(parts: InboundParts, visit: Visit): Promise<Response> {
  if (visit.request.method !== 'POST') return page(visit, 'refused', 405, { allow: 'POST' })
  const body = await readBody(visit.request, LIMITS)
  if (body.kind === 'refused') return page(visit, 'refused', body.status)
  const token = tokenOf(body.text)
  if (token === undefined) return page(visit, 'refused', 400)
  const record = await parts.platform.findCheckout({ token })
  if (record === undefined) return page(visit, 'not-found', 404)
  return returnToShop(parts, visit, await settleOrWait(parts, visit, record))
}

function tokenOf(form: string): string | undefined {
  const [token, ...more] = new URLSearchParams(form).getAll('token')
  return token !== undefined && more.length === 0 && TOKEN.test(token) ? token : undefined
}

/** When the truth cannot be had now, the shopper goes on to a page that says "pending", and reconcile finishes. */
async function settleOrWait(
  parts: InboundParts,
  visit: Visit,
  record: CheckoutRecord,
): Promise<SettleResult> {
  try {
    return await parts.settle(record)
  } catch (error) {
    parts.logger.error('A checkout could not be settled at its callback; reconcile will', {
      requestId: visit.requestId,
      checkout: record.id,
      error: logError(error),
    })
    return { record, outcome: { kind: 'pending' } }
  }
}
