// Points of a stored card, over the real wire against the emulator: 12.35 lira of the card, and 5.20 that hold at the shop only.
import { testCards } from '@craftgate-commerce/sandbox'
import { paidWith } from '../../adapter/paid-with'
import { answerBank, DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop
let link: string
let card: string

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const ASK = '/card-loyalties/retrieve'

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

async function sell(checkout: object = {}, of = testCards.points) {
  await shop.reset({ alwaysStoreCard: true, threeDSecure: 'never', ...checkout })
  await shop.ofCustomer('c7', of)
  link = await shop.linkBy('STORED_CARD')
  const html = await (await shop.open(link, { shopper: 'c7' })).text()
  const codes = [...html.matchAll(/<option value="([^"]+)"/g)].map(([, code = '']) => code)
  card = codes.find((code) => code.split('-')[1] === '1') ?? ''
}
beforeEach(() => sell())

const send = (fields: Record<string, string>) =>
  shop.send(link, { 'stored-card': card, ...fields }, { shopper: 'c7' })
const paid = () => shop.platform.order('o1').payment
const charged = () => shop.calls('/payment/v1/card-payments')

test('are offered before anything is charged, with what they are worth', async () => {
  const html = await (await send({})).text()
  expect(html).toContain('17,55 TL')
  expect(html).toContain('name="points" value="all"')
  expect(charged()).toHaveLength(0)
  expect((await shop.attempt()).state).toBe('created')
})

test('none are used when he says so', async () => {
  expect(locationOf(await send({ points: 'none' }))).toBe(`${RETURN}captured`)
  expect(paid()?.facts.pointsUsed).toBeUndefined()
})

test('all of them pay their part, and order and refund say so', async () => {
  expect(locationOf(await send({ points: 'all' }))).toBe(`${RETURN}captured`)
  const { facts } = paid() ?? {}
  expect(facts).toMatchObject({ pointsUsed: { minor: 1755 }, paidPrice: { minor: 124_990 } })
  expect(facts && paidWith(facts).tr).toContain('puan')
  const { account, paymentIds } = await shop.attempt()
  const [paymentId = 0] = paymentIds
  const refund = { account, paymentId, key: 'r1', amount: { minor: 124_990, currency: 'TRY' } as const }
  expect(await shop.commerce.refund(refund)).toMatchObject({ state: 'done' })
  expect(await shop.commerce.payment({ account, paymentId })).toMatchObject({ pointsUsed: { minor: 1755 } })
})

test('a part of them: those of this shop go first', async () => {
  await send({ points: 'part', 'points-amount': '6,20' })
  expect(paid()?.facts.pointsUsed).toEqual({ minor: 620, currency: 'TRY' })
})

test('with 3D Secure they pay when the bank verified him', async () => {
  await sell({ threeDSecure: 'always' })
  await shop.deliver(await answerBank(await send({ points: 'all' })))
  expect(paid()).toMatchObject({ facts: { threeDS: true, pointsUsed: { minor: 1755 } } })
})

test.each(['17,56', '0', '-1', '', 'all', '1.234'])('%p is no amount of them', async (amount) => {
  const answer = await send({ points: 'part', 'points-amount': amount })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('en fazla kullanılabilir puan')
  expect(charged()).toHaveLength(0)
})

test.each(['none', 'all'])('an amount that is typed beside the choice %s is asked about', async (points) => {
  expect((await send({ points, 'points-amount': '5' })).status).toBe(422)
  expect(charged()).toHaveLength(0)
})

test('a card without any is charged at once', async () => {
  await sell({}, testCards.success)
  expect(locationOf(await send({}))).toBe(`${RETURN}captured`)
})

test('a card whose family no POS takes points of is not asked about', async () => {
  await sell({}, testCards.world)
  expect(locationOf(await send({}))).toBe(`${RETURN}captured`)
  expect(shop.calls(ASK)).toHaveLength(0)
})

test('points are lira: a sale in another currency does not offer them', async () => {
  shop.platform.order('o1').snapshot = orderOf(124_990, {
    currency: 'USD',
    buyer: shop.platform.order('o1').snapshot.buyer,
  })
  await send({})
  expect(shop.calls(ASK)).toHaveLength(0)
})

test('a bank that does not tell them keeps nobody from paying', async () => {
  shop.sandbox.control.faults.add({ kind: 'status', match: { path: /card-loyalties/ } })
  expect(locationOf(await send({}))).toBe(`${RETURN}captured`)
  expect(paid()?.facts.pointsUsed).toBeUndefined()
})

test('but who chose them is not charged without them', async () => {
  shop.sandbox.control.faults.add({ kind: 'status', match: { path: /card-loyalties/ }, times: 5 })
  expect((await send({ points: 'all' })).status).toBe(503)
  expect(charged()).toHaveLength(0)
  shop.sandbox.control.faults.clear()
  expect(locationOf(await send({ points: 'all' }))).toBe(`${RETURN}captured`)
})

test('other points than asked are no payment of this order', async () => {
  shop.sandbox.control.faults.add({ kind: 'status', match: { path: /card-payments\/\d+$/ }, times: 20 })
  await send({ points: 'all' })
  shop.sandbox.control.faults.clear()
  const record = await shop.attempt()
  const charge = { ...JSON.parse(record.context.charge ?? '{}'), points: 1_000 }
  await shop.platform.saveCheckout({
    ...record,
    context: { ...record.context, charge: JSON.stringify(charge) },
  })
  await shop.open(link, { shopper: 'c7' })
  expect(paid()).toBeUndefined()
  expect((await shop.attempt(1)).note).toContain('points 17.55 instead of 10.00')
})
