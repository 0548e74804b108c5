import { offlineMethodOf } from '../methods'
import type { CheckoutRecord, TransferStore, WaitingOrder, WaitingQuery } from '../platform'
import { numbersIn } from '../transfers/match'
import type { TransferRecord } from '../transfers/transfer-record'
import type { MemoryOrder } from './memory-order'
import { VersionedStore } from './versioned-store'

interface Shop {
  readonly checkouts: VersionedStore<CheckoutRecord>
  readonly orders: ReadonlyMap<string, MemoryOrder>
  readonly buyerNames: ReadonlyMap<string, readonly string[]>
}

/** Transfers of a shop in memory, and its orders that wait. */
export function memoryTransfers(shop: Shop, clock: () => Date): TransferStore {
  const rows = new VersionedStore<TransferRecord>(({ account, id }) => `${account} ${id}`, clock)
  const waitingOf = ({ account, methods }: WaitingQuery): readonly WaitingOrder[] =>
    shop.checkouts
      .all()
      .filter(
        (record) =>
          record.account === account &&
          record.state === 'created' &&
          methods.some((method) => method === offlineMethodOf(record)),
      )
      .map((record) => ({
        record,
        number: shop.orders.get(record.order)?.snapshot.number ?? record.order,
        buyerNames: shop.buyerNames.get(record.order) ?? [],
        buyerEmail: shop.orders.get(record.order)?.snapshot.buyer.email,
      }))
      .reverse()
  return {
    save: async (record) => rows.save(record),
    of: async (account, ids) => rows.all().filter((row) => row.account === account && ids.includes(row.id)),
    undecided: async (account, limit) =>
      rows
        .all()
        .filter((row) => row.account === account && row.state === 'undecided')
        .reverse()
        .slice(0, limit),
    async waiting(query) {
      const { limit, amounts, numbers, references } = query
      const all = waitingOf(query)
      if (references !== undefined) return all.filter(({ record }) => references.includes(record.reference))
      const isNamed = ({ record, number }: WaitingOrder) =>
        amounts.includes(record.expected.minor) || numbersIn(number).some((each) => numbers.includes(each))
      return all.filter((order, at) => at < limit || isNamed(order))
    },
  }
}
