import type { CheckoutRecord, PaymentOperation } from '@craftgate-commerce/core'
import { TransactionalConnection } from '@vendure/core'
import { CraftgatePlatform } from './craftgate-platform'
import { CraftgateShop } from './test/craftgate-shop'

let harness: CraftgateShop
let platform: CraftgatePlatform

beforeAll(async () => {
  harness = await CraftgateShop.start()
  platform = harness.shop.app.get(CraftgatePlatform)
}, 120_000)
afterAll(() => harness?.close())

const now = new Date('2026-11-20T10:00:00.123Z')

const recordOf = (id: string, over: Partial<CheckoutRecord> = {}): CheckoutRecord => ({
  id,
  reference: `session-${id}`,
  attempt: 1,
  account: 'main:sandbox',
  order: '1',
  context: {},
  phase: 'AUTH',
  state: 'captured',
  expected: { minor: 100, currency: 'TRY' },
  paymentIds: [],
  createdAt: now,
  updatedAt: now,
  version: 0,
  ...over,
})

const operationOf = (over: Partial<PaymentOperation> = {}): PaymentOperation => ({
  key: 'refund-1',
  kind: 'refund',
  account: 'main:sandbox',
  paymentId: 501,
  amount: { minor: 100, currency: 'TRY' },
  steps: [],
  state: 'done',
  createdAt: now,
  updatedAt: now,
  version: 0,
  ...over,
})

async function saved(record: CheckoutRecord): Promise<CheckoutRecord> {
  const stored = await platform.saveCheckout(record)
  if (stored === 'conflict') throw new Error('conflict')
  return stored
}

test('an attempt is found by any of its payments, and by none of another account', async () => {
  const open = await saved(recordOf('several'))
  await saved({ ...open, paymentIds: [401, 402] })
  for (const paymentId of [401, 402]) {
    const found = await platform.findCheckout({ account: 'main:sandbox', paymentId })
    expect(found).toMatchObject({ id: 'several', paymentIds: [401, 402], createdAt: now })
  }
  expect(await platform.findCheckout({ account: 'main:live', paymentId: 401 })).toBeUndefined()
})

test('a payment belongs to one attempt: another that claims it is not written at all', async () => {
  await saved(recordOf('first', { paymentIds: [411] }))
  const second = await saved(recordOf('second'))
  expect(await platform.saveCheckout({ ...second, state: 'open', paymentIds: [412, 411] })).toBe('conflict')
  expect(await platform.findCheckout({ reference: second.reference })).toEqual(second)
  expect(await platform.findCheckout({ account: 'main:sandbox', paymentId: 412 })).toBeUndefined()
  const elsewhere = recordOf('third', { account: 'main:live', paymentIds: [411] })
  expect(await platform.saveCheckout(elsewhere)).toMatchObject({ version: 1 })
})

test('an operation is open until it is acknowledged, whatever its state, and its key is of its account', async () => {
  const refund = await platform.saveOperation(operationOf())
  if (refund === 'conflict') throw new Error('conflict')
  expect(await platform.saveOperation(operationOf())).toBe('conflict')
  expect(await platform.saveOperation(operationOf({ account: 'main:live' }))).toMatchObject({ version: 1 })
  expect(await platform.operationsOf(refund)).toEqual([refund])
  expect(await openKeys()).toEqual(['main:sandbox refund-1', 'main:live refund-1'])
  await platform.saveOperation({ ...refund, acknowledgedAt: now })
  expect(await openKeys()).toEqual(['main:live refund-1'])
})

test('payments with the same number in two accounts are not kept waiting by each other', async () => {
  const both = ['main:sandbox', 'main:live'].map((account) => ({ account, paymentId: 421 }))
  const [first, second] = both
  if (!first || !second) throw new Error('two payments')
  const inside = await platform.exclusively(first, () => platform.exclusively(second, async () => 'inside'))
  expect(inside).toBe('inside')
})

test('times carry a zone', async () => {
  const columns: { data_type: string }[] = await harness.shop.app
    .get(TransactionalConnection)
    .rawConnection.query(
      `SELECT data_type FROM information_schema.columns
       WHERE table_name LIKE 'craftgate\\_%' AND column_name IN ('changedAt', 'startedAt', 'expiresAt', 'acknowledgedAt')`,
    )
  expect(columns).toHaveLength(6)
  expect(new Set(columns.map(({ data_type }) => data_type))).toEqual(new Set(['timestamp with time zone']))
})

async function openKeys(): Promise<string[]> {
  const keys: string[] = []
  for await (const { account, key } of platform.openOperations({ before: new Date() }))
    keys.push(`${account} ${key}`)
  return keys
}
