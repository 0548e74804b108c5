import type { SettlementEntries } from '@craftgate-commerce/core/adapter'

/** No entries, but what a test has of them. */
export const memorySettlement = (over: Partial<SettlementEntries>): SettlementEntries => ({
  figures: async () => ({ payouts: [], unknown: [], refunds: [], isCut: false }),
  list: async () => [],
  ofPayments: async () => [],
  ...over,
})
