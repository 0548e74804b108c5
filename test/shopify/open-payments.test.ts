import type { AppContext } from '../../packages/shopify/src/context/app-context'
import {
  type CheckoutRow,
  checkoutEntity,
  checkoutPaymentEntity,
  groupWinnerEntity,
  type OperationRow,
  operationEntity,
  type SessionRow,
} from '../../packages/shopify/src/database'
import { createMerchantQueries } from '../../packages/shopify/src/merchant/queries/merchant-queries'
import { SessionStore } from '../../packages/shopify/src/sessions/session-store'
import { insertSession, OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Payments that would be lost without the keys of their account.

let apps: TestApps
let context: AppContext
beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_open_payments')
  context = await apps.open()
})
afterEach(() => apps.close())

const LIVE = { shop: SHOP, mode: 'live' } as const

const attempt = async (recordId: string, more: Partial<CheckoutRow> = {}) => {
  const at = context.clock()
  const row: CheckoutRow = {
    ...LIVE,
    recordId,
    nextCheckAt: null,
    reference: recordId,
    attempt: 1,
    account: 'live:sandbox',
    order: recordId,
    context: {},
    phase: 'AUTH',
    state: 'open',
    amount: 12_300,
    currency: 'TRY',
    token: recordId,
    pageUrl: null,
    paymentIds: [],
    method: null,
    startedAt: at,
    changedAt: at,
    stateSince: at,
    standing: null,
    expiresAt: at,
    note: null,
    version: 1,
    ...more,
  }
  await context.database.getRepository(checkoutEntity).insert(row)
  const { shop, mode, account } = row
  for (const paymentId of row.paymentIds)
    await context.database
      .getRepository(checkoutPaymentEntity)
      .insert({ shop, mode, account, paymentId, recordId })
}

const operation = (operationKey: string, more: Partial<OperationRow> = {}) => {
  const at = context.clock()
  const row: OperationRow = {
    ...LIVE,
    operationKey,
    kind: 'refund',
    account: 'live:sandbox',
    paymentId: 7,
    amount: 12_300,
    currency: 'TRY',
    steps: [],
    state: 'unknown',
    request: null,
    cancelled: null,
    error: null,
    shopReference: null,
    acknowledgedAt: null,
    startedAt: at,
    changedAt: at,
    version: 1,
    ...more,
  }
  return context.database.getRepository(operationEntity).insert(row)
}

test('attempts and operations without an end are counted, each payment once, of this shop and mode', async () => {
  const queries = createMerchantQueries(context.database)
  expect(await queries.openPayments(LIVE, apps.now())).toBe(0)
  await attempt('open')
  await attempt('review', { state: 'review', paymentIds: [5] })
  await attempt('refunding', { state: 'refunding', paymentIds: [7] })
  await operation('gives it back')
  for (const state of ['planned', 'waiting'] as const) await operation(state, { state, paymentId: 8 })
  for (const state of ['created', 'authorized', 'captured', 'expired', 'refunded', 'needs-review'] as const)
    await attempt(state, { state })
  for (const state of ['done', 'failed'] as const) await operation(state, { state, paymentId: 9 })
  await attempt('test', { mode: 'test' })
  await operation('of another shop', { shop: OTHER_SHOP, paymentId: 10 })
  expect(await queries.openPayments(LIVE, apps.now())).toBe(4)
})

/** A payment that Shopify holds for authorized. */
async function authorized(id: string, more: Partial<SessionRow> = {}) {
  const resolution = {
    mutation: 'paymentSessionResolve',
    authorizationExpiresAt: '2026-12-01T00:00:00Z',
  } as const
  await insertSession(context, { id, mode: 'live', resolution, syncStatus: 'synced', ...more })
  const { shop = SHOP, mode = 'live' } = more
  await context.database.getRepository(groupWinnerEntity).insert({
    ...{ shop, mode, group: id, sessionId: id, account: 'live:sandbox' },
    ...{ paymentId: Number(id.replace(/\D/g, '')) + 1000, wonAt: context.clock() },
  })
}

async function ended(payment: string, kind: 'capture' | 'void', syncStatus: 'synced' | null) {
  const resolution = { mutation: `${kind}SessionResolve` } as const
  const id = `${kind} of ${payment}`
  await insertSession(context, { id, kind, paymentSessionId: payment, group: null, resolution, syncStatus })
  if (syncStatus !== 'synced') return
  await new SessionStore(context.database, context.clock).locked(id, (session) => session.endAuthorization())
}

test('authorized payments are open until they are captured or voided, for the weeks that a bank keeps the block', async () => {
  const queries = createMerchantQueries(context.database)
  for (let at = 0; at < 300; at += 1) await authorized(`authorized ${at}`)
  await authorized('test', { mode: 'test' })
  await authorized('of another shop', { shop: OTHER_SHOP })
  expect(await queries.openPayments(LIVE, apps.now())).toBe(300)
  await ended('authorized 0', 'capture', 'synced')
  await ended('authorized 1', 'void', 'synced')
  await ended('authorized 2', 'capture', null)
  expect(await queries.openPayments(LIVE, apps.now())).toBe(298)
  apps.pass(31 * 86_400_000)
  expect(await queries.openPayments(LIVE, apps.now())).toBe(0)
})

test('the newest payment of each account is the one that began last there, of this shop and mode; one without any has its newest attempt', async () => {
  const queries = createMerchantQueries(context.database)
  await attempt('old', { paymentIds: [5], state: 'captured' })
  apps.pass(1000)
  await attempt('new', { paymentIds: [9], state: 'captured' })
  apps.pass(1000)
  await attempt('unpaid')
  await attempt('test', { mode: 'test', paymentIds: [6] })
  await attempt('other', { shop: OTHER_SHOP, paymentIds: [7] })
  await attempt('before', { account: 'earlier', paymentIds: [3], startedAt: new Date(1) })
  await attempt('abandoned', { account: 'unused', startedAt: new Date(0) })
  expect(await queries.accounts(LIVE)).toEqual([
    { account: 'live:sandbox', paymentId: 9, recordId: 'new' },
    { account: 'earlier', paymentId: 3, recordId: 'before' },
    { account: 'unused', paymentId: null, recordId: 'abandoned' },
  ])
  expect(await queries.accounts({ shop: OTHER_SHOP, mode: 'test' })).toEqual([])
})

test('every time carries a zone', async () => {
  const columns: { data_type: string }[] = await context.database.query(
    `SELECT data_type FROM information_schema.columns WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'`,
  )
  expect(columns.length).toBeGreaterThan(10)
  expect(new Set(columns.map(({ data_type }) => data_type))).toEqual(new Set(['timestamp with time zone']))
})
