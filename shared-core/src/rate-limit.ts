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
    keepNewest(counted, address, { until: now + MINUTE_MS, times: 1 })
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
    keepNewest(allowances, client, { left: admitted ? allowed - 1 : allowed, at: now })
    return admitted
  }
}

/** A map stays as small as this, whoever asks: the address that was written longest ago is forgotten. */
function keepNewest<T>(addresses: Map<string, T>, address: string, value: T): void {
  addresses.delete(address)
  addresses.set(address, value)
  const [oldest] = addresses.keys()
  if (addresses.size > MOST_ADDRESSES && oldest !== undefined) addresses.delete(oldest)
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
