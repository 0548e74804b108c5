// A sale of a marketplace with two sellers, over the real wire against the emulator.
import { MARKETPLACE_SEED, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { createClient } from '../client/index'
import { money } from '../money/index'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'
import type { Delivery } from './index'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start('tr', MARKETPLACE_SEED)
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const line = (externalId: string, unitPrice: number, seller?: { memberId: number; share: number }) => ({
  ...{ externalId, name: externalId, quantity: 1, unitPrice, seller },
})

/** Olive oil of the first seller, a coffee pot of the second, and the marketplace's own shipping: 100.00. */
const SPLIT = orderOf(10_000, {
  lines: [
    line('yag', 3_000, { memberId: 1, share: 2_700 }),
    line('cezve', 5_000, { memberId: 2, share: 4_200 }),
  ],
  shipping: [{ externalId: 'kargo', name: 'Kargo', price: 2_000 }],
})

async function sell(installment = 1): Promise<number> {
  shop.platform.addOrder('o1', SPLIT)
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  await shopper.pay({ card: testCards.success, installment, deliver: false })
  return (await shop.settle()).record.paymentIds[0] ?? 0
}

const tl = (minor: number) => money(minor, 'TRY')

const refund = (paymentId: number, minor: number, over: object = {}) =>
  shop.commerce.refund({ account: 'tr', paymentId, key: `r-${minor}`, amount: tl(minor), ...over })

/** The first seller's goods arrived; his share went into his wallet, and he drew it. */
async function payOut(transactionId: number): Promise<void> {
  const { apiKey, secretKey, webhookKey, url: environment } = shop.sandbox
  const client = createClient({ apiKey, secretKey, webhookKey, environment })
  const approval = { paymentTransactionIds: [transactionId], isTransactional: true }
  await client.call('approvePaymentTransactions', { body: approval })
  await client.call('createInstantWalletSettlement', { body: {} })
  const all = { memberId: 1, price: 27, currency: 'TRY', description: 'Hepsi' } as const
  await client.call('createWithdraw', { body: all })
  await client.close()
}

const account = async () => (await shop.attempt()).account
const refunds = () =>
  shop.sandbox.control.refunds().map(({ transactionId, amount }) => [transactionId, amount])

test('tells Craftgate who sold what and what is his, and tells the shop the same', async () => {
  const paymentId = await sell()
  const { transactions } = await shop.commerce.payment({ account: await account(), paymentId })
  expect(transactions).toMatchObject([
    { externalId: 'yag', seller: { memberId: 1, amount: tl(2_700) }, status: 'WAITING_FOR_APPROVAL' },
    { externalId: 'cezve', seller: { memberId: 2, amount: tl(4_200) }, status: 'WAITING_FOR_APPROVAL' },
    { externalId: 'kargo', seller: undefined },
  ])
})

test('leaves the interest of instalments to the shop', async () => {
  const paymentId = await sell(3)
  const facts = await shop.commerce.payment({ account: await account(), paymentId })
  expect(facts.paidPrice.minor).toBeGreaterThan(10_000)
  expect(facts.transactions.map(({ seller }) => seller?.amount.minor)).toEqual([2_700, 4_200, undefined])
})

test('a refund of a line is that of its seller, and one of no line is of all alike', async () => {
  const paymentId = await sell()
  const ref = { account: await account() }
  const [oil, pot, shipping] = (await shop.commerce.payment({ ...ref, paymentId })).transactions
  await refund(paymentId, 1_000, { ...ref, items: [{ externalId: 'cezve', amount: tl(1_000) }] })
  expect(refunds()).toEqual([[pot?.id, '10.00']])
  await refund(paymentId, 900, ref)
  expect(refunds().slice(1)).toEqual([
    [oil?.id, '3.00'],
    [pot?.id, '4.00'],
    [shipping?.id, '2.00'],
  ])
})

test('a refund that the seller has no money for is paid by the shop when it says so', async () => {
  const paymentId = await sell()
  const ref = { account: await account() }
  const [oil] = (await shop.commerce.payment({ ...ref, paymentId })).transactions
  const { control } = shop.sandbox
  await payOut(oil?.id ?? 0)
  const items = [{ externalId: 'yag', amount: tl(1_000) }]
  const refused = await refund(paymentId, 1_000, { ...ref, items })
  expect(refused).toMatchObject({ state: 'failed', error: { code: '4058' } })
  const paid = await refund(paymentId, 1_000, { ...ref, items, key: 'again', chargeFromMe: true })
  expect(paid).toMatchObject({ state: 'done', operation: { steps: [{ chargeFromMe: true }] } })
  await shop.reopen({ chargeRefundsFromMe: true })
  expect(
    await refund(paymentId, 500, { ...ref, items: [{ externalId: 'yag', amount: tl(500) }] }),
  ).toMatchObject({ state: 'done' })
  expect(control.sums().TRY?.refunded).toBe('15.00')
})

describe('the approval of shares', () => {
  const decide = (what: 'approve' | 'disapprove', paymentId: number, over: object = {}) =>
    shop.commerce[what]({ account: accountOfSale, paymentId, key: what, ...over })
  let accountOfSale = ''
  let paymentId = 0
  beforeEach(async () => {
    paymentId = await sell()
    accountOfSale = await account()
  })

  const statuses = async () =>
    (await shop.commerce.payment({ account: accountOfSale, paymentId })).transactions.map(
      ({ status }) => status,
    )
  const calls = (what: 'approve' | 'disapprove') => shop.calls(`/payment-transactions/${what}`).length

  test('lets go what was delivered, once, and takes it back', async () => {
    const once = await decide('approve', paymentId, { lines: ['yag', 'kargo'] })
    expect(once).toMatchObject({ state: 'done', operation: { kind: 'approve', amount: tl(2_700) } })
    expect(await statuses()).toEqual(['APPROVED', 'WAITING_FOR_APPROVAL', 'APPROVED'])
    await decide('approve', paymentId, { lines: ['yag', 'kargo'] })
    await decide('approve', paymentId, { lines: ['yag'], key: 'another' })
    expect(calls('approve')).toBe(1)
    expect(await decide('approve', paymentId, { key: 'all' })).toMatchObject({ state: 'done' })
    expect(calls('approve')).toBe(2)
    expect(await decide('disapprove', paymentId, { lines: ['cezve'] })).toMatchObject({ state: 'done' })
    expect(await statuses()).toEqual(['APPROVED', 'WAITING_FOR_APPROVAL', 'APPROVED'])
  })

  test.each(['drop-after-commit', 'drop-before'] as const)(
    'is given once where the answer is lost (%s)',
    async (kind) => {
      shop.sandbox.control.faults.add({ kind, match: { path: '/payment/v1/payment-transactions/approve' } })
      await decide('approve', paymentId, { lines: ['yag'] })
      for (let tick = 0; tick < 3; tick += 1) {
        await shop.sandbox.control.clock.advance({ minutes: 5 })
        await shop.commerce.reconcile()
      }
      const again = await decide('approve', paymentId, { lines: ['yag'] })
      expect(again).toMatchObject({ state: 'done' })
      expect(await statuses()).toEqual(['APPROVED', 'WAITING_FOR_APPROVAL', 'APPROVED'])
      expect(await shop.commerce.reconcile()).toMatchObject({ operations: 0, problems: [] })
    },
  )

  test('is not given where nothing is left, no seller sold, or the money is on its way', async () => {
    expect(await decide('approve', paymentId, { lines: ['kargo'] })).toMatchObject({
      error: { code: 'no-seller' },
    })
    await refund(paymentId, 3_000, {
      account: accountOfSale,
      items: [{ externalId: 'yag', amount: tl(3_000) }],
    })
    expect(await decide('approve', paymentId, { lines: ['yag'] })).toMatchObject({ error: { code: 'gone' } })
    const { transactions } = await shop.commerce.payment({ account: accountOfSale, paymentId })
    await shop.commerce.approve({ account: accountOfSale, paymentId, key: 'pot', lines: ['cezve'] })
    shop.sandbox.control.payouts.create()
    expect(transactions).toHaveLength(3)
    expect(await decide('disapprove', paymentId, { lines: ['cezve'] })).toMatchObject({
      error: { code: 'payout-started' },
    })
  })

  test('of a share does not keep the rest of the payment from being refunded', async () => {
    await decide('approve', paymentId)
    const back = await refund(paymentId, 2_000, {
      account: accountOfSale,
      items: [{ externalId: 'kargo', amount: tl(2_000) }],
    })
    expect(back).toMatchObject({ state: 'done' })
    expect(refunds()).toMatchObject([[expect.any(Number), '20.00']])
  })
})

describe('a delivery', () => {
  /** Pieces of the oil and of the pot that arrived, one delivery after the other. */
  let delivered: readonly Delivery[] = []
  beforeEach(async () => {
    delivered = []
    shop.platform.deliveries = async () => ({
      sold: ['yag', 'cezve'].map((goods) => ({ externalId: goods, goods, quantity: 1 })),
      deliveries: delivered,
    })
    await sell()
  })

  const arrives = (goods: string) => {
    delivered = [...delivered, { id: `d${delivered.length}`, pieces: new Map([[goods, 1]]) }]
  }
  const statuses = async () => {
    const { account: own, paymentIds } = await shop.attempt()
    const { transactions } = await shop.commerce.payment({ account: own, paymentId: paymentIds[0] ?? 0 })
    return transactions.map(({ status }) => status)
  }
  const [WAITS, GIVEN] = ['WAITING_FOR_APPROVAL', 'APPROVED']

  test('lets go what arrived, and leaves alone what the merchant took back', async () => {
    arrives('yag')
    await shop.commerce.approveDelivered(await shop.attempt())
    expect(await statuses()).toEqual([GIVEN, WAITS, GIVEN])
    const { account: own, paymentIds } = await shop.attempt()
    const ref = { account: own, paymentId: paymentIds[0] ?? 0 }
    await shop.commerce.disapprove({ ...ref, key: 'back', lines: ['yag'] })
    arrives('cezve')
    for (const _twice of [1, 2]) await shop.commerce.approveDelivered(await shop.attempt())
    expect(await statuses()).toEqual([WAITS, GIVEN, GIVEN])
  })

  test('that nobody told of is found by reconcile, which asks Craftgate nothing until then', async () => {
    await shop.sandbox.control.clock.advance({ minutes: 10 })
    await shop.commerce.reconcile()
    const asked = shop.sandbox.control.requests().length
    await shop.sandbox.control.clock.advance({ hours: 2 })
    expect(await shop.commerce.reconcile()).toMatchObject({ problems: [] })
    expect(shop.sandbox.control.requests()).toHaveLength(asked)
    arrives('yag')
    await shop.commerce.reconcile()
    expect(await statuses()).toEqual([WAITS, WAITS, GIVEN])
    await shop.sandbox.control.clock.advance({ hours: 2 })
    expect(await shop.commerce.reconcile()).toMatchObject({ problems: [] })
    expect(await statuses()).toEqual([GIVEN, WAITS, GIVEN])
  })

  test('of which Craftgate cannot be told now is told again', async () => {
    arrives('cezve')
    shop.sandbox.control.faults.add({ match: {}, kind: 'status', status: 503, times: 100 })
    await expect(shop.commerce.approveDelivered(await shop.attempt())).rejects.toMatchObject({
      kind: 'unavailable',
    })
    shop.sandbox.control.faults.clear()
    await shop.commerce.approveDelivered(await shop.attempt())
    expect(await statuses()).toEqual([WAITS, GIVEN, GIVEN])
  })
})
