import {
  type CheckoutRecord,
  money,
  type PaymentFacts,
  type PaymentOperation,
} from '@craftgate-commerce/core'
import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import type { Tenant } from '../../packages/shopify/src/context/tenant'
import { findGroupWinner } from '../../packages/shopify/src/sessions/checkout-group'
import { insertSession, OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Craftgate numbers the payments of each account by itself, so that two of them may bear the same number.

const KEYS = { apiKey: 'api-key', secretKey: 'secret-key', webhookKey: 'webhook-key' }
const LIRA = money(12_300, 'TRY')

let apps: TestApps
let context: AppContext
let services: AppServices
beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_accounts')
  const opened = await apps.open()
  context = { ...opened, options: { ...opened.options, craftgate: { emulator: 'http://127.0.0.1:9' } } }
  services = createServices(context, { enqueue: async () => {} })
})
afterEach(async () => {
  await services.tenants.close()
  await apps.close()
})

const record = (id: string, account: string, paymentIds: readonly number[]): CheckoutRecord => ({
  id,
  reference: id,
  attempt: 1,
  account,
  order: id,
  context: {},
  phase: 'AUTH',
  state: 'captured',
  expected: LIRA,
  paymentIds,
  createdAt: context.clock(),
  stateSince: context.clock(),
  updatedAt: context.clock(),
  version: 0,
})

const operation = (key: string, account: string, paymentId: number): PaymentOperation => ({
  key,
  kind: 'refund',
  account,
  paymentId,
  amount: LIRA,
  steps: [],
  state: 'done',
  createdAt: context.clock(),
  updatedAt: context.clock(),
  version: 0,
})

const facts = (paymentId: number): PaymentFacts => ({
  paymentId,
  price: LIRA,
  paidPrice: LIRA,
  installment: 1,
  phase: 'AUTH',
  threeDS: true,
  transactions: [],
})

const captured = (paymentId: number) => ({ kind: 'captured', facts: facts(paymentId) }) as const

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

const keysOf = (operations: readonly PaymentOperation[]) => operations.map(({ key }) => key)

const LIVE: Tenant = { shop: SHOP, mode: 'live' }

describe.each<[string, { tenant: Tenant; account: string }, { tenant: Tenant; account: string }]>([
  [
    'live and test of one shop',
    { tenant: LIVE, account: 'live' },
    { tenant: { shop: SHOP, mode: 'test' }, account: 'test' },
  ],
  [
    'two shops whose accounts bear one name',
    { tenant: LIVE, account: 'live' },
    { tenant: { shop: OTHER_SHOP, mode: 'live' }, account: 'live' },
  ],
  [
    'two accounts that one shop had one after the other',
    { tenant: LIVE, account: 'before' },
    { tenant: LIVE, account: 'after' },
  ],
])('the same payment number in %s', (_, first, second) => {
  const storesOf = ({ tenant }: typeof first) => services.tenants.stores(tenant)

  test('each number leads to the attempt of its own account', async () => {
    for (const [id, one] of [
      ['first', first],
      ['second', second],
    ] as const)
      expect(await storesOf(one).checkouts.save(record(id, one.account, [7]))).not.toBe('conflict')
    const found = [first, second].map((one) =>
      storesOf(one).checkouts.find({ account: one.account, paymentId: 7 }),
    )
    expect((await Promise.all(found)).map((each) => each?.id)).toEqual(['first', 'second'])
  })

  test('each account has its own operations, also under the same key', async () => {
    for (const one of [first, second])
      expect(await storesOf(one).operations.save(operation('refund-1', one.account, 7))).not.toBe('conflict')
    const [ours] = await storesOf(first).operations.of({ account: first.account, paymentId: 7 })
    if (!ours) throw new Error('The operation is gone')
    const acknowledged = { ...ours, acknowledgedAt: context.clock() }
    expect(await storesOf(first).operations.save(acknowledged)).not.toBe('conflict')
    const theirs = await storesOf(second).operations.of({ account: second.account, paymentId: 7 })
    expect(theirs.map(({ acknowledgedAt, version }) => ({ acknowledgedAt, version }))).toEqual([
      { acknowledgedAt: undefined, version: 1 },
    ])
  })

  test('work on the one does not wait for work on the other', async () => {
    const done: string[] = []
    await storesOf(first).lock.exclusively({ account: first.account, paymentId: 7 }, async () => {
      await storesOf(second).lock.exclusively({ account: second.account, paymentId: 7 }, async () => {
        done.push('second')
      })
      done.push('first')
    })
    expect(done).toEqual(['second', 'first'])
  })

  test('each pays its own session, and neither is taken for the other', async () => {
    for (const [id, one] of [
      ['first', first],
      ['second', second],
    ] as const) {
      await services.shops.installed(one.tenant.shop, { accessToken: 'token', scope: '' })
      await insertSession(context, { id, ...one.tenant })
      const paid = record(id, one.account, [7])
      await storesOf(one).checkouts.save(paid)
      // Shopify is not there: what was decided is written down and reported later.
      await services.outcomes.apply(paid, captured(7)).catch(() => undefined)
    }
    const winners = await Promise.all(
      (['first', 'second'] as const).map(async (id) => {
        const session = await services.sessions.find(id)
        if (!session) throw new Error(`${id} is gone`)
        return services.sessions.transaction((manager) => findGroupWinner(manager, session))
      }),
    )
    expect(winners).toMatchObject([
      { sessionId: 'first', account: first.account, paymentId: 7 },
      { sessionId: 'second', account: second.account, paymentId: 7 },
    ])
  })
})

