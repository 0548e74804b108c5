import { useEffect, useState } from 'preact/hooks'
import type { PaymentStatus } from '../backend'
import { useShop } from './shop-context'

const EVERY_MS = 1500
/** How long a shopper looks at a spinner before the page offers something to do; it goes on asking behind it. */
const PATIENCE_MS = 12_000
const GIVE_UP_MS = 10 * 60_000
const SETTLED = new Set<PaymentStatus['state']>([
  'paid',
  'authorized',
  'in-review',
  'declined',
  'expired',
  'refunded',
  'needs-review',
])

export interface WatchedPayment {
  readonly state: 'watching' | 'long' | 'unknown'
  readonly status?: PaymentStatus
}

/** Asks how a payment stands until it has an end. */
export function usePaymentStatus(reference: string): WatchedPayment {
  const { backend } = useShop()
  const [watched, setWatched] = useState<WatchedPayment>({ state: 'watching' })
  useEffect(() => {
    const began = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    const ask = async () => {
      const status = await backend.paymentStatus(reference).catch(() => null)
      if (!current) return
      const waited = Date.now() - began
      if (status !== null) setWatched(reading(status, waited))
      const settled = status === undefined || (status && SETTLED.has(status.state))
      if (!settled && waited < GIVE_UP_MS) timer = setTimeout(ask, EVERY_MS)
    }
    void ask()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [backend, reference])
  return watched
}

function reading(status: PaymentStatus | undefined, waited: number): WatchedPayment {
  if (status === undefined) return { state: 'unknown' }
  return { state: waited < PATIENCE_MS ? 'watching' : 'long', status }
}
