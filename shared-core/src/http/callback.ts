import { createHash } from 'node:crypto'
import type { Returned } from '../commerce'
import { logError } from '../logger'
import { isTypedCard } from '../methods'
import type { CheckoutRecord } from '../platform'
import { isTooManyRequests } from '../rate-limit'
import {
  type EndpointDependencies,
  equalInConstantTime,
  type HttpDependencies,
  type IncomingRequest,
  page,
  readBody,
  returnToShop,
  tooMany,
} from './endpoint'
import { payLink } from './pay-link'
import { seeOther } from './shopper-page'

export const CALLBACK_LIMITS = { mediaType: 'application/x-www-form-urlencoded', maxBytes: 16 * 1024 }
/** Nothing that a database refuses to compare, such as a NUL. */
const TOKEN = /^[\x21-\x7e]{1,200}$/

/**
 * POST {base}/callback: the shopper's browser comes back from the hosted page with nothing but the token. It proves
 * nothing; it only says which attempt to ask Craftgate about. 429 for an address that comes too often: only the question is
 * refused, and reconcile asks it.
 */
export async function callback(deps: EndpointDependencies, incoming: IncomingRequest): Promise<Response> {
  if (incoming.request.method !== 'POST') return page(incoming, 'refused', 405, { allow: 'POST' })
  const body = await readBody(incoming.request, CALLBACK_LIMITS)
  if (body.kind === 'refused') return page(incoming, 'refused', body.status)
  const token = tokenOf(body.text)
  if (token === undefined) return page(incoming, 'refused', 400)
  const record = await deps.platform.findCheckout({ token })
  if (record === undefined) return page(incoming, 'not-found', 404)
  return settleAndReturn(deps, incoming, record)
}

/** What every callback ends in: Craftgate is asked, and the shopper goes back to the shop. */
export async function settleAndReturn(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  record: CheckoutRecord,
): Promise<Response> {
  const returned = await settleOrWait(deps, incoming, record)
  if (returned === 'too-many') return tooMany(deps, incoming)
  // As on Craftgate's page: who typed a card that was declined is asked for another, and reads why.
  if (returned.outcome.kind === 'declined' && isTypedCard(record))
    return seeOther(payLink(deps.options, record.reference, 'CARD'))
  return returnToShop(deps, incoming, returned)
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
): Promise<Returned | 'too-many'> {
  try {
    return await deps.settleNotified(record, 'return', incoming.client)
  } catch (error) {
    if (isTooManyRequests(error)) return 'too-many'
    deps.logger.error('A checkout could not be settled at its callback; reconcile will', {
      requestId: incoming.requestId,
      checkout: record.id,
      error: logError(error),
    })
    return { record, outcome: { kind: 'pending' } }
  }
}

// The signature of a 3D Secure or APM callback: of what is paid without the hosted page.

/** The form fields of a callback; null and absent are the same. */
export type CallbackFields = Readonly<Record<string, string | null | undefined>>

const V1 = ['status', 'completeStatus', 'paymentId', 'conversationData', 'conversationId', 'callbackStatus']
const GARANTI_PAY = ['status', 'paymentId', 'conversationData', 'conversationId', 'callbackStatus']
const APM = ['status', 'paymentId', 'conversationId', 'callbackStatus']
/** A V2 hash that leaves one of these out would let it be exchanged. */
const MUST_BE_HASHED = ['status', 'paymentId', 'conversationId']

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const joined = (fields: CallbackFields, names: readonly string[], key: string, delimiter: string): string =>
  [key, ...names.map((name) => fields[name] ?? '')].join(delimiter)

const matches = (fields: CallbackFields, hashed: string): boolean =>
  equalInConstantTime(sha256(hashed), (fields.hash ?? '').toLowerCase())

const isV1 = (fields: CallbackFields, key: string): boolean => matches(fields, joined(fields, V1, key, '###'))

function isV2(fields: CallbackFields, key: string): boolean {
  const names = (fields.hashParams ?? '').split(':')
  const complete = MUST_BE_HASHED.every((name) => names.includes(name))
  const distinct = new Set(names).size === names.length
  return matches(fields, joined(fields, names, key, '')) && complete && distinct
}

/**
 * True when Craftgate made this 3D Secure callback (V2 when it names `hashParams`, else V1). It proves the origin
 * only: V2 joins its values without a delimiter, so they can be shifted between fields. Ask Craftgate for the truth.
 * developer.craftgate.io/api/payment/create-3d-secure-payment
 */
export const isGenuineThreeDSCallback = (fields: CallbackFields, callbackKey: string): boolean =>
  fields.hashParams ? isV2(fields, callbackKey) : isV1(fields, callbackKey)

/**
 * True when Craftgate made this APM, GarantiPay or World Pay callback. The pages describe shorter orders than the one
 * that their own examples and the official SDK use, so each is accepted; all are compared, whichever fits first.
 */
export function isGenuineApmCallback(fields: CallbackFields, callbackKey: string): boolean {
  const verdicts = [V1, GARANTI_PAY, APM].map((names) =>
    matches(fields, joined(fields, names, callbackKey, '###')),
  )
  return verdicts.includes(true)
}

/** True when Craftgate made this callback of a payment that was started by API, whichever of its orders it is hashed by. */
export const isGenuineDirectCallback = (fields: CallbackFields, callbackKey: string): boolean =>
  fields.hashParams ? isV2(fields, callbackKey) : isGenuineApmCallback(fields, callbackKey)

/**
 * What a genuine callback asks for. A FAILURE with ALREADY_RETURNED repeats a payment that was verified before:
 * look it up instead of failing it.
 */
export function callbackMeans(fields: CallbackFields): 'succeeded' | 'failed' | 'look-it-up' {
  if (fields.callbackStatus === 'ALREADY_RETURNED') return 'look-it-up'
  return fields.status === 'SUCCESS' ? 'succeeded' : 'failed'
}
