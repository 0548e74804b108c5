import type { House } from '../../packages/shopify/src/context/app-context'
import {
  type CheckoutRow,
  checkoutEntity,
  type OperationRow,
  operationEntity,
} from '../../packages/shopify/src/database'
import { databaseReads } from '../../packages/shopify/src/merchant/queries/merchant-queries'
import { type Houses, housesOnPostgres, OTHER_SHOP, SHOP } from './house-on-postgres'

// Payments that would be lost without the keys of their account.

let houses: Houses
let house: House
beforeEach(async () => {
  houses = await housesOnPostgres('shopify_open_payments')
  house = await houses.open()
})
afterEach(() => houses.close())

const LIVE = { shop: SHOP, mode: 'live' } as const

const attempt = (recordId: string, more: Partial<CheckoutRow> = {}) => {
  const at = house.clock()
  const row: CheckoutRow = {
    ...LIVE,
    recordId,
    reference: recordId,
    attempt: 1,
    merchant: 'live',
    order: recordId,
    context: {},
    phase: 'AUTH',
    state: 'open',
    amount: 12_300,
    currency: 'TRY',
    token: recordId,
    pageUrl: null,
    paymentId: null,
    startedAt: at,
    changedAt: at,
    expiresAt: at,
    note: null,
    version: 1,
    ...more,
  }
  return house.database.getRepository(checkoutEntity).insert(row)
}

const call = (operationKey: string, more: Partial<OperationRow> = {}) => {
  const at = house.clock()
  const row: OperationRow = {
    ...LIVE,
    operationKey,
    kind: 'refund',
    merchant: 'live',
    paymentId: 7,
    amount: 12_300,
    currency: 'TRY',
    steps: [],
    state: 'unknown',
    cancelled: null,
    error: null,
    shopReference: null,
    startedAt: at,
    changedAt: at,
    version: 1,
    ...more,
  }
  return house.database.getRepository(operationEntity).insert(row)
}

test('attempts and money calls without an end are counted, each payment once, of this shop and mode', async () => {
  const reads = databaseReads(house.database)
  expect(await reads.openPayments(LIVE)).toBe(0)
  await attempt('open')
  await attempt('review', { state: 'review', paymentId: 5 })
  await attempt('refunding', { state: 'refunding', paymentId: 7 })
  await call('gives it back')
  for (const state of ['planned', 'waiting'] as const) await call(state, { state, paymentId: 8 })
  for (const state of ['created', 'authorized', 'captured', 'expired', 'refunded', 'needs-review'] as const)
    await attempt(state, { state })
  for (const state of ['done', 'failed'] as const) await call(state, { state, paymentId: 9 })
  await attempt('test', { mode: 'test' })
  await call('of another shop', { shop: OTHER_SHOP, paymentId: 10 })
  expect(await reads.openPayments(LIVE)).toBe(4)
})

test('the newest payment is the one that began last, of this shop and mode', async () => {
  const reads = databaseReads(house.database)
  await attempt('old', { paymentId: 9, state: 'captured' })
  houses.pass(1000)
  await attempt('new', { paymentId: 5, state: 'captured' })
  houses.pass(1000)
  await attempt('unpaid')
  await attempt('test', { mode: 'test', paymentId: 6 })
  await attempt('other', { shop: OTHER_SHOP, paymentId: 7 })
  expect(await reads.newestPayment(LIVE)).toBe(5)
  expect(await reads.newestPayment({ shop: OTHER_SHOP, mode: 'test' })).toBeUndefined()
})
