import {
  type CheckoutRecord,
  CraftgateError,
  type IncomingTransfer,
  money,
  type TransferMatch,
  type Transfers,
} from '@craftgate-commerce/core'

/** Transfers of one account, in memory: each is confirmed for whatever is asked, of which `refused` cannot be paid. */
export function memoryTransfers(
  all: readonly IncomingTransfer[],
  refused: readonly string[] = [],
): Transfers {
  const rows = new Map(all.map((transfer) => [transfer.id, transfer]))
  const required = (id: number) => {
    const transfer = rows.get(id)
    if (transfer === undefined) throw refusal('4310', 'There is no such transfer')
    return transfer
  }
  const save = (transfer: IncomingTransfer) => {
    rows.set(transfer.id, transfer)
    return transfer
  }
  return {
    incoming: async ({ page }) => ({
      transfers: [...rows.values()].slice(page * 25, (page + 1) * 25),
      count: rows.size,
    }),
    find: async ({ id }) => required(id),
    async confirm({ id, references }) {
      const transfer = required(id)
      if (references.length === 0) throw refusal('no-order', 'Choose the order that the transfer pays.')
      const paid = references.filter((reference) => !refused.includes(reference))
      const parts = paid.map((reference) => ({ reference, amount: transfer.amount, state: 'done' as const }))
      const state = paid.length === references.length ? ('confirmed' as const) : ('undecided' as const)
      const message = { tr: 'Tutar değişti.', en: 'It owes another amount.' }
      return {
        transfer: save({ ...transfer, state, parts }),
        refused: references
          .filter((reference) => refused.includes(reference))
          .map((reference) => ({ reference, error: { code: 'other-amount' }, message })),
      }
    },
    close: async ({ id, reason }) => save({ ...required(id), state: 'closed', reason }),
    reopen: async ({ id }) => save({ ...required(id), state: 'undecided', reason: undefined }),
    undecided: async () =>
      [...rows.values()]
        .filter(({ state }) => state === 'undecided')
        .map(({ id, amount }) => ({ id, amount, createdAt: new Date('2026-11-24T10:05:00Z') })),
  }
}

const refusal = (code: string, en: string) =>
  new CraftgateError({
    ...{ kind: 'invalid-request', code, message: en, retry: 'no', merchantMessage: { tr: en, en } },
  })

/** A transfer of 815 lira that nobody decided. */
export const incomingTransfer = (over: Partial<IncomingTransfer> = {}): IncomingTransfer => ({
  ...{ id: 7, amount: money(81_500, 'TRY'), senderName: 'ALICAN AKKUS', description: '1001 nolu siparis' },
  ...{
    senderIban: 'TR870006400000111351052758',
    receivedAt: new Date('2026-11-24T07:00:00Z'),
    state: 'undecided',
  },
  ...{ parts: [], rest: money(81_500, 'TRY'), matches: [] },
  ...over,
})

/** An order that waits for 815 lira. */
export function waitingMatch(number: string, reasons: TransferMatch['reasons']): TransferMatch {
  const at = new Date('2026-11-23T10:00:00Z')
  const record: CheckoutRecord = {
    ...{ id: number, reference: `ref-${number}`, attempt: 1, account: 'main', order: number, phase: 'AUTH' },
    ...{ state: 'created', expected: money(81_500, 'TRY'), paymentIds: [], context: {}, version: 1 },
    ...{ createdAt: at, updatedAt: at, stateSince: at },
  }
  return { order: { record, number, buyerNames: [] }, reasons }
}
