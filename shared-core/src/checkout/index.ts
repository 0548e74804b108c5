// One attempt to pay on Craftgate's hosted page: begin, start, resolve, settle, expire.
// State changes follow the table in record.ts; every doubt is answered by asking Craftgate.
import type { BeginRequest, Opener, SettleResult, StartResult } from '../commerce'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { beginCheckout } from './begin'
import { expireCheckout } from './hosted-page'
import { oneOpeningAtATime } from './one-opening'
import type { CheckoutDependencies } from './record'
import { type Occasion, resolveCheckout, settleCheckout } from './settle'

import { startCheckout } from './start'

export type { CheckoutDependencies } from './record'

export interface Checkout {
  begin(sale: BeginRequest): Promise<CheckoutRecord>
  start(record: CheckoutRecord, opener?: Opener): Promise<StartResult>
  settle(record: CheckoutRecord, occasion?: Occasion): Promise<SettleResult>
  resolve(record: CheckoutRecord): Promise<PaymentOutcome>
  expire(record: CheckoutRecord): Promise<SettleResult>
}

export function createCheckout(deps: CheckoutDependencies): Checkout {
  const start = oneOpeningAtATime((record, opener) => startCheckout(deps, record, opener))
  return {
    begin: (sale) => beginCheckout(deps, sale),
    start: (record, opener = {}) => start(record, opener),
    settle: (record, occasion) => settleCheckout(deps, record, occasion),
    resolve: (record) => resolveCheckout(deps, record),
    expire: (record) => expireCheckout(deps, record),
  }
}
