import { publicClientOf } from './client-address'
import { CraftgateError } from './errors'
import { CHECKOUT_ERRORS } from './messages/checkout'

const MINUTE_MS = 60_000
const MOST_ADDRESSES = 10_000

/**
 * So many times a minute for each address; answers whether this time is one of them. Who sends no address shares one with
 * everybody else who sends none.
 */
export function limitPerMinute(most: number, clock: () => Date): (address: string | undefined) => boolean {
  const counted = new Map<string, { readonly until: number; times: number }>()
  return (address = '') => {
    const now = clock().getTime()
    const known = counted.get(address)
    if (known !== undefined && now < known.until) {
      known.times += 1
      return known.times <= most
    }
    counted.delete(address)
    counted.set(address, { until: now + MINUTE_MS, times: 1 })
    const [oldest] = counted.keys()
    if (counted.size > MOST_ADDRESSES && oldest !== undefined) counted.delete(oldest)
    return true
  }
}

interface Allowance {
  readonly left: number
  readonly at: number
}

/**
 * So many times a minute for each client of the internet, after twice as many at once; answers whether this time is one of
 * them. Who sends no address is not limited, nor is a loopback or private address. Counts in this process only.
 */
export function limitPerAddress(
  perMinute: number | false,
  clock: () => Date,
): (address: string | undefined) => boolean {
  if (perMinute === false) return () => true
  const most = 2 * perMinute
  const allowances = new Map<string, Allowance>()
  return (address = '') => {
    const client = publicClientOf(address)
    if (client === undefined) return true
    const now = clock().getTime()
    const { left, at } = allowances.get(client) ?? { left: most, at: now }
    const earned = (Math.max(0, now - at) * perMinute) / MINUTE_MS
    const allowed = Math.min(most, left + earned)
    const admitted = allowed >= 1
    allowances.delete(client)
    allowances.set(client, { left: admitted ? allowed - 1 : allowed, at: now })
    const [oldest] = allowances.keys()
    if (allowances.size > MOST_ADDRESSES && oldest !== undefined) allowances.delete(oldest)
    return admitted
  }
}

const TOO_MANY = 'too-many-requests'

export function tooManyRequests(): CraftgateError {
  const message = CHECKOUT_ERRORS[TOO_MANY]
  return new CraftgateError({
    kind: 'unavailable',
    code: TOO_MANY,
    message: message.en,
    retry: 'same-key',
    merchantMessage: message,
  })
}

export const isTooManyRequests = (error: unknown): boolean =>
  CraftgateError.is(error) && error.code === TOO_MANY
