import { createServices } from '../../packages/shopify/src/app/create-services'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { type CheckoutRow, checkoutEntity } from '../../packages/shopify/src/database'
import { SessionStore } from '../../packages/shopify/src/sessions/session-store'
import { readMutationResult } from '../../packages/shopify/src/shopify-api/mutation-result'
import {
  type JobQueue,
  type RetryJob,
  RetryScheduler,
} from '../../packages/shopify/src/shopify-sync/retry-scheduler'
import { insertSession, OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// What one shop, one row or one moment may not do to all others.

const KEYS = { apiKey: 'api-key', secretKey: 'secret-key', webhookKey: 'webhook-key' }

class RecordingJobQueue implements JobQueue {
  readonly all: RetryJob[] = []
  async enqueue(_: unknown, job: RetryJob): Promise<void> {
    this.all.push(job)
  }
}

let apps: TestApps
let context: AppContext
let jobs: RecordingJobQueue
beforeAll(async () => {
  apps = await testAppsOnPostgres('shopify_tenant_isolation')
  const opened = await apps.open()
  // Nobody plays Craftgate here, and nobody else may be asked.
  const craftgate = { emulator: 'http://127.0.0.1:9' }
  context = { ...opened, options: { ...opened.options, craftgate } }
})
beforeEach(() => {
  jobs = new RecordingJobQueue()
})
afterAll(() => apps?.close())

/** An attempt whose page is open since a while. */
async function insertAttempt(shop: string, id: string): Promise<void> {
  const at = new Date(context.clock().getTime() - 3_600_000)
  const row = {
    ...{
      shop,
      mode: 'live',
      recordId: id,
      reference: id,
      attempt: 1,
      account: 'live:sandbox',
      order: id,
      context: {},
    },
    ...{
      phase: 'AUTH',
      state: 'open',
      amount: 12_300,
      currency: 'TRY',
      token: id,
      pageUrl: null,
      paymentIds: [],
      method: null,
    },
    ...{ startedAt: at, changedAt: at, stateSince: at, expiresAt: at },
    ...{ nextCheckAt: at, standing: null, note: null, version: 1 },
  } as CheckoutRow
  await context.database.getRepository(checkoutEntity).insert(row)
}

test('a shop whose Craftgate keys cannot be opened keeps no other shop from being asked about', async () => {
  const services = createServices(context, jobs)
  for (const shop of [OTHER_SHOP, SHOP]) {
    await services.keys.save({ shop, mode: 'live' }, KEYS)
    await insertAttempt(shop, `attempt-${shop}`)
  }
  const corrupt = 'UPDATE craftgate_keys SET secret_key = $1 WHERE shop = $2'
  await context.database.query(corrupt, ['gone.AAAA', OTHER_SHOP])
  const asked: string[] = []
  const { commerceOf } = services.tenants
  services.tenants.commerceOf = async (tenant) => {
    const commerce = await commerceOf.call(services.tenants, tenant)
    asked.push(tenant.shop)
    return commerce
  }
  await services.reconciliation.run().catch(() => undefined)
  expect(asked).toContain(SHOP)
  await expect(services.reconciliation.run()).resolves.toBeUndefined()
  await services.tenants.close()
})

test('a session that Shopify accepted while the reconciliation looked for lost attempts is left alone', async () => {
  const sessions = new SessionStore(context.database, context.clock)
  const retries = new RetryScheduler(sessions, jobs, 1)
  await insertSession(context, {
    id: 'synced-before',
    resolution: { mutation: 'paymentSessionResolve' },
    syncStatus: 'synced',
    attempts: 1,
  })
  await retries.requeue('synced-before')
  expect(jobs.all).toEqual([])
  expect((await sessions.find('synced-before'))?.nextAttemptAt).toBeNull()
})

test('a session whose process died in its last attempt is found again, or stands still in sight of the merchant', async () => {
  const sessions = new SessionStore(context.database, context.clock)
  const retries = new RetryScheduler(sessions, jobs, 1)
  await insertSession(context, {
    id: 'last',
    resolution: { mutation: 'refundSessionResolve' },
    kind: 'refund',
    attempts: 16,
  })
  await retries.startAttempt('last')
  apps.pass(24 * 3_600_000)
  const lost = await sessions.overdue(context.clock())
  const row = await sessions.find('last')
  expect(lost.some(({ id }) => id === 'last') || row?.syncStatus === 'exhausted').toBe(true)
})

test('fifty requests at once of a shop that was not seen yet share one core', async () => {
  const services = createServices(context, jobs)
  await services.keys.save({ shop: SHOP, mode: 'test' }, KEYS)
  const all = await Promise.all(
    Array.from({ length: 50 }, () => services.tenants.commerceOf({ shop: SHOP, mode: 'test' })),
  )
  expect(new Set(all).size).toBe(1)
  await services.tenants.close()
})

test.each([
  ['a WAF says 403 in HTML', 403, '<html>Access denied</html>'],
  [
    'a resolver failed after the mutation',
    200,
    errors({ message: 'Internal error', path: ['result', 'session'] }),
  ],
  ['an error without a code', 200, errors({ message: 'Timeout while executing' })],
  ['a code that nobody knows', 200, errors({ message: 'Busy', extensions: { code: 'SERVICE_UNAVAILABLE' } })],
  ['errors are a text', 200, JSON.stringify({ errors: 'Something went wrong' })],
])('what does not say that Shopify decided is no rejection: %s', (_, status, body) => {
  expect(readMutationResult(status, body).kind).toBe('retry')
})

test.each([
  ['access is denied', errors({ message: 'Access denied', extensions: { code: 'ACCESS_DENIED' } })],
  [
    'the document is wrong',
    errors({ message: 'Field does not exist', extensions: { code: 'undefinedField' } }),
  ],
  ['the shop is inactive', errors({ message: 'Inactive', extensions: { code: 'SHOP_INACTIVE' } })],
])('what says that nothing will happen is a rejection: %s', (_, body) => {
  expect(readMutationResult(200, body).kind).toBe('rejected')
})

function errors(error: object): string {
  return JSON.stringify({ errors: [error] })
}

test('a contact whose encryption key is gone keeps nobody from paying', async () => {
  const services = createServices(context, jobs)
  await services.keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await services.shops.installed(SHOP, { accessToken: 'token', scope: '' })
  await insertSession(context, { id: 'sealed', contact: 'gone.AAAA' })
  const commerce = await services.tenants.commerceOf({ shop: SHOP, mode: 'live' })
  const begun = await commerce?.begin({
    ...{ reference: 'sealed', merchant: 'live', order: 'sealed', phase: 'AUTH' as const },
    expected: { minor: 12_300, currency: 'TRY' },
  })
  const answer = await commerce?.handle(new Request(begun?.payLink ?? ''))
  // "Cannot be opened right now": as far as the way to Craftgate.
  expect(answer?.status).toBe(503)
  await services.tenants.close()
})
