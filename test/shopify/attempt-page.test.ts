import { type CheckoutRow, checkoutEntity, checkoutPaymentEntity } from '../../packages/shopify/src/database'
import { createMerchantQueries } from '../../packages/shopify/src/merchant/queries/merchant-queries'
import { attemptRow } from '../../packages/shopify/test/rows'
import { OTHER_SHOP, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// What the panel lists of a shop: what is asked for, of both modes, and of no other shop.

let apps: TestApps
let queries: ReturnType<typeof createMerchantQueries>

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 9))

beforeAll(async () => {
  apps = await testAppsOnPostgres('shopify_attempt_page')
  const { database } = await apps.open()
  queries = createMerchantQueries(database)
  const add = async (recordId: string, day: number, more: Partial<CheckoutRow> = {}) => {
    const times = { startedAt: at(day), changedAt: at(day), stateSince: at(day) }
    const row = attemptRow({ shop: SHOP, recordId, reference: recordId, token: recordId, ...times, ...more })
    await database.getRepository(checkoutEntity).insert(row)
    const { shop, mode, account } = row
    for (const paymentId of row.paymentIds)
      await database.getRepository(checkoutPaymentEntity).insert({ shop, mode, account, paymentId, recordId })
  }
  const test = { mode: 'test', account: 'test:sandbox' } as const
  await add('first', 1, { state: 'captured', method: 'CARD', paymentIds: [7], changedAt: at(9) })
  await add('second', 2, { ...test, state: 'captured', method: 'CARD', amount: 5_000, paymentIds: [7] })
  await add('third', 3, { state: 'needs-review', method: 'PAPARA', currency: 'USD', amount: 7_500 })
  await add('fourth', 4, { ...test, state: 'expired' })
  await add('theirs', 5, { shop: OTHER_SHOP, state: 'captured', method: 'CARD', paymentIds: [8] })
})
afterAll(() => apps.close())

const listed = async (query: Partial<Parameters<typeof queries.attemptPage>[1]> = {}) => {
  const { records, count } = await queries.attemptPage(SHOP, { states: [], limit: 25, offset: 0, ...query })
  expect(count).toBe(records.length)
  return records.map(({ reference }) => reference)
}

test('attempts of both modes are listed, those that began last first', async () => {
  expect(await listed()).toEqual(['fourth', 'third', 'second', 'first'])
  expect((await queries.attemptPage(SHOP, { states: [], limit: 2, offset: 1 })).records).toHaveLength(2)
})

test('each filter narrows the list, and together they narrow it further', async () => {
  expect(await listed({ states: ['captured', 'expired'] })).toEqual(['fourth', 'second', 'first'])
  expect(await listed({ account: 'test:sandbox' })).toEqual(['fourth', 'second'])
  expect(await listed({ account: 'live:sandbox', states: ['captured'] })).toEqual(['first'])
  expect(await listed({ method: 'PAPARA' })).toEqual(['third'])
  expect(await listed({ amounts: { currency: 'TRY', from: 5_000, to: 9_999 } })).toEqual(['second'])
  expect(await listed({ amounts: { currency: 'USD', to: 7_500 } })).toEqual(['third'])
  expect(await listed({ amounts: { currency: 'USD', from: 7_501 } })).toEqual([])
})

test('the accounts of a list are those of its attempts, paid or not, and of no other shop', async () => {
  expect(await queries.listedAccounts(SHOP)).toEqual(['live:sandbox', 'test:sandbox'])
  expect(await queries.listedAccounts(OTHER_SHOP)).toEqual(['live:sandbox'])
  expect(await queries.listedAccounts('nobody.myshopify.com')).toEqual([])
})

test('the days of a list are those of the last change, and their end is not within', async () => {
  expect(await listed({ changedFrom: at(4) })).toEqual(['first', 'fourth'])
  expect(await listed({ changedFrom: at(3), changedBefore: at(4) })).toEqual(['third'])
  expect(await listed({ changedBefore: at(4), states: ['captured'] })).toEqual(['second'])
})

test('a search finds by the id of Shopify, the number of a payment, and what a card paid; filters narrow it too', async () => {
  expect(await listed({ search: 'third' })).toEqual(['third'])
  expect(await listed({ search: '7' })).toEqual(['second', 'first'])
  expect(await listed({ search: '7', account: 'live:sandbox' })).toEqual(['first'])
  const cardPayments = [{ account: 'test:sandbox', paymentId: 7 }]
  expect(await listed({ search: '0008', cardPayments })).toEqual(['second'])
  expect(await listed({ search: '0008', cardPayments, states: ['expired'] })).toEqual([])
  for (const search of ['theirs', '8', '0007', 'nothing', '\0']) expect(await listed({ search })).toEqual([])
})
