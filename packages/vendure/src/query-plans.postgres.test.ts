// What each statement of the plugin reads when a shop has many payments. The tables are filled, a running Vendure is used by
// its own doors while its statements are written down, and each of them is planned and run once more: one that reads more
// than what it is for fails. `npm run bench` runs the same with 1,000,000 payments (QUERY_PLAN_PAYMENTS), and prints what is
// written to QUERY_PLAN_REPORT.
import { TransactionalConnection } from '@vendure/core'
import { E2E_DEFAULT_CHANNEL_TOKEN } from '@vendure/testing'
import { Pool } from 'pg'
import type { PostgresConnectionOptions } from 'typeorm/driver/postgres/PostgresConnectionOptions'
import { linkIn } from '../../../test/contract/merchant-pages'
import { PanelBrowser } from '../../../test/contract/panel-browser'
import { paidLink } from '../../../test/contract/rows/link-payments'
import { fillTables, PlanGate } from '../../../test/load/explain-gate'
import { NEW_MEMBER, PageTimes, pagesBehind, pagesInNavigation } from '../../../test/load/panel-pages'
import { CraftgatePlatform } from './craftgate-platform'
import { CheckoutStore, OldRecords } from './storage'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import { FIRST_PAYMENT, fillPayments } from './test/fill-payments'
import { begin, statusOf } from './test/purchase'
import { recordStatements } from './test/record-statements'

const PAYMENTS = Number(process.env.QUERY_PLAN_PAYMENTS ?? 20_000)
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Times are for the report alone. */
const isMeasured = process.env.QUERY_PLAN_REPORT !== undefined

const SMALL_CHANNEL = 'small-channel'

/** Of an attempt, its order and what belongs to it. */
const OF_ONE = 100
/** A list looks at 10,000 entries of an index at most, or at 5,000 and the row of each; a page has up to 1,000. */
const OF_A_LIST = 12_500
/**
 * Today asks for all entries of thirty of the hundred days that are filled, and of its purchases. Those of other channels of the
 * account may stand between them: PostgreSQL walks the index of the days where it finds that cheaper than the wide one.
 */
const OF_THIRTY_DAYS = Math.ceil(PAYMENTS * 0.31) + OF_ONE
/** Of a job: what is due, or a batch with what belongs to it. */
const OF_A_JOB = 4_000

jest.setTimeout(60 * MINUTE_MS)

let harness: CraftgateShop
let bought: Bought
let pool: Pool
let recorder: ReturnType<typeof recordStatements>
let gate: PlanGate
let times: PageTimes

/** Pages that list payments, each up to 10,000 of them. */
const LISTS = [
  '/',
  '/?page=9',
  '/?state=paid',
  '/?state=open',
  '/?from=2026-01-01&to=2099-01-01',
  '/?way=CARD',
  '/?way=PAYPAL',
  '/?account=main%3Asandbox',
  '/?account=main%3Alive',
  '/?least=100&most=200',
  '/?most=5.000.000',
  '/?way=CARD&state=paid&least=100&from=2026-01-01',
  '/?way=PAYPAL&state=expired&least=100',
  '/?way=MASTERPASS&state=expired',
  '/?state=returned&least=100&most=101',
  '/?account=main%3Asandbox&state=paid&from=2026-01-01&to=2099-01-01&most=5.000.000',
  '/?least=100&before=1795780800000_900000000',
  '/attention',
  '/audit?action=entered',
  '/audit?action=asked-again',
  '/audit?user=1&before=1795780800000_1000',
  '/audit?reference=nothing',
  '/loans',
]
const panel = new PanelBrowser(() => new URL('/craftgate/panel', bought.begun.payLink).href)
/** Addresses of the navigation, of a purchase, of a member, and of what looks at a whole day. */
let pages: readonly string[]

const everyPage = () => [...new Set([...LISTS, ...pages])]

const service = <T>(type: new (...dependencies: never[]) => T): T => harness.shop.app.get(type)

beforeAll(async () => {
  harness = await CraftgateShop.start()
  const { rawConnection } = service(TransactionalConnection)
  recorder = recordStatements(rawConnection)
  bought = await harness.bought()
  await refund(bought, 1_000)
  const { host, port, username, password, database } = rawConnection.options as PostgresConnectionOptions
  pool = new Pool({ host, port, user: username, password: String(password), database, max: 2 })
  gate = new PlanGate(pool)
  const { account, channel } = await boughtRecord()
  const smallChannel = (await createChannel()).replace('T_', '')
  pages = await openPages()
  times = new PageTimes((path) => panel.text(path))
  if (isMeasured) await times.measureFew(everyPage())
  await fillTables(pool, fillPayments({ payments: PAYMENTS, channel, smallChannel, account }))
}, 60 * MINUTE_MS)

