import type { AlertRecord, PaymentOperation } from '@craftgate-commerce/core'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { tenantsToReconcile } from '../../packages/shopify/src/jobs/tenants-to-reconcile'
import { CraftgateKeyStore } from '../../packages/shopify/src/shops/craftgate-keys'
import { Alerts, OperationStore } from '../../packages/shopify/src/storage'
import { OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Whom the round of each minute looks at. The clock is moved by hand.

const MINUTE_MS = 60_000
const tenant = { shop: SHOP, mode: 'live' } as const

let apps: TestApps
let context: AppContext

beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_tenants_to_reconcile')
  context = await apps.open()
  const keys = new CraftgateKeyStore(context)
  const some = { apiKey: 'api', secretKey: 'secret', webhookKey: 'webhook' }
  for (const shop of [SHOP, OTHER_SHOP]) await keys.save({ shop, mode: 'live' }, some)
})
afterEach(() => apps.close())

const operations = () => new OperationStore(context.database, tenant)

const operation = (over: Partial<PaymentOperation> = {}): PaymentOperation => ({
  ...{
    key: 'refund-1',
    kind: 'refund',
    account: 'live:1',
    paymentId: 1,
    amount: { minor: 1, currency: 'TRY' },
  },
  ...{ steps: [], state: 'unknown', createdAt: apps.now(), updatedAt: apps.now(), version: 0 },
  ...over,
})

/** The shops of so many rounds, one a minute. */
async function rounds(count: number): Promise<readonly string[]> {
  const seen: string[] = []
  for (let round = 0; round < count; round += 1) {
    const shops = (await tenantsToReconcile(context.database, apps.now(), { alertsOfAll: true })).map(
      ({ shop }) => shop.split('.')[0],
    )
    seen.push(shops.sort().join(' '))
    apps.pass(MINUTE_MS)
  }
  return seen
}

const quiet = (minutes: number) => Array.from({ length: minutes }, () => '')

test('a shop where nothing happens is looked at each quarter of an hour, and a new one at once', async () => {
  expect(await rounds(17)).toEqual(['ikinci zerdali', ...quiet(14), 'ikinci zerdali', ''])
})

test('one with an open operation is looked at each minute, and once more after its end', async () => {
  await rounds(1)
  const open = await operations().save(operation())
  expect(await rounds(2)).toEqual(['zerdali', 'zerdali'])
  if (open === 'conflict') throw new Error('Somebody else wrote it')
  await operations().save({ ...open, state: 'failed', acknowledgedAt: apps.now(), updatedAt: apps.now() })
  expect(await rounds(3)).toEqual(['zerdali', '', ''])
})

test('an operation that began and ended between two rounds is looked at in the next one', async () => {
  await rounds(1)
  await operations().save(operation({ state: 'failed', acknowledgedAt: apps.now() }))
  expect(await rounds(2)).toEqual(['zerdali', ''])
})

test('an alert that was not taken is tried again without waiting for the quarter', async () => {
  await rounds(1)
  await new Alerts(context.database, tenant).save(alert({ pending: ['webhook'], nextAttemptAt: apps.now() }))
  expect(await rounds(2)).toEqual(['zerdali', 'zerdali'])
})

test('at most a thousand in a minute, and those that wait longest come first', async () => {
  await context.database.query(
    `INSERT INTO craftgate_keys (shop, mode, api_key, secret_key, webhook_key, account, version, changed_at, alerts_due_at)
     SELECT 'shop-' || number, 'live', 'a', 's', 'w', 'live:' || number, 1, $1, $1::timestamptz - interval '1 hour'
     FROM generate_series(1, 1000) AS number`,
    [apps.now()],
  )
  const [first, second] = await rounds(2)
  expect(first).not.toMatch(/zerdali|ikinci/)
  expect([first?.split(' ').length, second]).toEqual([1000, 'ikinci zerdali'])
})

test('without alerts only a shop with something open is looked at, and one that named an address of its own', async () => {
  const looked = () => tenantsToReconcile(context.database, apps.now(), { alertsOfAll: false })
  expect(await looked()).toEqual([])
  await operations().save(operation())
  expect(await looked()).toEqual([tenant])
  const other = { shop: OTHER_SHOP, mode: 'live' } as const
  const address = { mail: 'ayse@ikinci.example.com' }
  await new CraftgateKeyStore(context).saveAlerts(other, address)
  expect(await looked()).toEqual([tenant, other])
  expect(await looked()).toEqual([tenant])
})

const alert = (over: Partial<AlertRecord>): AlertRecord => ({
  ...{
    account: 'live:1',
    kind: 'refused-refunds',
    state: 'raised',
    count: 1,
    since: apps.now(),
    raisedAt: apps.now(),
  },
  ...{ messageId: 'm', pending: [], attempts: 1, createdAt: apps.now(), updatedAt: apps.now(), version: 0 },
  ...over,
})
