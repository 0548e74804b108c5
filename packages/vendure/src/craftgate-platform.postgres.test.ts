import { describeCommercePlatform } from '@craftgate-commerce/core/testing'
import { RequestContextService, TransactionalConnection } from '@vendure/core'
import { CraftgatePlatform } from './craftgate-platform'
import { SalesEntries } from './storage'
import { CraftgateShop } from './test/craftgate-shop'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 600_000)
afterAll(() => harness?.close())

const service = <T>(type: new (...dependencies: never[]) => T): T => harness.shop.app.get(type)

describeCommercePlatform('Vendure with row locks', () => ({
  platform: service(CraftgatePlatform),
  async payableOrder() {
    const { reference } = await harness.checkout()
    const record = await service(CraftgatePlatform).findCheckout({ reference })
    if (!record) throw new Error('The checkout was not written down')
    const { order, expected, context } = record
    return { order, expected, context }
  },
  sales: () => ({
    sales: service(SalesEntries),
    figures: ({ account, context: { channel = '' } }, days) =>
      service(SalesEntries).figures(channel, [account], days),
    settlement: ({ account, context: { channel = '' } }) =>
      service(SalesEntries).settlement(channel, account),
  }),
  async rolledBack(work) {
    const ctx = await service(RequestContextService).create({ apiType: 'admin' })
    const transaction = service(TransactionalConnection).withTransaction(ctx, async () => {
      await work()
      throw new Error('rolled back')
    })
    await expect(transaction).rejects.toThrow('rolled back')
  },
}))

test('a payment of another attempt is claimed by nobody: nothing of the attempt that does is written', async () => {
  const [first, second] = [await harness.checkout(), await harness.checkout()]
  const platform = service(CraftgatePlatform)
  const [owner, other] = [
    await platform.findCheckout({ reference: first.reference }),
    await platform.findCheckout({ reference: second.reference }),
  ]
  if (!owner || !other) throw new Error('The checkouts were not written down')
  await platform.saveCheckout({ ...owner, paymentIds: [411] })
  expect(await platform.saveCheckout({ ...other, state: 'open', paymentIds: [412, 411] })).toBe('conflict')
  expect(await platform.findCheckout({ reference: other.reference })).toEqual(other)
  expect(await platform.findCheckout({ account: other.account, paymentId: 412 })).toBeUndefined()
})

test('times carry a zone on Postgres, and a fraction of a second everywhere', async () => {
  const { rawConnection } = service(TransactionalConnection)
  const schema = rawConnection.options.type === 'postgres' ? 'current_schema()' : 'DATABASE()'
  const columns: { type: string; fraction: number }[] = await rawConnection.query(
    `SELECT data_type AS type, datetime_precision AS fraction FROM information_schema.columns
     WHERE table_schema = ${schema} AND table_name LIKE 'craftgate\\_%' AND datetime_precision IS NOT NULL
       AND column_name NOT IN ('createdAt', 'updatedAt')`,
  )
  expect(columns.length).toBeGreaterThanOrEqual(7)
  expect(new Set(columns.map(({ fraction }) => Number(fraction)))).toEqual(new Set([6]))
  const kept = rawConnection.options.type === 'postgres' ? 'timestamp with time zone' : 'datetime'
  expect(new Set(columns.map(({ type }) => type))).toEqual(new Set([kept]))
})
