import type { CheckoutRecord, PaymentOperation } from '@craftgate-commerce/core'
import { PaymentLock } from '@craftgate-commerce/core/adapter'
import { describeCommercePlatform } from '@craftgate-commerce/core/testing'
import { asValue } from '@medusajs/framework/awilix'
import { logger } from '@medusajs/framework/logger'
import { type Knex, knex } from '@medusajs/framework/mikro-orm/postgresql'
import { Modules } from '@medusajs/framework/utils'
import { appContainer } from '../../packages/medusa/src/app-container'
import craftgateReconcile from '../../packages/medusa/src/jobs/craftgate-reconcile'
import { MedusaPlatform } from '../../packages/medusa/src/modules/craftgate/medusa-platform'
import { Migration20261124120000 } from '../../packages/medusa/src/modules/craftgate/migrations/Migration20261124120000'
import { Migration20261130090000 } from '../../packages/medusa/src/modules/craftgate/migrations/Migration20261130090000'
import { Migration20261130100000 } from '../../packages/medusa/src/modules/craftgate/migrations/Migration20261130100000'
import { Migration20261130110000 } from '../../packages/medusa/src/modules/craftgate/migrations/Migration20261130110000'
import CraftgateModuleService from '../../packages/medusa/src/modules/craftgate/service'
import type { CraftgatePluginOptions } from '../../packages/medusa/src/options'
import {
  Alerts,
  advisoryLock,
  Leases,
  LeaseTakenError,
  OldRecords,
  openIsolatedPool,
  ProcessedWebhooks,
  WalletOperations,
} from '../../packages/medusa/src/storage'
import { MedusaTransfers } from '../../packages/medusa/src/transfers'

// The port's contract on a real PostgreSQL with the plugin's own migrations. Orders are the matter of the suites that run
// a whole Medusa.

const SCHEMA = 'craftgate_platform'
const NOW = new Date('2026-11-20T10:00:00.123Z')
const AFTERWARDS = new Date('2026-11-20T10:00:01Z')
const [MAIN, LIVE] = ['main:sandbox', 'main:live'] as const

const OPTIONS = {
  publicUrl: 'https://api.example.com',
  linkSecret: 'a link secret of thirty-two characters or more',
  merchants: { main: { apiKey: 'a', secretKey: 's', webhookKey: 'w', environment: 'sandbox' } },
  returnUrl: 'https://shop.example.com/{reference}',
}

/** A server of the shop: its own connections beside Medusa's. */
function openServer(shared: Knex, options: CraftgatePluginOptions = OPTIONS) {
  const service = new CraftgateModuleService({ logger, __pg_connection__: shared }, options)
  const pool = openIsolatedPool(shared)
  const own = {
    events: new ProcessedWebhooks(pool),
    lock: new PaymentLock(advisoryLock(pool)),
    retention: new OldRecords(pool),
    transfers: new MedusaTransfers(pool, service.checkouts, appContainer),
    walletOperations: new WalletOperations(pool),
    alerts: new Alerts(pool),
  }
  return {
    service,
    platform: new MedusaPlatform(service, own),
    async close() {
      await service.__hooks.onApplicationShutdown()
      await pool.destroy()
    },
  }
}

let database: Knex
let server: ReturnType<typeof openServer>
let platform: MedusaPlatform

beforeAll(async () => {
  const connection = process.env.TEST_DATABASE_URL
  database = knex({ client: 'pg', connection, searchPath: [SCHEMA] })
  await database.raw(`drop schema if exists ${SCHEMA} cascade`)
  await database.raw(`create schema ${SCHEMA}`)
  await migrate()
  server = openServer(database)
  platform = server.platform
})

afterAll(async () => {
  await server?.close()
  await database?.destroy()
})

// Orders are Medusa's own: they are tried on a real server, in test/contract.
const without = ['orders'] as const

describeCommercePlatform(
  'Medusa',
  () => {
    const second = openServer(database)
    return {
      platform,
      secondServer: second.platform,
      sales: () => ({
        sales: server.service.sales,
        figures: ({ account }, days) => server.service.sales.figures([account], days),
        settlement: ({ account }) => server.service.sales.settlement(account),
      }),
      rolledBack: async (work) => {
        const transaction = await database.transaction()
        await transaction.raw('select 1')
        await work()
        await transaction.rollback()
      },
      close: () => second.close(),
    }
  },
  { without },
)

async function migrate(): Promise<void> {
  const all = [
    Migration20261124120000,
    Migration20261130090000,
    Migration20261130100000,
    Migration20261130110000,
  ]
  for (const Each of all) {
    const migration = new Each(undefined as never, undefined as never)
    await migration.up()
    for (const query of migration.getQueries()) await database.raw(String(query))
  }
}

const recordOf = (id: string, over: Partial<CheckoutRecord> = {}): CheckoutRecord => ({
  id,
  reference: `reference of ${id}`,
  attempt: 1,
  account: MAIN,
  order: 'payses_1',
  context: { wallet: 'cus_1' },
  phase: 'AUTH',
  state: 'captured',
  expected: { minor: 100, currency: 'TRY' },
  paymentIds: [],
  createdAt: NOW,
  stateSince: NOW,
  updatedAt: NOW,
  version: 0,
  ...over,
})

const operationOf = (over: Partial<PaymentOperation> = {}): PaymentOperation => ({
  key: 'refund-1',
  kind: 'refund',
  account: MAIN,
  paymentId: 501,
  amount: { minor: 100, currency: 'TRY' },
  steps: [],
  state: 'done',
  createdAt: NOW,
  updatedAt: NOW,
  version: 0,
  ...over,
})

