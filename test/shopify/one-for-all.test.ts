import { compose } from '../../packages/shopify/src/app/create-services'
import type { House } from '../../packages/shopify/src/context/app-context'
import { type CheckoutRow, checkoutEntity } from '../../packages/shopify/src/database'
import { SessionStore } from '../../packages/shopify/src/sessions/session-store'
import { readMutationResult } from '../../packages/shopify/src/shopify-api/answer'
import { type Jobs, Tries, type TryJob } from '../../packages/shopify/src/shopify-sync/retry-scheduler'
import { type Houses, housesOnPostgres, insertSession, OTHER_SHOP, SHOP } from './house-on-postgres'

// What one shop, one row or one moment may not do to all others.

const KEYS = { apiKey: 'api-key', secretKey: 'secret-key', webhookKey: 'webhook-key' }

class RememberedJobs implements Jobs {
  readonly all: TryJob[] = []
  async schedule(_: unknown, job: TryJob): Promise<void> {
    this.all.push(job)
  }
}

let houses: Houses
let house: House
let jobs: RememberedJobs
beforeAll(async () => {
  houses = await housesOnPostgres('shopify_one_for_all')
  const opened = await houses.open()
  // Nobody plays Craftgate here, and nobody else may be asked.
  const craftgate = { emulator: 'http://127.0.0.1:9' }
  house = { ...opened, options: { ...opened.options, craftgate } }
})
beforeEach(() => {
  jobs = new RememberedJobs()
})
afterAll(() => houses?.close())

/** An attempt whose page is open since a while. */
async function insertAttempt(shop: string, id: string): Promise<void> {
  const at = new Date(house.clock().getTime() - 3_600_000)
  const row = {
    ...{
      shop,
      mode: 'live',
      recordId: id,
      reference: id,
      attempt: 1,
      merchant: 'live',
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
      paymentId: null,
    },
    ...{ startedAt: at, changedAt: at, expiresAt: at, note: null, version: 1 },
  } as CheckoutRow
  await house.database.getRepository(checkoutEntity).insert(row)
}

test('a shop whose Craftgate keys cannot be opened keeps no other shop from being asked about', async () => {
  const rooms = compose(house, jobs)
  for (const shop of [OTHER_SHOP, SHOP]) {
    await rooms.keys.save({ shop, mode: 'live' }, KEYS)
    await insertAttempt(shop, `attempt-${shop}`)
  }
  const corrupt = 'UPDATE craftgate_keys SET secret_key = $1 WHERE shop = $2'
  await house.database.query(corrupt, ['gone.AAAA', OTHER_SHOP])
  const asked: string[] = []
  const { commerceOf } = rooms.tenants
  rooms.tenants.commerceOf = async (tenant) => {
    const commerce = await commerceOf.call(rooms.tenants, tenant)
    asked.push(tenant.shop)
    return commerce
  }
  await rooms.rounds.run().catch(() => undefined)
  expect(asked).toContain(SHOP)
  await expect(rooms.rounds.run()).resolves.toBeUndefined()
  await rooms.tenants.close()
})

test('a session that Shopify accepted while the rounds looked for lost tries is left alone', async () => {
  const sessions = new SessionStore(house.database, house.clock)
  const tries = new Tries(sessions, jobs, 1)
  await insertSession(house, {
    id: 'told',
    decision: { operation: 'paymentSessionResolve' },
    told: 'accepted',
    tries: 1,
  })
  await tries.revive('told')
  expect(jobs.all).toEqual([])
  expect((await sessions.find('told'))?.nextTryAt).toBeNull()
})

test('a session whose process died in its last try is found again, or stands still in sight of the merchant', async () => {
  const sessions = new SessionStore(house.database, house.clock)
  const tries = new Tries(sessions, jobs, 1)
  await insertSession(house, {
    id: 'last',
    decision: { operation: 'refundSessionResolve' },
    kind: 'refund',
    tries: 16,
  })
  await tries.begin('last')
  houses.pass(24 * 3_600_000)
  const lost = await sessions.overdue(house.clock())
  const row = await sessions.find('last')
  expect(lost.some(({ id }) => id === 'last') || row?.told === 'stalled').toBe(true)
})

test('fifty requests at once of a shop that was not seen yet share one core', async () => {
  const rooms = compose(house, jobs)
  await rooms.keys.save({ shop: SHOP, mode: 'test' }, KEYS)
  const all = await Promise.all(
    Array.from({ length: 50 }, () => rooms.tenants.commerceOf({ shop: SHOP, mode: 'test' })),
  )
  expect(new Set(all).size).toBe(1)
  await rooms.tenants.close()
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
])('what does not say that Shopify decided is no refusal: %s', (_, status, body) => {
  expect(readMutationResult(status, body).kind).toBe('again')
})

test.each([
  ['access is denied', errors({ message: 'Access denied', extensions: { code: 'ACCESS_DENIED' } })],
  [
    'the document is wrong',
    errors({ message: 'Field does not exist', extensions: { code: 'undefinedField' } }),
  ],
  ['the shop is inactive', errors({ message: 'Inactive', extensions: { code: 'SHOP_INACTIVE' } })],
])('what says that nothing will happen is a refusal: %s', (_, body) => {
  expect(readMutationResult(200, body).kind).toBe('refused')
})

function errors(error: object): string {
  return JSON.stringify({ errors: [error] })
}

test('a contact whose encryption key is gone keeps nobody from paying', async () => {
  const rooms = compose(house, jobs)
  await rooms.keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await rooms.shops.installed(SHOP, { accessToken: 'token', scope: '' })
  await insertSession(house, { id: 'sealed', contact: 'gone.AAAA' })
  const commerce = await rooms.tenants.commerceOf({ shop: SHOP, mode: 'live' })
  const begun = await commerce?.begin({
    ...{ reference: 'sealed', merchant: 'live', order: 'sealed', phase: 'AUTH' as const },
    expected: { minor: 12_300, currency: 'TRY' },
  })
  const answer = await commerce?.handle(new Request(begun?.payLink ?? ''))
  // "Cannot be opened right now": as far as the way to Craftgate.
  expect(answer?.status).toBe(503)
  await rooms.tenants.close()
})
