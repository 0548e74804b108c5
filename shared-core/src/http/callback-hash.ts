import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes the same time wherever the first difference is, and whatever the lengths are. */
export const equalInConstantTime = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

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

/**
 * What a genuine callback asks for. A FAILURE with ALREADY_RETURNED repeats a payment that was verified before:
 * look it up instead of failing it.
 */
export function callbackMeans(fields: CallbackFields): 'succeeded' | 'failed' | 'look-it-up' {
  if (fields.callbackStatus === 'ALREADY_RETURNED') return 'look-it-up'
  return fields.status === 'SUCCESS' ? 'succeeded' : 'failed'
}