afterAll(async () => {
  await gate?.writeReport({ pages: times?.table() })
  await pool?.end()
  await harness?.close()
})

async function enterPanel(): Promise<void> {
  const answer = await harness.shop.manage<{ craftgatePanelLink: string }>('mutation { craftgatePanelLink }')
  await panel.enter(answer.craftgatePanelLink)
}

async function openPages(): Promise<readonly string[]> {
  await enterPanel()
  const member = await panel.post('/members/main', NEW_MEMBER)
  expect(member).toMatch(/members.main.\d+/)
  const day = new Date().toISOString().slice(0, 10)
  const root = '/craftgate/panel'
  return [
    ...pagesInNavigation(await panel.text('/'), root),
    ...pagesBehind({ reference: bought.begun.reference, merchant: 'main', day }),
    new URL(member, 'http://localhost').pathname.slice(root.length),
  ]
}

/** Uses the shop, and says which of its statements read more than they may. */
async function problemsWhile(name: string, work: () => Promise<unknown>, maxRows = OF_ONE) {
  return gate.problemsOf(name, await recorder.during(work), maxRows)
}

describe('the merchant’s list of attempts reads what it shows', () => {
  const some = FIRST_PAYMENT + 10_020
  const lists: readonly [string, string][] = [
    ['all', ''],
    ['a page', 'skip: 200, take: 25'],
    ['the farthest page', 'skip: 10000, take: 25'],
    ['captured', 'filter: { state: { eq: "captured" } }'],
    ['captured, a page', 'skip: 200, take: 25, filter: { state: { eq: "captured" } }'],
    ['to be looked at', 'filter: { state: { in: ["refunding", "refunded", "needs-review"] } }'],
    ['open', 'take: 25, filter: { state: { in: ["created", "open", "review"] } }'],
    ['needs-review', 'take: 25, filter: { state: { eq: "needs-review" } }'],
    [
      'of an hour',
      `filter: { changedAt: { between: { start: "${hoursAgo(30)}", end: "${hoursAgo(29)}" } } }`,
    ],
    ['of an order', `filter: { order: { eq: "${some}" } }`],
    ['a payment', `filter: { paymentId: { eq: ${some} } }`],
    ['a reference', 'filter: { reference: { eq: "no such reference" } }'],
    ['a record', 'filter: { recordId: { eq: "no such record" } }'],
  ]

  test.each(lists)('%s', async (name, options) => {
    for (const token of [E2E_DEFAULT_CHANNEL_TOKEN, SMALL_CHANNEL]) {
      const list = () => inChannel(token, () => checkouts(options))
      expect(await problemsWhile(`attempts, ${name}, ${token}`, list, OF_A_LIST)).toEqual([])
    }
  })

  test('a list is counted up to 10,000, and no page begins later', async () => {
    expect(await checkouts('take: 1')).toMatchObject({ craftgateCheckouts: { totalItems: 10_000 } })
    await expect(checkouts('skip: 10001')).rejects.toThrow(/begins after 10,000 attempts at most/)
  })

  test('pages follow each other, the newest first unless it is sorted otherwise', async () => {
    const ids = async (options: string) => {
      const { craftgateCheckouts } = await checkouts(options)
      return craftgateCheckouts.items.map(({ id }) => Number(id.replace('T_', '')))
    }
    const newest = await ids('take: 4')
    expect(newest).toEqual(newest.toSorted((one, other) => other - one))
    expect([...(await ids('take: 2')), ...(await ids('skip: 2, take: 2'))]).toEqual(newest)
    const oldest = await ids('take: 3, sort: { id: ASC }')
    expect(oldest).toEqual(oldest.toSorted((one, other) => one - other))
    expect(Math.max(...oldest)).toBeLessThan(Math.min(...newest))
  })

  test('the page of a payment', async () => {
    const page = () =>
      harness.shop.manage(
        `query ($id: ID!) { craftgatePayment(paymentId: $id) { operations { kind } checkout { state } } }`,
        { id: bought.payment.id },
      )
    expect(await problemsWhile('payment page', page)).toEqual([])
  })
})

