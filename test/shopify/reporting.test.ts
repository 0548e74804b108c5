import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import type { SessionRow } from '../../packages/shopify/src/database'
import { insertSession, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'
import {
  ACCEPTED,
  type PaymentsAppsEndpoint,
  startPaymentsAppsEndpoint,
  userError,
} from './payments-apps-endpoint'

// What Shopify's answer to a mutation means for the session, with the clock in our hands.

const MINUTE = 60_000

let apps: TestApps
let shopify: PaymentsAppsEndpoint
let context: AppContext
let services: AppServices

beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_reporting')
  shopify = await startPaymentsAppsEndpoint()
  context = await apps.open({ emulator: shopify.url })
  services = createServices(context, { enqueue: async () => {} })
  await services.shops.installed(SHOP, { accessToken: 'shpat_0', scope: '' })
})
afterEach(async () => {
  await services?.tenants.close()
  await apps.close()
  await shopify.close()
})

const KINDS = ['refund', 'capture', 'void'] as const
type Kind = (typeof KINDS)[number]

/** A payment, and a refund, capture or void of it that has been made at Craftgate. */
async function made(kind: Kind): Promise<string> {
  await insertSession(context, { id: 'payment' })
  await insertSession(context, { id: kind, kind, paymentSessionId: 'payment', group: null })
  await services.sessions.locked(kind, (session) =>
    services.reporter.setResolution(session, { mutation: `${kind}SessionResolve` }),
  )
  return kind
}

const rowOf = async (id: string): Promise<SessionRow | undefined> => services.sessions.find(id)

test.each(KINDS)(
  'a %s that Shopify is told of before it read our answer to its start is told again',
  async (kind) => {
    const id = await made(kind)
    shopify.answerWith(userError(`${kind.toUpperCase()}_SESSION_INVALID_STATE`), ACCEPTED)
    expect(await services.reporter.report(id)).toBe('deferred')
    expect(await rowOf(id)).toMatchObject({ syncStatus: null, lastError: 'not-started' })
    apps.pass(MINUTE)
    expect(await services.reporter.report(id)).toBe('reported')
    expect(await rowOf(id)).toMatchObject({ syncStatus: 'synced', lastError: null })
  },
)

test('a quarter of an hour after its start the same words are the end', async () => {
  const id = await made('refund')
  shopify.answerWith(userError('REFUND_SESSION_INVALID_STATE'))
  for (let minute = 0; minute < 15; minute += 5) {
    expect(await services.reporter.report(id)).toBe('deferred')
    apps.pass(5 * MINUTE)
  }
  apps.pass(1)
  expect(await services.reporter.report(id)).toBe('rejected')
  expect(await rowOf(id)).toMatchObject({ syncStatus: 'rejected', nextAttemptAt: null })
})

test.each([
  [402, 'Unavailable Shop', 'SHOP_FROZEN: Unavailable Shop'],
  [404, 'Not Found', 'SHOP_NOT_FOUND: Not Found'],
  [423, 'Locked', 'SHOP_LOCKED: Locked'],
])(
  'a shop for which Shopify answers %i is not asked for a day: the session ends, and says why',
  async (status, errors, why) => {
    const id = await made('refund')
    shopify.answerWith({ status, body: JSON.stringify({ errors }) })
    expect(await services.reporter.report(id)).toBe('rejected')
    expect(await rowOf(id)).toMatchObject({ syncStatus: 'rejected', lastError: why, nextAttemptAt: null })
    // The merchant's button tells it again when the shop is back.
    shopify.answerWith(ACCEPTED)
    await services.processor.retryNow(id)
    expect(await rowOf(id)).toMatchObject({ syncStatus: 'synced' })
  },
)

test('the same status of a proxy is asked again', async () => {
  const id = await made('refund')
  shopify.answerWith({ status: 404, body: '<html>nginx</html>' })
  expect(await services.reporter.report(id)).toBe('deferred')
  expect(await rowOf(id)).toMatchObject({ syncStatus: null, lastError: 'http-404' })
})