async function saved(record: CheckoutRecord): Promise<CheckoutRecord> {
  const stored = await platform.saveCheckout(record)
  if (stored === 'conflict') throw new Error(`A conflict about ${record.id}`)
  return stored
}

async function savedOperation(operation: PaymentOperation): Promise<PaymentOperation> {
  const stored = await platform.saveOperation(operation)
  if (stored === 'conflict') throw new Error(`A conflict about ${operation.key}`)
  return stored
}

async function openKeys(): Promise<string[]> {
  const keys: string[] = []
  for await (const { account, key } of platform.openOperations({ before: AFTERWARDS })) {
    keys.push(`${account} ${key}`)
  }
  return keys
}

test('a payment belongs to one attempt of its account: another that names it is not written at all', async () => {
  await saved(recordOf('first', { paymentIds: [411] }))
  const second = await saved(recordOf('second'))
  expect(await platform.saveCheckout({ ...second, state: 'open', paymentIds: [412, 411] })).toBe('conflict')
  expect(await platform.findCheckout({ reference: second.reference })).toEqual(second)
  expect(await platform.findCheckout({ account: MAIN, paymentId: 412 })).toBeUndefined()
  const elsewhere = recordOf('third', { account: LIVE, paymentIds: [411] })
  expect(await platform.saveCheckout(elsewhere)).toMatchObject({ version: 1 })
})

test('open operations that were written in the same moment come once each, page by page', async () => {
  const keys = Array.from({ length: 150 }, (_, index) => `many-${String(index).padStart(3, '0')}`)
  for (const key of keys) await savedOperation(operationOf({ key, paymentId: 502 }))
  expect((await openKeys()).filter((key) => key.includes('many-'))).toEqual(
    keys.map((key) => `${MAIN} ${key}`),
  )
})

test('an alert is an event of Medusa, for subscribers of the shop', async () => {
  const emitted: unknown[] = []
  const bus = { emit: async (event: unknown) => void emitted.push(event) }
  appContainer.register(Modules.EVENT_BUS, asValue(bus))
  const { service, close } = openServer(database, { ...OPTIONS, alerts: { language: 'en' } })
  try {
    expect(await service.commerce.alerts.sendTest('main')).toEqual({ failed: [] })
  } finally {
    await close()
  }
  const data = { kind: 'test', account: MAIN, title: 'Test alert', since: expect.stringMatching(/^2.*Z$/) }
  expect(emitted).toEqual([{ name: 'craftgate.alert.test', data: expect.objectContaining(data) }])
})

test('every time carries a zone', async () => {
  const { rows } = await database.raw<{ rows: { data_type: string }[] }>(
    `select data_type from information_schema.columns where table_schema = ? and column_name like '%at'`,
    [SCHEMA],
  )
  expect(rows.length).toBeGreaterThan(6)
  expect(new Set(rows.map(({ data_type }) => data_type))).toEqual(new Set(['timestamp with time zone']))
})

test('of two servers one works on a name at a time, and a name whose server died is free after a while', async () => {
  const [one, two] = [new Leases(database), new Leases(database)]
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await database.raw('select pg_sleep(0.05)')
    seen.push(`${name} ends`)
  }
  await Promise.all([
    one.during('order_1', 5_000, work('a')),
    one.during('order_1', 5_000, work('b')),
    two.during('order_1', 5_000, work('c')),
  ])
  expect(seen).toHaveLength(6)
  for (const [index, word] of seen.entries()) {
    if (index % 2 === 0) expect(seen[index + 1]).toBe(word.replace('begins', 'ends'))
  }
  await one.mark('order_1', 60)
  await expect(two.during('order_1', 0, work('d'))).rejects.toThrow(LeaseTakenError)
  expect(await two.isHeld('order_1')).toBe(true)
  await database('craftgate_lease').update({ ends_at: new Date(0) })
  expect(await two.isHeld('order_1')).toBe(false)
  await expect(two.during('order_1', 0, work('e'))).resolves.toBeUndefined()
  expect(await database('craftgate_lease')).toEqual([])
})

test('a failure of the work ends its lease', async () => {
  const leases = new Leases(database)
  const failing = leases.during('order_2', 0, () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  expect(await leases.isHeld('order_2')).toBe(false)
})

describe('the scheduled job', () => {
  const lines: string[] = []
  const log = (level: string) => (message: string) => lines.push(`${level}: ${message}`)
  const job = (leases: Leases, work: () => Promise<unknown>) => {
    const craftgate = {
      options: { reconcileJob: true },
      leases,
      commerce: { reconcile: work },
      logger: { debug: log('debug'), error: log('error') },
    }
    return craftgateReconcile({ resolve: () => craftgate } as never)
  }
  const nothing = () => Promise.reject(new Error('nobody should have asked'))
  beforeEach(() => {
    lines.length = 0
  })

  test('leaves its work to a server that is at it', async () => {
    const other = new Leases(database)
    await other.during('reconcile', 0, () => job(new Leases(database), nothing))
    expect(lines).toEqual(['debug: Another server reconciles'])
  })

  test('does not take other problems for a server that is at it', async () => {
    const elsewhere = knex({
      client: 'pg',
      connection: process.env.TEST_DATABASE_URL,
      searchPath: ['nowhere'],
    })
    await job(new Leases(elsewhere), nothing)
    await elsewhere.destroy()
    expect(lines).toEqual(['error: The scheduled reconciliation failed'])
  })

  test('says that its work could not go on when a lease inside of it was taken', async () => {
    await job(new Leases(database), () => Promise.reject(new LeaseTakenError('order_1 is being worked on')))
    expect(lines).toEqual(['error: The scheduled reconciliation failed'])
  })
})
