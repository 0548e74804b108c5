import { randomUUID } from 'node:crypto'
import { money } from '../money'
import type { CheckoutRecord, CommercePlatform, TransferStore } from '../platform'
import type { TransferRecord } from '../transfers/transfer-record'

interface ShopWithTransfers {
  readonly platform: CommercePlatform
  /** An attempt of a new order that waits for a transfer, written down; absent where no order can be made here. */
  readonly waiting?: () => Promise<CheckoutRecord>
}

let lastId = Math.floor(Math.random() * 1_000_000_000)

/** What `CommercePlatform.transfers` promises, as jest tests. */
export function describeTransferStore(shop: () => ShopWithTransfers): void {
  const store = (): TransferStore => {
    const { transfers } = shop().platform
    if (transfers === undefined) throw new Error("It has no transfers; say without: ['transfers']")
    return transfers
  }

  const newRecord = (over: Partial<TransferRecord> = {}): TransferRecord => {
    const now = new Date()
    return {
      ...{ account: `main:${randomUUID()}`, id: ++lastId, state: 'undecided', amount: money(81_500, 'TRY') },
      ...{ parts: [], createdAt: now, updatedAt: now, version: 0 },
      ...over,
    }
  }

  const save = async (over: Partial<TransferRecord> = {}): Promise<TransferRecord> => {
    const saved = await store().save(newRecord(over))
    if (saved === 'conflict') throw new Error('It was not stored: conflict')
    return saved
  }

  test('a transfer comes back as it was written, one version later', async () => {
    const parts = [{ reference: 's1', amount: money(81_500, 'TRY'), state: 'pending' as const }]
    const written = newRecord({
      state: 'confirmed',
      parts,
      reason: 'returned',
      id: 9_007_199_254_740_000 + (++lastId % 900),
    })
    const saved = await store().save(written)
    expect(saved).toMatchObject({ version: 1 })
    const [found] = await store().of(written.account, [written.id])
    expect({ ...found, updatedAt: 0, version: 0 }).toEqual({ ...written, updatedAt: 0, version: 0 })
  })

  test('of many writes of one version one is stored, also of those that write it first', async () => {
    const first = newRecord()
    const inserts = await Promise.all([first, first, first].map((record) => store().save(record)))
    expect(inserts.filter((answer) => answer === 'conflict')).toHaveLength(2)
    const [saved] = await store().of(first.account, [first.id])
    if (saved === undefined) throw new Error('It is not there')
    const updates = await Promise.all(
      [saved, saved].map((record) => store().save({ ...record, state: 'closed' })),
    )
    expect(updates.filter((answer) => answer === 'conflict')).toHaveLength(1)
  })

  test('a number is one of its account’s', async () => {
    const { account, id } = await save()
    const other = await save({ id })
    expect(await store().of(account, [id, ++lastId])).toMatchObject([{ account, id }])
    expect(other.account).not.toBe(account)
    expect(await store().of(account, [])).toEqual([])
  })

  test('those that are undecided are listed, newest first, as many as are asked for', async () => {
    const account = `main:${randomUUID()}`
    const all = [await save({ account }), await save({ account }), await save({ account, state: 'closed' })]
    const ids = async (limit: number) => (await store().undecided(account, limit)).map(({ id }) => id)
    expect((await ids(10)).toSorted()).toEqual(all.slice(0, 2).map(({ id }) => id))
    expect(await ids(1)).toHaveLength(1)
  })

  test('an order that waits is found by its reference, amount and number, and not when it waits no more', async () => {
    const { waiting } = shop()
    if (waiting === undefined) return
    const record = await waiting()
    const { account, reference, expected } = record
    const methods = ['FUND_TRANSFER'] as const
    const nothing = { account, methods, limit: 0, amounts: [], numbers: [] }
    const [found, ...more] = await store().waiting({ ...nothing, references: [reference] })
    expect([found?.record.reference, more]).toEqual([reference, []])
    const number = found?.number ?? ''
    for (const query of [
      { ...nothing, limit: 1 },
      { ...nothing, amounts: [expected.minor] },
      { ...nothing, numbers: [number.replace(/^#/, '').toUpperCase()] },
    ]) {
      const references = (await store().waiting(query)).map((order) => order.record.reference)
      expect([query, references.filter((each) => each === reference)]).toEqual([query, [reference]])
    }
    expect(await store().waiting({ ...nothing, account: 'other:sandbox', references: [reference] })).toEqual(
      [],
    )
    expect(await store().waiting(nothing)).toEqual([])
    const paidBy = (over: Partial<Parameters<TransferStore['waiting']>[0]>) =>
      store().waiting({ ...nothing, references: [reference], ...over })
    expect(await paidBy({ methods: ['CASH_ON_DELIVERY'] })).toEqual([])
    expect(await paidBy({ methods: ['CASH_ON_DELIVERY', 'FUND_TRANSFER'] })).toHaveLength(1)
    await shop().platform.saveCheckout({ ...record, state: 'expired' })
    expect(await store().waiting({ ...nothing, references: [reference] })).toEqual([])
  })
}
