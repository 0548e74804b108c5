// A stored card, chosen on a page of ours and charged by API, over the real wire against the emulator.
import { testCards } from '@craftgate-commerce/sandbox'
import { answerBank, DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop
let link: string

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const CUSTOMER = { id: 'c7', hasAccount: true }

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

beforeEach(async () => {
  await shop.reset({ alwaysStoreCard: true })
  await shop.ofCustomer('c7', testCards.success)
  link = await shop.linkBy('STORED_CARD')
})

const openAs = (shopper: string | undefined, address: string) => shop.open(address, { shopper })

const sendAs = (shopper: string | undefined, fields: Record<string, string>) =>
  shop.send(link, fields, { shopper })

interface Offer {
  readonly code: string
  readonly text: string
}

async function offers(): Promise<readonly Offer[]> {
  const html = await (await openAs('c7', link)).text()
  return [...html.matchAll(/<option value="([^"]+)">([^<]+)/g)].map(([, code = '', text = '']) => ({
    code,
    text,
  }))
}

async function choose(count: number): Promise<Response> {
  const offer = (await offers()).find(({ code }) => code.split('-')[1] === String(count))
  return sendAs('c7', { 'stored-card': offer?.code ?? '' })
}

const charges = () => shop.calls('/3ds-complete')
const paid = () => shop.platform.order('o1').payment

test('his own cards are offered with what each may pay in, and the one he chooses pays with 3D Secure', async () => {
  const offered = await offers()
  expect(offered[0]?.text).toMatch(/•••• \d{4}, tek çekim 1\.249,90 TL/)
  expect(offered.length).toBeGreaterThan(1)
  const back = await shop.deliver(await answerBank(await choose(1)))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(paid()).toMatchObject({ facts: { threeDS: true, method: 'CARD', card: { storedCard: true } } })
  expect(charges()).toHaveLength(1)
})

test('instalments cost what the page said', async () => {
  const three = (await offers()).find(({ code }) => code.split('-')[1] === '3')
  await shop.deliver(await answerBank(await choose(3)))
  const { facts } = paid() ?? {}
  expect(facts).toMatchObject({ installment: 3, price: { minor: 124_990 } })
  const total = ((facts?.paidPrice.minor ?? 0) / 100).toLocaleString('tr-TR', { minimumFractionDigits: 2 })
  expect(three?.text).toContain(`toplam ${total} TL`)
})

test.each([undefined, 'c8'])(
  'whoever else opens the link (%s) sees no card and charges none',
  async (shopper) => {
    const [offer] = await offers()
    const seen = await openAs(shopper, link)
    expect(seen.status).toBe(422)
    expect(await seen.text()).not.toMatch(/••••/)
    await sendAs(shopper, { 'stored-card': offer?.code ?? '' })
    expect(shop.calls('/3ds-init')).toHaveLength(0)
  },
)

test('a card that is not his, and a count that his card does not have, are refused', async () => {
  const [offer] = await offers()
  const id = offer?.code.split('-')[0]
  for (const code of [`${'0'.repeat(32)}-1-124990`, `${id}-11-124990`, `${id}-1-1`, 'x', ''])
    expect((await sendAs('c7', { 'stored-card': code })).status).toBe(422)
  expect(shop.calls('/3ds-init')).toHaveLength(0)
})

test('a wrong code at the bank charges nothing, and he may choose again', async () => {
  await shop.deliver(await answerBank(await choose(1), 'wrong-code'))
  expect(paid()).toBeUndefined()
  expect(charges()).toHaveLength(0)
  await shop.deliver(await answerBank(await choose(1)))
  expect(paid()).toMatchObject({ state: 'captured' })
})

test('a charge whose answer is lost is asked about, and happens once', async () => {
  const callback = await answerBank(await choose(1))
  shop.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { path: /3ds-complete$/ } })
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
  expect(charges()).toHaveLength(1)
  expect(shop.sandbox.control.sums().TRY?.captured).toBe('1259.90')
})

test('a verified card of an order that changed meanwhile is not charged', async () => {
  const callback = await answerBank(await choose(1))
  shop.platform.order('o1').snapshot = orderOf(99_990, { buyer: CUSTOMER })
  await shop.deliver(callback)
  expect(charges()).toHaveLength(0)
  expect(shop.sandbox.control.sums().TRY?.captured).toBe('10.00')
})

test('nobody comes back from the bank: the scheduled check charges what was verified', async () => {
  await answerBank(await choose(1))
  await shop.sandbox.control.clock.advance({ minutes: 3 })
  await shop.commerce.reconcile()
  expect(paid()).toMatchObject({ state: 'captured' })
  expect(charges()).toHaveLength(1)
})

describe('without 3D Secure, where the shop’s rule says so', () => {
  beforeEach(async () => {
    await shop.reset({ alwaysStoreCard: true, threeDSecure: 'never' })
    await shop.ofCustomer('c7', testCards.success)
    link = await shop.linkBy('STORED_CARD')
  })

  const direct = () => shop.calls('/payment/v1/card-payments')

  test('one click pays', async () => {
    expect(locationOf(await choose(1))).toBe(`${RETURN}captured`)
    expect(paid()).toMatchObject({ facts: { threeDS: false, card: { storedCard: true } } })
    expect(direct()).toHaveLength(1)
  })

  test('instalments cost what the page said', async () => {
    const three = (await offers()).find(({ code }) => code.split('-')[1] === '3')
    await choose(3)
    expect(paid()?.facts.paidPrice.minor).toBe(Number(three?.code.split('-')[2]))
  })

  test('an answer that is lost is asked for in the reports, and the card is charged once', async () => {
    shop.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { path: /card-payments$/ } })
    expect(locationOf(await choose(1))).toBe(`${RETURN}captured`)
    expect(direct()).toHaveLength(1)
    expect(shop.sandbox.control.sums().TRY?.captured).toBe('1259.90')
  })

  test('whoever else opens the link charges nothing', async () => {
    const [offer] = await offers()
    expect((await sendAs('c8', { 'stored-card': offer?.code ?? '' })).status).toBe(422)
    expect(direct()).toHaveLength(0)
  })

  test('a decline says why and offers the cards again', async () => {
    shop.sandbox.control.pos.refuse('garanti', 'NOT_SUFFICIENT_FUNDS')
    const answer = await choose(1)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/(limiti|bakiye)[\s\S]*<option/)
    shop.sandbox.control.pos.refuse('garanti', undefined)
    expect(locationOf(await choose(1))).toBe(`${RETURN}captured`)
    expect((await shop.attempt()).attempt).toBe(2)
  })
})

test('a price that is another than he chose is not charged', async () => {
  const [offer] = await offers()
  const other = offer?.code.replace(/\d+$/, '1000') ?? ''
  expect((await sendAs('c7', { 'stored-card': other })).status).toBe(422)
  expect(shop.calls('/3ds-init')).toHaveLength(0)
})
