// What each statement of the app reads when a shop has many payments. The tables are filled, the app is used by its own
// doors while its statements are written down, and each of them is planned and run once more: one that reads more than
// what it answers with fails. `npm run bench` runs the same with 1,000,000 payments (QUERY_PLAN_PAYMENTS), and prints what
// is written to QUERY_PLAN_REPORT.
import { money } from '@craftgate-commerce/core'
import { MOST_ENTRIES } from '@craftgate-commerce/core/adapter'
import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import type { Hono } from 'hono'
import { Pool } from 'pg'
import { FILTERS } from '../../packages/panel/src/payments/payment-query'
import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import { merchantRoutes } from '../../packages/shopify/src/merchant/merchant-app'
import { createMerchantQueries } from '../../packages/shopify/src/merchant/queries/merchant-queries'
import { OldRecords } from '../../packages/shopify/src/storage'
import { fillTables, PlanGate } from '../load/explain-gate'
import { NEW_MEMBER, PageTimes, pagesInNavigation } from '../load/panel-pages'
import { type TestApps, testAppsOnPostgres } from './app-on-postgres'
import { FILLED_UNTIL, fillPayments, LARGE_SHOP } from './fill-payments'
import { recordStatements } from './record-statements'

const PAYMENTS = Number(process.env.QUERY_PLAN_PAYMENTS ?? 30_000)
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Of a list of 25, its refunds, attempts and events; of a job, a page of each of its kinds. */
const MAX_ROWS = 600
/** A list is counted so far. */
const MAX_COUNTED_ROWS = 20_000
/** What a tenant has open is counted one by one. */
const MAX_OPEN_ROWS = 1_000 + PAYMENTS / 100

const tenant = { shop: LARGE_SHOP, mode: 'live' } as const

jest.setTimeout(60 * MINUTE_MS)

let apps: TestApps
let services: AppServices
let pages: Hono
let pool: Pool
let recorder: ReturnType<typeof recordStatements>
let gate: PlanGate
let sandbox: Sandbox
/** The same pages, of an app whose Craftgate is the emulator. */
let panel: Hono
let panelServices: AppServices
let times: PageTimes
/** Addresses of the navigation, of a payment, of a member, and of what looks at a whole day. */
let panelPages: readonly string[]

/** Times are for the report alone. */
const isMeasured = process.env.QUERY_PLAN_REPORT !== undefined

beforeAll(async () => {
  sandbox = await startSandbox()
  apps = await testAppsOnPostgres('shopify_query_plans')
  const opened = await apps.open()
  pool = new Pool({ connectionString: apps.url, max: 2 })
  gate = new PlanGate(pool)
  panelServices = createServices(
    { ...opened, options: { ...opened.options, craftgate: { emulator: sandbox.url } } },
    { enqueue: async () => {} },
  )
  panel = merchantRoutes(merchantOf(panelServices))
  await panelServices.keys.save(tenant, sandbox)
  panelPages = await openPages()
  times = new PageTimes(openPanel)
  if (isMeasured) await times.measureFew(panelPages)
  await fillTables(pool, fillPayments(PAYMENTS))
  // Nobody plays Craftgate here, and nobody else may be asked.
  const craftgate = { emulator: 'http://127.0.0.1:9' }
  const context = { ...opened, options: { ...opened.options, craftgate } }
  services = createServices(context, { enqueue: async () => {} })
  pages = merchantRoutes(merchantOf(services))
  recorder = recordStatements(opened.database)
}, 60 * MINUTE_MS)

const merchantOf = (deps: AppServices) => ({
  ...deps,
  merchantOf: async () => LARGE_SHOP,
  retry: async () => {},
  approveLoan: async () => false,
  decideReview: async () => false,
})

const ORIGIN = 'https://app.example.com'

