// A sum that is paid in parts, over the real wire against the emulator.
import { Shopper, type ShopperResult, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'

let shop: DirectShop

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const EXPECTED = { minor: 124_990, currency: 'TRY' } as const

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset({ multiPayment: true }))

async function link(over: object = {}): Promise<string> {
  const sale = { reference: 's1', merchant: 'tr', order: 'o1', expected: EXPECTED, ...over }
  return (await shop.commerce.begin(sale)).payLink
}

const openPage = async (over: object = {}): Promise<string> => locationOf(await shop.open(await link(over)))

async function payPart(page: string, amount: string, card = testCards.success): Promise<ShopperResult> {
  const shopper = new Shopper()
  await shopper.open(page)
  await shopper.startPart(amount)
  return shopper.pay({ card, deliver: false })
}

const heldAtCraftgate = () => shop.sandbox.control.sums().TRY

test('two cards pay the order together, and it holds one payment of the sum', async () => {
  const page = await openPage()
  expect(page).toContain('/multi/')
  await payPart(page, '1000')
  expect((await shop.settle()).outcome).toEqual({ kind: 'pending' })
  const { callback } = await payPart(page, '249.90', testCards.world)
  if (callback === undefined) throw new Error('The shopper was not sent back')
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
  const { paymentIds } = await shop.attempt()
  expect(paymentIds).toHaveLength(2)
  const [id, more] = paymentIds
  expect(shop.platform.order('o1').payment).toMatchObject({
    id,
    state: 'captured',
    facts: { morePaymentIds: [more], price: EXPECTED, paidPrice: EXPECTED },
  })
})

test('the webhook completes it when nobody comes back', async () => {
  const page = await openPage()
  await payPart(page, '624.95')
  await payPart(page, '624.95')
  expect((await shop.notify()).status).toBe(200)
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
})

test('a sum that was not completed in time goes back, each part to its card', async () => {
  const page = await openPage()
  await payPart(page, '1000')
  await payPart(page, '100', testCards.world)
  await shop.sandbox.control.clock.advance({ minutes: 31 })
  expect((await shop.notify()).status).toBe(200)
  expect(await shop.attempt()).toMatchObject({ state: 'open' })
  await shop.sandbox.control.clock.advance({ minutes: 6 })
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ state: 'refunded' })
  expect(heldAtCraftgate()).toMatchObject({ captured: '1100.00', refunded: '1100.00' })
  expect(shop.platform.order('o1').payment).toBeUndefined()
})

test('nothing was paid in time: the attempt is over, and the next opening starts anew', async () => {
  const first = await openPage()
  await shop.sandbox.control.clock.advance({ minutes: 36 })
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ state: 'expired' })
  const second = await openPage()
  expect(second).not.toBe(first)
  await payPart(second, '1249.90')
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
})

test('parts of a page that was left for a changed cart go back when its time is over', async () => {
  const page = await openPage()
  await payPart(page, '1000')
  shop.platform.order('o1').snapshot = orderOf(99_990)
  const second = await openPage({ expected: { minor: 99_990, currency: 'TRY' } })
  await payPart(second, '999.90')
  await shop.settle()
  expect(shop.platform.order('o1').payment).toMatchObject({ facts: { price: { minor: 99_990 } } })
  await shop.sandbox.control.clock.advance({ hours: 2 })
  await shop.commerce.reconcile()
  expect(await shop.attempt(1)).toMatchObject({ state: 'refunded' })
  expect(heldAtCraftgate()).toMatchObject({ captured: '1999.90', refunded: '1000.00' })
})

test('a declined part is no end: the shopper tries another card on the same page', async () => {
  const page = await openPage()
  await payPart(page, '1249.90', testCards.notSufficientFunds)
  expect((await shop.settle()).outcome).toEqual({ kind: 'pending' })
  await payPart(page, '1249.90')
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ state: 'captured', paymentIds: [expect.any(Number)] })
})

test('a pre-authorization, and a link that names one way to pay, have no parts', async () => {
  expect(await openPage({ phase: 'PRE_AUTH' })).toContain('/checkout/')
  await shop.reset({ multiPayment: true })
  expect(locationOf(await shop.open(`${await link()}&method=CARD`))).toContain('/checkout/')
})

test('the refund of an order that two cards paid goes back to both', async () => {
  const page = await openPage()
  await payPart(page, '1000')
  await payPart(page, '249.90', testCards.world)
  await shop.settle()
  const { account, paymentIds } = await shop.attempt()
  const [paymentId = 0] = paymentIds
  const refund = await shop.commerce.refund({ account, paymentId, key: 'r1', amount: EXPECTED })
  expect(refund).toMatchObject({ state: 'done' })
  expect(heldAtCraftgate()).toMatchObject({ captured: '1249.90', refunded: '1249.90' })
})
