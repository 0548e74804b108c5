// Money that the merchant gave back without Craftgate is marked there, once, at the emulator.
import { type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { type CraftgateClient, createClient } from '../client'
import { silentLogger } from '../logger'
import type { Money } from '../money'
import { MemoryPlatform } from '../testing'
import { createOperations, type Operations } from '.'
import { failureOf, tl } from './testing/operations-harness'

const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }

let sandbox: Sandbox
let client: CraftgateClient
let operations: Operations

const clock = () => sandbox.control.clock.now()

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.control.reset()
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  client = createClient({ apiKey, secretKey, webhookKey, environment }, { deadlines })
  operations = createOperations({
    platform: new MemoryPlatform({ clock }),
    clientFor: () => client,
    fingerprintOf: () => 'first',
    options: { partialRefunds: 'proportional', deadlines, reconcileAfterSeconds: 0 },
    logger: silentLogger,
    clock,
    pause: async () => {},
  })
})
afterEach(() => client.close())

/** Two items of 120.00 and 80.00, with 16.50 of interest; a card whose bank refuses refunds. */
async function paid(): Promise<number> {
  const body = {
    ...({ price: 200, paidPrice: 216.5, installment: 1, currency: 'TRY', paymentGroup: 'PRODUCT' } as const),
    items: [
      { name: 'Kahve', price: 120, externalId: 'item-1' },
      { name: 'Fincan', price: 80, externalId: 'item-2' },
    ],
    card: testCards.refundNotPossible,
  }
  const { id } = (await client.call('createPayment', { body })) as { id: number }
  return id
}

const outside = (paymentId: number, amount: Money, key = 'r1') => ({
  ...{ account: 'tr:sandbox', paymentId, amount, key, destination: 'outside' as const },
})

const marks = () =>
  sandbox.control
    .requests()
    .filter(({ path }) => path.endsWith('/mark-as-refunded'))
    .map(({ path }) => path.split('/').at(-2))

const refundable = async (paymentId: number) => {
  const report = await client.call('retrievePaymentReport', { path: { paymentId } })
  return (report as { refundablePrice: number }).refundablePrice
}

test('all of it is marked by one call, with the interest, and a second press does nothing', async () => {
  const id = await paid()
  const request = outside(id, tl(20_000))
  expect(await operations.previewRefund(request)).toMatchObject({ state: 'possible', cardAmount: tl(21_650) })
  const [one, two] = await Promise.all([operations.refund(request), operations.refund(request)])
  expect([one.state, two.state, marks()]).toEqual(['done', 'done', ['refunds']])
  expect(await refundable(id)).toBe(0)
  expect(failureOf(await operations.refund(outside(id, tl(100), 'r2')))).toMatchObject({
    error: { code: 'beyond-left' },
  })
  expect(failureOf(await operations.refund({ ...request, destination: undefined }))).toMatchObject({
    error: { code: 'key-taken' },
  })
})

test('a part is marked by transaction, and the bank that refuses refunds is not asked', async () => {
  const id = await paid()
  const { destination: _outside, ...byBank } = outside(id, tl(10_000), 'bank')
  expect(await operations.refund(byBank)).toMatchObject({ state: 'failed' })
  expect(await operations.refund(outside(id, tl(15_000)))).toMatchObject({ state: 'done' })
  expect(marks()).toEqual(['refund-transactions', 'refund-transactions'])
  expect(await refundable(id)).toBeCloseTo(54.13, 1)
})

test.each([
  ['all of it', 20_000],
  ['a part', 5_000],
])('whose answer is lost is asked about, and not marked again: %s', async (_, minor) => {
  const id = await paid()
  sandbox.control.faults.add({ match: { path: /mark-as-refunded/ }, kind: 'drop-after-commit', times: 1 })
  expect(await operations.refund(outside(id, tl(minor)))).toMatchObject({ state: 'done' })
  expect(marks()).toHaveLength(1)
})
