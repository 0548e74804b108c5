import { type CheckoutRecord, PaymentLock, type PaymentOperation } from '@craftgate-commerce/core'
import { logger } from '@medusajs/framework/logger'
import { type Knex, knex } from '@medusajs/framework/mikro-orm/postgresql'
import { MedusaPlatform } from '../../packages/medusa/src/modules/craftgate/medusa-platform'
import { Migration20261124120000 } from '../../packages/medusa/src/modules/craftgate/migrations/Migration20261124120000'
import CraftgateModuleService from '../../packages/medusa/src/modules/craftgate/service'
import { advisoryLock, ProcessedWebhooks } from '../../packages/medusa/src/storage'

// What the port asks of a database, on a real PostgreSQL with the plugin's own migration.

const SCHEMA = 'craftgate_platform'
const NOW = new Date('2026-11-20T10:00:00.123Z')
const AFTERWARDS = new Date('2026-11-20T10:00:01Z')
const [MAIN, LIVE] = ['main:sandbox', 'main:live'] as const

let database: Knex
let service: CraftgateModuleService
let platform: MedusaPlatform

beforeAll(async () => {
  const connection = process.env.TEST_DATABASE_URL
  database = knex({ client: 'pg', connection, searchPath: [SCHEMA] })
  await database.raw(`drop schema if exists ${SCHEMA} cascade`)
  await database.raw(`create schema ${SCHEMA}`)
  await migrate()
  const merchants = { main: { apiKey: 'a', secretKey: 's', webhookKey: 'w' } }
  const options = {
    publicUrl: 'https://api.example.com',
    linkSecret: 'a link secret of thirty-two characters or more',
    merchants,
    returnUrl: 'https://shop.example.com/{reference}',
  }
  service = new CraftgateModuleService({ logger, __pg_connection__: database }, options)
  const lock = new PaymentLock(advisoryLock(database))
  platform = new MedusaPlatform(service, new ProcessedWebhooks(database), lock)
})

afterAll(async () => {
  await service?.__hooks.onApplicationShutdown()
  await database?.destroy()
})

async function migrate(): Promise<void> {
  const migration = new Migration20261124120000(undefined as never, undefined as never)
  await migration.up()
  for (const query of migration.getQueries()) await database.raw(String(query))
}

const recordOf = (id: string, over: Partial<CheckoutRecord> = {}): CheckoutRecord => ({
  id,
  reference: `reference of ${id}`,
  attempt: 1,
  account: MAIN,
  order: 'payses_1',
  context: { member: 'cus_1' },
  phase: 'AUTH',
  state: 'captured',
  expected: { minor: 100, currency: 'TRY' },
  paymentIds: [],
  createdAt: NOW,
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

test('an attempt comes back as it was written, and is found by its token and by its reference', async () => {
  const whole = recordOf('whole', {
    token: 'token of whole',
    pageUrl: 'https://page',
    expiresAt: NOW,
    note: 'n',
  })
  const stored = await saved(whole)
  expect(stored).toEqual({ ...whole, version: 1 })
  expect(await platform.findCheckout({ token: 'token of whole' })).toEqual(stored)
  expect(await platform.findCheckout({ reference: whole.reference })).toEqual(stored)
})

test('an attempt is found by any of its payments, and by none of another account', async () => {
  const open = await saved(recordOf('several'))
  const paid = await saved({ ...open, paymentIds: [401, 402] })
  await saved({ ...paid, note: 'looked at once more' })
  for (const paymentId of [401, 402]) {
    const found = await platform.findCheckout({ account: MAIN, paymentId })
    expect(found).toMatchObject({ id: 'several', paymentIds: [401, 402], createdAt: NOW })
    expect(await platform.findCheckout({ account: LIVE, paymentId })).toBeUndefined()
  }
})

test('a payment belongs to one attempt of its account: another that names it is not written at all', async () => {
  await saved(recordOf('first', { paymentIds: [411] }))
  const second = await saved(recordOf('second'))
  expect(await platform.saveCheckout({ ...second, state: 'open', paymentIds: [412, 411] })).toBe('conflict')
  expect(await platform.findCheckout({ reference: second.reference })).toEqual(second)
  expect(await platform.findCheckout({ account: MAIN, paymentId: 412 })).toBeUndefined()
  const elsewhere = recordOf('third', { account: LIVE, paymentIds: [411] })
  expect(await platform.saveCheckout(elsewhere)).toMatchObject({ version: 1 })
})

test('an operation is open until it is acknowledged, whatever its state, and its key is of its account', async () => {
  const refund = await savedOperation(operationOf())
  expect(await platform.saveOperation(operationOf())).toBe('conflict')
  await savedOperation(operationOf({ account: LIVE, state: 'failed' }))
  expect(await platform.operationsOf({ account: MAIN, paymentId: 501 })).toEqual([refund])
  expect(await openKeys()).toEqual([`${LIVE} refund-1`, `${MAIN} refund-1`])
  await savedOperation({ ...refund, acknowledgedAt: NOW })
  expect(await openKeys()).toEqual([`${LIVE} refund-1`])
})

test('open operations that were written in the same moment come once each, page by page', async () => {
  const keys = Array.from({ length: 150 }, (_, index) => `many-${String(index).padStart(3, '0')}`)
  for (const key of keys) await savedOperation(operationOf({ key, paymentId: 502 }))
  expect((await openKeys()).filter((key) => key.includes('many-'))).toEqual(
    keys.map((key) => `${MAIN} ${key}`),
  )
})

test('payments with the same number in two accounts do not wait for each other', async () => {
  const both = platform.exclusively({ account: MAIN, paymentId: 421 }, () =>
    platform.exclusively({ account: LIVE, paymentId: 421 }, async () => 'inside'),
  )
  await expect(both).resolves.toBe('inside')
})

test('every time carries a zone', async () => {
  const { rows } = await database.raw<{ rows: { data_type: string }[] }>(
    `select data_type from information_schema.columns where table_schema = ? and column_name like '%at'`,
    [SCHEMA],
  )
  expect(rows.length).toBeGreaterThan(6)
  expect(new Set(rows.map(({ data_type }) => data_type))).toEqual(new Set(['timestamp with time zone']))
})
