// Bank transfer and cash on delivery: the shop places the order unpaid, and when the money came it is recorded at Craftgate.
// developer.craftgate.io/api/payment/fund_transfer_and_cod
import { randomUUID } from 'node:crypto'
import type { Checkout } from '../checkout'
import { beginCheckout } from '../checkout/begin'
import type { OfflineRequest, OfflineResult } from '../commerce'
import { offlineMethodOf } from '../methods'
import type { CheckoutRecord } from '../platform'
import {
  followRecording,
  isUnderWay,
  type OfflineDependencies,
  type PaidBy,
  recordOffline,
  waitOn,
} from './record-offline'

export interface OfflinePayments {
  begin(request: OfflineRequest): Promise<CheckoutRecord>
  record(reference: string, by?: PaidBy): Promise<OfflineResult>
  /**
   * An attempt whose money is being recorded is followed before it is settled, and not closed. An order that could not take the
   * payment of a link waits on.
   */
  around(pages: Pick<Checkout, 'settle' | 'expire'>): Pick<Checkout, 'settle' | 'expire'>
}

export function createOfflinePayments(parts: Omit<OfflineDependencies, 'newKey'>): OfflinePayments {
  const deps = { ...parts, newKey: randomUUID }
  return {
    begin: (request) => begin(deps, request),
    record: (reference, by) => recordOffline(deps, reference, by),
    around: (pages) => ({
      async settle(record, occasion) {
        const settled = await pages.settle(await followRecording(deps, record), occasion)
        await waitOn(deps, settled.record)
        return settled
      },
      expire: async (record) =>
        isUnderWay(record) ? { record, outcome: { kind: 'pending' } } : pages.expire(record),
    }),
  }
}

async function begin(
  deps: OfflineDependencies,
  { method, ...sale }: OfflineRequest,
): Promise<CheckoutRecord> {
  const earlier = await deps.platform.findCheckout({ reference: sale.reference })
  if (earlier !== undefined && offlineMethodOf(earlier) === undefined)
    throw new Error(`Reference ${sale.reference} was begun for a page`)
  return beginCheckout(deps, { ...sale, context: { ...sale.context, offline: method } })
}