async function openPanel(path: string): Promise<string> {
  const answer = await panel.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

async function openPages(): Promise<readonly string[]> {
  const form = { method: 'POST', headers: { origin: ORIGIN }, body: new URLSearchParams(NEW_MEMBER) }
  const made = await panel.request(`${ORIGIN}/panel/members/live`, form)
  expect(made.headers.get('location')).toMatch(/members.live.\d+/)
  const day = FILLED_UNTIL.toISOString().slice(0, 10)
  return [
    ...pagesInNavigation(await openPanel('/panel/today'), ''),
    made.headers.get('location') ?? '',
    '/panel/members/new',
    '/panel/loans/limit',
    `/panel/settlement/day?account=live&day=${day}`,
    `/panel/settlement/day.csv?account=live&day=${day}`,
  ]
}

afterAll(async () => {
  await gate?.writeReport({ pages: times?.table() })
  await panelServices?.tenants.close()
  await sandbox?.close()
  await services?.tenants.close()
  await pool?.end()
  await apps?.close()
})

/** Uses the app, and says which of its statements read more than they may. */
async function problemsWhile(name: string, work: () => Promise<unknown>, maxRows = MAX_ROWS) {
  return gate.problemsOf(name, await recorder.during(work), maxRows)
}

const open =
  (path: string, accept = 'text/html') =>
  async () => {
    const answer = await pages.request(path, { headers: { accept } })
    expect(answer.status).toBe(200)
    return answer.text()
  }

/** An id of the shop, in the middle of its payments. */
async function someId(condition: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM craftgate_session WHERE shop = $1 AND mode = 'live' AND ${condition} ORDER BY id LIMIT 1 OFFSET 5`,
    [LARGE_SHOP],
  )
  return rows[0]?.id ?? ''
}

describe('the pages of a merchant with many payments read what they show', () => {
  test.each(['/', '/privacy', '/settings/craftgate/live'])('%s', async (path) => {
    expect(await problemsWhile(path, open(path))).toEqual([])
  })

  test.each([
    '/panel',
    '/panel?page=3',
    ...Object.keys(FILTERS).map((filter) => `/panel?state=${filter}`),
    '/panel?state=paid&from=2026-11-01&to=2026-11-24',
    '/panel?from=2026-11-01',
    '/panel?account=live:hesap',
    '/panel?account=live:eski',
    '/panel?account=live:eski&state=paid&from=2026-11-01',
    '/panel?account=test:hesap&way=CARD',
  ])('the list of payments: %s', async (path) => {
    expect(await problemsWhile(path, open(path), MAX_COUNTED_ROWS)).toEqual([])
  })

  test('a search for an id and for a payment number of Craftgate, by itself and with a filter', async () => {
    for (const search of [await someId(`kind = 'payment'`), '4711', 'nothing'])
      for (const more of ['', '&state=paid', '&way=CARD', '&account=live:hesap'])
        expect(await problemsWhile(`search${more}`, open(`/panel?q=${search}${more}`))).toEqual([])
  })

  test('a search for what a card paid, by itself and with a filter', async () => {
    const queries = createMerchantQueries(services.context.database)
    const cardPayments = Array.from({ length: 100 }, (_, at) => ({
      account: 'live:hesap',
      paymentId: PAYMENTS - 1_000 + at,
    }))
    for (const more of [{}, { account: 'live:hesap' }, { states: ['captured'] as const }]) {
      const query = { search: '0008', cardPayments, states: [], limit: 25, offset: 0, ...more }
      const work = async () => {
        expect((await queries.attemptPage(LARGE_SHOP, query)).count).toBeGreaterThan(50)
      }
      expect(await problemsWhile('payments of a card', work)).toEqual([])
    }
  })

  test('the page of a payment, and what it is told as data', async () => {
    const id = await someId(`status = 'voided'`)
    for (const path of [`/panel/payments/${id}`, `/payments/${id}`])
      expect(await problemsWhile(path.replace(id, '…'), open(path, 'application/json'))).toEqual([])
  })

  test.each([
    '/panel/attention',
    '/panel/payments.csv?state=review',
    '/panel/audit?action=entered',
    '/panel/audit?action=asked-again&before=1795780800000_1000',
    '/panel/audit?reference=nothing',
  ])('%s', async (path) => {
    expect(await problemsWhile(path, open(path), MAX_COUNTED_ROWS)).toEqual([])
  })

  test('a page of attempts, of some states, of all, and what is searched for', async () => {
    const queries = createMerchantQueries(services.context.database)
    const page = { limit: 25, offset: 50 }
    for (const states of [[], ['expired'], ['captured', 'review', 'needs-review']] as const)
      expect(
        await problemsWhile(
          `attempts ${states}`,
          () => queries.attemptPage(LARGE_SHOP, { ...page, states }),
          MAX_COUNTED_ROWS,
        ),
      ).toEqual([])
    for (const search of [await someId(`status = 'paid'`), '4711'])
      expect(
        await problemsWhile('attempts found', () =>
          queries.attemptPage(LARGE_SHOP, { ...page, states: [], search }),
        ),
      ).toEqual([])
  })

  test('each page that the navigation, a member or a day has', async () => {
    const own = panelPages.filter((path) => !path.startsWith('/panel/today'))
    expect(own.length).toBeGreaterThan(10)
    for (const path of own) {
      const sent = await recorder.during(() => openPanel(path))
      expect(await gate.problemsOf(path, sent, MAX_COUNTED_ROWS)).toEqual([])
    }
  })

  test('how long each page takes', async () => {
    if (isMeasured) await times.measureMany(panelPages)
    expect(times.table()).toHaveLength(isMeasured ? panelPages.length : 0)
  })

  test('figures read the entries of their days by their index alone, and no more than are counted', async () => {
    const days = Array.from({ length: 31 }, (_, at) => new Date(FILLED_UNTIL.getTime() - (30 - at) * DAY_MS))
    const { sales } = services.tenants.stores(tenant)
    const figures = async () => {
      expect((await sales.figures(days)).days.length).toBeGreaterThan(0)
    }
    expect(await problemsWhile('figures', figures, MOST_ENTRIES)).toEqual([])
  })

  test('what a change of keys asks', async () => {
    const queries = createMerchantQueries(services.context.database)
    expect(await problemsWhile('accounts', () => queries.accounts(tenant), MAX_OPEN_ROWS)).toEqual([])
    expect(
      await problemsWhile(
        'open payments',
        () => queries.openPayments(tenant, services.context.clock()),
        MAX_OPEN_ROWS,
      ),
    ).toEqual([])
  })
})

describe('what Shopify, Craftgate and shoppers begin reads the rows of one payment', () => {
  const caller = { shop: LARGE_SHOP, apiVersion: '2026-10' }

  test('a payment session, and a refund session', async () => {
    const request = {
      ...{
        id: 'new-session',
        gid: 'gid://shopify/PaymentSession/new-session',
        group: 'new-group',
        test: false,
      },
      ...{ money: money(12_300, 'TRY'), phase: 'AUTH' as const, merchantLocale: 'tr', buyerLocale: 'tr' },
      ...{
        cancelUrl: 'https://shop.example.com',
        proposedAt: null,
        contact: { email: 'ayse@example.com', phone: undefined },
      },
    }
    const pay = () => services.startPayment.start(caller, request)
    expect(await problemsWhile('payment session', pay)).toEqual([])
    expect(await problemsWhile('payment session again', pay)).toEqual([])
    const refund = {
      ...{
        id: 'new-refund',
        gid: 'gid://shopify/RefundSession/new-refund',
        test: false,
        merchantLocale: 'tr',
      },
      ...{ money: money(100, 'TRY'), proposedAt: null, paymentSessionId: await someId(`status = 'paid'`) },
    }
    const start = () => services.startTransaction.start('refund', caller, refund)
    expect(await problemsWhile('refund session', start)).toEqual([])
  })

  test('the records of an attempt', async () => {
    const { checkouts, operations, events } = services.tenants.stores(tenant)
    const payment = { account: 'live:hesap', paymentId: 4_711 }
    const work = async () => {
      const record = await checkouts.find(payment)
      if (record === undefined) throw new Error('The payment is not there')
      await checkouts.find({ token: record.token ?? '' })
      await checkouts.find({ reference: record.reference })
      await checkouts.of(record.reference)
      await checkouts.save(record)
      await operations.of(payment)
      if (!(await events.handled('an event'))) await events.mark('an event')
    }
    expect(await problemsWhile('attempt', work)).toEqual([])
  })

  test('privacy requests about a shopper', async () => {
    for (const topic of ['customers/data_request', 'customers/redact'] as const) {
      const request = {
        id: topic,
        shop: LARGE_SHOP,
        topic,
        customer: { email: 'a@example.com', phone: '5551112233' },
      }
      const work = () => services.privacy.handle({ ...request, triggeredAt: services.context.clock() })
      expect(await problemsWhile(topic, work)).toEqual([])
    }
  })
})

describe('jobs read what is due', () => {
  test('the round of each minute', async () => {
    expect(await problemsWhile('reconciliation', () => services.reconciliation.run(), MAX_OPEN_ROWS)).toEqual(
      [],
    )
  })

  test('old records, a batch of each kind', async () => {
    const before = new Date(services.context.clock().getTime() - PAYMENTS * 15_000)
    // A batch that is a good part of the table is best found by reading it from end to end.
    const limit = Math.min(500, PAYMENTS / 600)
    const store = new OldRecords(services.context.database)
    const work = async () => {
      await store.deleteCheckouts({ states: ['authorized', 'captured', 'refunded'], before, limit })
      await store.deleteCheckouts({ states: ['expired'], before, limit })
      await store.deleteEvents({ before, limit })
      await store.forgetShoppers(before, limit)
      await store.deleteSessions(before, limit)
      await store.deletePrivacyRequests(before, limit)
      await store.deleteAudit(before, limit)
    }
    expect(await problemsWhile('old records', work, 20 * limit)).toEqual([])
  })

  test('tokens that nobody used for long', async () => {
    expect(await problemsWhile('idle tokens', () => services.tokens.refreshIdle())).toEqual([])
  })
})