test('of one session, a payment of the same number in another account is an unexpected one', async () => {
  await services.shops.installed(SHOP, { accessToken: 'token', scope: '' })
  await insertSession(context, { id: 'paid' })
  const before = record('paid', 'before', [7])
  await services.outcomes.apply(before, captured(7)).catch(() => undefined)
  expect(await services.outcomes.apply({ ...before, account: 'after' }, captured(7))).toBe('unexpected')
})

test('an attempt that was paid by several payments is found by each, and no other attempt may have one of them', async () => {
  const { checkouts } = services.tenants.stores(LIVE)
  const saved = await checkouts.save(record('split', 'live', [7]))
  if (saved === 'conflict') throw new Error('Nobody else is here')
  expect(await checkouts.save({ ...saved, paymentIds: [7, 8] })).not.toBe('conflict')
  for (const paymentId of [7, 8])
    expect(await checkouts.find({ account: 'live', paymentId })).toMatchObject({
      id: 'split',
      paymentIds: [7, 8],
    })
  expect(await checkouts.save(record('other', 'live', [8]))).toBe('conflict')
  expect(await checkouts.find({ reference: 'other' })).toBeUndefined()
  const third = await checkouts.save(record('third', 'live', []))
  if (third === 'conflict') throw new Error('Nobody else is here')
  expect(await checkouts.save({ ...third, paymentIds: [7] })).toBe('conflict')
  expect(await checkouts.find({ reference: 'third' })).toMatchObject({ paymentIds: [], version: 1 })
})

test('an operation is open until it is acknowledged, whatever became of it', async () => {
  const { operations } = services.tenants.stores(LIVE)
  await operations.save(operation('told', 'live', 7))
  await operations.save(operation('untold', 'live', 8))
  const [acknowledged] = await operations.of({ account: 'live', paymentId: 7 })
  if (!acknowledged) throw new Error('The operation is gone')
  await operations.save({ ...acknowledged, acknowledgedAt: context.clock() })
  expect(keysOf(await all(operations.open(new Date(context.clock().getTime() + 1))))).toEqual(['untold'])
})

test('an operation that ended is acknowledged when its session has its resolution, though Shopify is away', async () => {
  await services.shops.installed(SHOP, { accessToken: 'token', scope: '' })
  await insertSession(context, { id: 'paid' })
  await insertSession(context, { id: 'back', kind: 'refund', paymentSessionId: 'paid', group: null })
  const ended = { ...operation('refund-back', 'live', 7), shopReference: 'back' }
  for (const _ of ['told', 'told again']) await services.transactions.operationEnded(ended)
  expect(await services.sessions.find('back')).toMatchObject({
    resolution: { mutation: 'refundSessionResolve' },
    syncStatus: null,
  })
  const events = await context.database.query(
    `SELECT count(*)::int AS count FROM craftgate_session_event WHERE session_id = 'back' AND what = 'resolution-set'`,
  )
  expect(events).toEqual([{ count: 1 }])
})

test('a refund of a payment in an account that the shop has left is rejected, with the reason', async () => {
  await services.shops.installed(SHOP, { accessToken: 'token', scope: '' })
  await services.keys.save(LIVE, KEYS, 'before')
  await insertSession(context, { id: 'paid' })
  await services.outcomes.apply(record('paid', 'before', [7]), captured(7)).catch(() => undefined)
  await services.keys.save(LIVE, KEYS, 'after')
  await insertSession(context, { id: 'back', kind: 'refund', paymentSessionId: 'paid', group: null })
  await services.transactions.process('back')
  expect(await services.sessions.find('back')).toMatchObject({
    resolution: {
      mutation: 'refundSessionReject',
      reason: { merchantMessage: expect.stringContaining("'before' hesabına ait") },
    },
  })
})

test('other keys of an account leave its name, and keys of another take another name', async () => {
  await services.keys.save(LIVE, KEYS)
  const first = await services.keys.read(LIVE)
  await services.keys.save(LIVE, { ...KEYS, apiKey: 'another' })
  expect((await services.keys.read(LIVE))?.account).toBe(first?.account)
  await services.keys.save(LIVE, KEYS, 'after')
  expect((await services.keys.read(LIVE))?.account).toBe('after')
})
