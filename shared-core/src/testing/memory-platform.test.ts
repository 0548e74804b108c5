import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { MemoryPlatform } from './memory-platform'
import { orderOf } from './shop-harness'

const recordOf = (over: Partial<CheckoutRecord> = {}): CheckoutRecord => ({
  id: 'a1',
  reference: 's1',
  attempt: 1,
  account: 'tr:sandbox',
  order: 'o1',
  context: {},
  phase: 'AUTH',
  paymentIds: [],
  state: 'open',
  expected: { minor: 100, currency: 'TRY' },
  createdAt: new Date(0),
  updatedAt: new Date(0),
  stateSince: new Date(0),
  version: 0,
  ...over,
})

const saved = async (
  platform: MemoryPlatform,
  over: Partial<CheckoutRecord> = {},
): Promise<CheckoutRecord> => {
  const record = await platform.saveCheckout(recordOf(over))
  if (record === 'conflict') throw new Error('unexpected conflict')
  return record
}

test('of two writes of one version the second is a conflict', async () => {
  const platform = new MemoryPlatform()
  const record = await saved(platform)
  expect(await platform.saveCheckout({ ...record, note: 'one' })).toMatchObject({ version: 2, note: 'one' })
  expect(await platform.saveCheckout({ ...record, note: 'two' })).toBe('conflict')
})

test('an id and a token exist once', async () => {
  const platform = new MemoryPlatform()
  await saved(platform, { token: 't' })
  expect(await platform.saveCheckout(recordOf())).toBe('conflict')
  expect(await platform.saveCheckout(recordOf({ id: 'a2', token: 't' }))).toBe('conflict')
})

test('what is stored cannot be changed from outside', async () => {
  const platform = new MemoryPlatform()
  const record = await saved(platform)
  Object.assign(record.expected, { minor: 1 })
  expect((await platform.findCheckout({ reference: 's1' }))?.expected.minor).toBe(100)
})

test('a reference finds its newest attempt', async () => {
  const platform = new MemoryPlatform()
  await saved(platform, { id: 'a2', attempt: 2 })
  await saved(platform)
  expect(await platform.findCheckout({ reference: 's1' })).toMatchObject({ attempt: 2 })
})

test('work on one payment runs one after the other, also after a failure', async () => {
  const platform = new MemoryPlatform()
  const steps: string[] = []
  const step = (name: string) => async () => {
    steps.push(`${name} in`)
    await new Promise(setImmediate)
    steps.push(`${name} out`)
    if (name === 'a') throw new Error('a failed')
  }
  const payment = { account: 'tr:sandbox', paymentId: 1 }
  await Promise.allSettled([
    platform.exclusively(payment, step('a')),
    platform.exclusively(payment, step('b')),
  ])
  expect(steps).toEqual(['a in', 'a out', 'b in', 'b out'])
})

test('money that goes back pays no order, unless the order holds it', async () => {
  const platform = new MemoryPlatform()
  platform.addOrder('o1', orderOf(100))
  const open = await saved(platform)
  expect(await platform.apply(open, paid(7))).toBe('applied')
  const record = await saved(platform, { ...open, state: 'refunding' })
  expect(await platform.apply(record, paid(7))).toBe('already')
  expect(await platform.apply(record, paid(8))).toBe('unexpected')
  expect(await platform.apply(record, { kind: 'declined', error: { code: '1' } })).toBe('unexpected')
})

function paid(paymentId: number): PaymentOutcome {
  const price = { minor: 100, currency: 'TRY' as const }
  const facts = { paymentId, price, paidPrice: price, installment: 1, threeDS: false, transactions: [] }
  return { kind: 'captured', facts: { ...facts, phase: 'AUTH' } }
}
