import type { AppContext } from '../../packages/shopify/src/context/app-context'
import {
  type CheckoutRow,
  checkoutEntity,
  type OperationRow,
  operationEntity,
} from '../../packages/shopify/src/database'
import { createMerchantQueries } from '../../packages/shopify/src/merchant/queries/merchant-queries'
import { OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Payments that would be lost without the keys of their account.

let apps: TestApps
let context: AppContext
beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_open_payments')
  context = await apps.open()
})
afterEach(() => apps.close())

const LIVE = { shop: SHOP, mode: 'live' } as const

const attempt = (recordId: string, more: Partial<CheckoutRow> = {}) => {
  const at = context.clock()
  const row: CheckoutRow = {
    ...LIVE,
    recordId,
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
    startedAt: at,
    changedAt: at,
    expiresAt: at,
    note: null,
    version: 1,
    ...more,
  }
  return context.database.getRepository(checkoutEntity).insert(row)
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
  expect(await queries.openPayments(LIVE)).toBe(0)
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
  expect(await queries.openPayments(LIVE)).toBe(4)
})

test('the newest payment of each account is the one that began last there, of this shop and mode; one without any has its newest attempt', async () => {
  const queries = createMerchantQueries(context.database)
  await attempt('old', { paymentIds: [9], state: 'captured' })
  apps.pass(1000)
  await attempt('new', { paymentIds: [5], state: 'captured' })
  apps.pass(1000)
  await attempt('unpaid')
  await attempt('test', { mode: 'test', paymentIds: [6] })
  await attempt('other', { shop: OTHER_SHOP, paymentIds: [7] })
  await attempt('before', { account: 'earlier', paymentIds: [3], startedAt: new Date(1) })
  await attempt('abandoned', { account: 'unused', startedAt: new Date(0) })
  expect(await queries.accounts(LIVE)).toEqual([
    { account: 'live:sandbox', paymentId: 5, recordId: 'new' },
    { account: 'earlier', paymentId: 3, recordId: 'before' },
    { account: 'unused', paymentId: null, recordId: 'abandoned' },
  ])
  expect(await queries.accounts({ shop: OTHER_SHOP, mode: 'test' })).toEqual([])
})