describe('the panel reads what it shows', () => {
  test.each(LISTS)('%s', async (path) => {
    for (const token of [E2E_DEFAULT_CHANNEL_TOKEN, SMALL_CHANNEL]) {
      await inChannel(token, enterPanel)
      expect(await problemsWhile(`panel ${path}, ${token}`, () => panel.text(path), OF_A_LIST)).toEqual([])
    }
  })

  test('every other page that its navigation, a purchase, a member or a day has', async () => {
    await enterPanel()
    const own = pages.filter((path) => path !== '/today' && !LISTS.includes(path))
    expect(own.length).toBeGreaterThan(10)
    for (const path of own) {
      const sent = await recorder.during(() => panel.text(path))
      // What is asked of Craftgate alone reads no table.
      if (sent.length > 0) expect(await gate.problemsOf(`panel ${path}`, sent, OF_A_LIST)).toEqual([])
    }
  })

  test('how long each page takes', async () => {
    await enterPanel()
    if (isMeasured) await times.measureMany(everyPage())
    expect(times.table()).toHaveLength(isMeasured ? everyPage().length : 0)
  })

  test('/today reads the entries of its thirty days by an index, and no others', async () => {
    for (const token of [E2E_DEFAULT_CHANNEL_TOKEN, SMALL_CHANNEL]) {
      await inChannel(token, enterPanel)
      const page = () => panel.text('/today')
      expect(await problemsWhile(`panel /today, ${token}`, page, OF_THIRTY_DAYS)).toEqual([])
    }
  })

  test('a file of payments finds what banks keep of them by their keys', async () => {
    await enterPanel()
    const file = () => panel.text('/payments.csv?state=paid')
    expect(await problemsWhile('panel /payments.csv', file, OF_A_LIST)).toEqual([])
  })

  test('/transfers reads the orders that wait for one, and those that a transfer may name', async () => {
    await enterPanel()
    const from = { senderName: 'AYSE YILMAZ', senderIban: 'TR87', description: 'ABCD1001 siparisi' }
    harness.sandbox.control.bankAccounts.receive({ ...from, amount: '815' })
    await harness.sandbox.control.clock.advance({ minutes: 5 })
    expect(await problemsWhile('panel /transfers', () => panel.text('/transfers'), OF_A_LIST)).toEqual([])
  })

  test('a payment of a link reads the orders that wait unpaid, and those that the link may name', async () => {
    await enterPanel()
    const link = await paidLink(panel, 'ABCD1001 siparisi', 81_500)
    const payment = await linkIn(panel, link, /payments\/\d+$/)
    for (const path of [link, payment, `${payment}?number=ABCD1002`])
      expect(await problemsWhile(`panel ${path}`, () => panel.text(path), OF_A_LIST)).toEqual([])
  })

  test('a search for the code of an order, for a payment, and the page of one', async () => {
    await enterPanel()
    const { orderCode, reference } = bought.begun
    for (const path of [`/?q=${orderCode}`, '/?q=4711', '/?q=nothing', `/payments/${reference}`])
      expect(await problemsWhile(`panel ${path}`, () => panel.text(path))).toEqual([])
    // Of a customer without an order the list asks nothing; what waits for attention is counted now and then.
    const sent = await recorder.during(() => panel.text('/?customer=1'))
    if (sent.length > 0) expect(await gate.problemsOf('panel /?customer=1', sent, OF_A_LIST)).toEqual([])
  })
})

