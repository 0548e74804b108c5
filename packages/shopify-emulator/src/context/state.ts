import { loadState } from '@craftgate-commerce/emulator-kit'
import { z } from 'zod'
import type { Checkout } from './checkout'
import type { Order } from './order'
import type { PaymentSession } from './payment-session'
import type { ShopState } from './shop-state'
import type { Transaction } from './transaction'
import type { Violation } from './violation'

/** Everything that is remembered. Plain data: it is written to the state file as it is. */
export interface State {
  savedAt?: number
  lastOrderNumber: number
  readonly shops: Record<string, ShopState>
  readonly checkouts: Checkout[]
  readonly sessions: PaymentSession[]
  readonly transactions: Transaction[]
  readonly orders: Order[]
  readonly violations: Violation[]
}

const emptyState = (): State => ({
  lastOrderNumber: 1000,
  shops: {},
  checkouts: [],
  sessions: [],
  transactions: [],
  orders: [],
  violations: [],
})

const list = z.array(z.looseObject({}))
const schema = z.object({
  savedAt: z.number().optional(),
  lastOrderNumber: z.number().int(),
  shops: z.record(z.string(), z.looseObject({})),
  checkouts: list,
  sessions: list,
  transactions: list,
  orders: list,
  violations: list,
})

/** What an earlier run left, or the empty state. Throws one line when the file is broken. */
export const loadEmulatorState = (path: string | undefined): State =>
  loadState(path, { schema, empty: emptyState })
