// One attempt to pay on Craftgate's hosted page: begin, start, resolve, settle, expire.
// State changes follow the table in record.ts; every doubt is answered by asking Craftgate.
import type { BeginRequest, ClientInfo, SettleResult, StartResult } from '../commerce'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { beginCheckout } from './begin'
import { expireCheckout } from './hosted-page'
import type { CheckoutDependencies } from './record'
import { resolveCheckout, settleCheckout } from './settle'

import { startCheckout } from './start'

export type { CheckoutDependencies } from './record'

export interface Checkout {
  begin(sale: BeginRequest): Promise<CheckoutRecord>
  start(record: CheckoutRecord, client?: ClientInfo): Promise<StartResult>
  settle(record: CheckoutRecord): Promise<SettleResult>
  resolve(record: CheckoutRecord): Promise<PaymentOutcome>
  expire(record: CheckoutRecord): Promise<SettleResult>
}

export const createCheckout = (deps: CheckoutDependencies): Checkout => ({
  begin: (sale) => beginCheckout(deps, sale),
  start: (record, client) => startCheckout(deps, record, client),
  settle: (record) => settleCheckout(deps, record),
  resolve: (record) => resolveCheckout(deps, record),
  expire: (record) => expireCheckout(deps, record),
})