describe('what a shopper, Craftgate and a merchant begin reads the rows of one order', () => {
  test('a purchase, its status, and its webhook', async () => {
    const work = async () => {
      const { begun } = await harness.bought()
      await statusOf(harness.shop, begun.reference)
      await harness.webhooks()
    }
    expect(await problemsWhile('purchase', work)).toEqual([])
  })

  test('an order that is begun twice, and its pay link', async () => {
    const work = async () => {
      await harness.checkout()
      await harness.pay((await begin(harness.shop)).payLink)
    }
    expect(await problemsWhile('begun twice', work)).toEqual([])
  })

  test('a refund', async () => {
    expect(await problemsWhile('refund', () => refund(bought, 1_000))).toEqual([])
  })

  test('a capture, and a void', async () => {
    const [first, second] = [
      await harness.bought({ method: 'craftgate-preauth' }),
      await harness.bought({ method: 'craftgate-preauth' }),
    ]
    const work = async () => {
      await harness.shop.manage(`mutation ($id: ID!) { settlePayment(id: $id) { __typename } }`, {
        id: first.payment.id,
      })
      await harness.shop.manage(`mutation ($id: ID!) { cancelPayment(id: $id) { __typename } }`, {
        id: second.payment.id,
      })
    }
    expect(await problemsWhile('capture and void', work)).toEqual([])
  })

  test('a merchant who asks Craftgate again, and one who cancels the order', async () => {
    const { begun, order } = await harness.bought()
    const work = async () => {
      await harness.shop.manage(
        `mutation ($reference: String!) { settleCraftgateCheckout(reference: $reference) { state } }`,
        { reference: begun.reference },
      )
      await harness.shop.manage(
        `mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }`,
        { id: order.id },
      )
    }
    expect(await problemsWhile('settle and cancel', work)).toEqual([])
  })

  test('the records of an attempt', async () => {
    const platform = service(CraftgatePlatform)
    const payment = { account: (await boughtRecord()).account, paymentId: FIRST_PAYMENT + 10_020 }
    const work = async () => {
      const record = await platform.findCheckout(payment)
      if (record === undefined) throw new Error('The payment is not there')
      await platform.findCheckout({ token: record.token ?? '' })
      await platform.findCheckout({ reference: record.reference })
      await service(CheckoutStore).unfinishedOf(record.order)
      await platform.saveCheckout(record)
      const [operation] = await platform.operationsOf(payment)
      if (operation === undefined) throw new Error('The refund is not there')
      expect(await platform.isOperationCommitted(operation)).toBe(false)
      await platform.saveOperation(operation)
      await platform.exclusively(payment, async () => {})
      await platform.markEventHandled('an event')
      expect(await platform.eventHandled('an event')).toBe(true)
    }
    expect(await problemsWhile('attempt', work)).toEqual([])
  })
})

describe('jobs read what is due', () => {
  test('what is due of each minute', async () => {
    const platform = service(CraftgatePlatform)
    const now = new Date()
    const work = async () => {
      expect(await countOf(platform.dueCheckouts({ now }))).toBeGreaterThan(0)
      expect(await countOf(platform.openOperations({ before: now }))).toBeGreaterThan(0)
    }
    expect(await problemsWhile('reconcile', work, OF_A_JOB)).toEqual([])
  })

  test('old records, a batch of each kind', async () => {
    const before = new Date(Date.now() - 50 * DAY_MS)
    const limit = 500
    // A batch that is a good part of the table is best found by reading it from end to end.
    const ofPaid = Math.min(limit, PAYMENTS / 400)
    const old = service(OldRecords)
    const work = async () => {
      const states = ['authorized', 'captured', 'refunded'] as const
      expect(await old.deleteCheckouts({ states, before, limit: ofPaid })).toBe(ofPaid)
      expect(await old.deleteCheckouts({ states: ['expired'], before, limit })).toBeGreaterThan(0)
      expect(await old.deleteEvents({ before, limit })).toBe(limit)
    }
    expect(await problemsWhile('old records', work, 8 * limit)).toEqual([])
  })
})

const boughtRecord = async (): Promise<{ account: string; channel: string }> => {
  const record = await service(CraftgatePlatform).findCheckout({ reference: bought.begun.reference })
  if (!record) throw new Error('The checkout was not written down')
  return { account: record.account, channel: record.context.channel ?? '' }
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString()
}

const refund = ({ payment }: Bought, amount: number) =>
  harness.shop.manage(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { state } } }`,
    { input: { paymentId: payment.id, amount, shipping: 0, adjustment: 0 } },
  )

async function countOf(values: AsyncIterable<unknown>): Promise<number> {
  let count = 0
  for await (const _ of values) count += 1
  return count
}

interface AttemptList {
  readonly totalItems: number
  readonly items: readonly { readonly id: string }[]
}

const checkouts = (options: string) =>
  harness.shop.manage<{ craftgateCheckouts: AttemptList }>(
    `query { craftgateCheckouts(options: { ${options} }) { totalItems items { id reference state price } } }`,
  )

async function inChannel<T>(token: string, work: () => Promise<T>): Promise<T> {
  harness.shop.admin.setChannelToken(token)
  try {
    return await work()
  } finally {
    harness.shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  }
}

async function createChannel(): Promise<string> {
  const { createChannel } = await harness.shop.manage<{ createChannel: { id: string } }>(
    `mutation ($input: CreateChannelInput!) { createChannel(input: $input) { ... on Channel { id } } }`,
    {
      input: {
        ...{ code: SMALL_CHANNEL, token: SMALL_CHANNEL, sellerId: 'T_1' },
        ...{ defaultTaxZoneId: 'T_1', defaultShippingZoneId: 'T_1', defaultLanguageCode: 'en' },
        ...{ pricesIncludeTax: true, defaultCurrencyCode: 'TRY' },
      },
    },
  )
  return createChannel.id
}
