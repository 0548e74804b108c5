// One attempt to pay on Craftgate's hosted page: begin, start, resolve, settle, expire.
// State changes follow state-table.ts; every doubt is answered by asking Craftgate.
import type { BeginRequest, ClientInfo, SettleResult, StartResult } from '../commerce'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { beginCheckout } from './begin'
import type { CheckoutParts } from './checkout-parts'
import { expireCheckout } from './expire'
import { resolveCheckout } from './resolve'
import { settleCheckout } from './settle'
import { startCheckout } from './start'

export type { CheckoutParts } from './checkout-parts'

export interface Checkout {
  begin(sale: BeginRequest): Promise<CheckoutRecord>
  start(record: CheckoutRecord, peer?: ClientInfo): Promise<StartResult>
  settle(record: CheckoutRecord): Promise<SettleResult>
  resolve(record: CheckoutRecord): Promise<PaymentOutcome>
  expire(record: CheckoutRecord): Promise<SettleResult>
}

export const createCheckout = (parts: CheckoutParts): Checkout => ({
  begin: (sale) => beginCheckout(parts, sale),
  start: (record, peer) => startCheckout(parts, record, peer),
  settle: (record) => settleCheckout(parts, record),
  resolve: (record) => resolveCheckout(parts, record),
  expire: (record) => expireCheckout(parts, record),
})
