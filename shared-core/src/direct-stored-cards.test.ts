// A stored card, chosen on a page of ours and charged by API, over the real wire against the emulator.
import { type Callback, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from './testing/direct-shop'
import { orderOf } from './testing/shop-harness'

let shop: DirectShop
let link: string

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const CUSTOMER = { id: 'c7', hasAccount: true }

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

/** A customer whose card the hosted page stored with an earlier order, and the link of his next one. */
beforeEach(async () => {
  await shop.reset({ alwaysStoreCard: true })
  const { order } = shop.platform
  shop.platform.addOrder('o0', orderOf(1_000, { buyer: CUSTOMER }))
  const sale = {
    reference: 's0',
    merchant: 'tr',
    order: 'o0',
    expected: { minor: 1_000, currency: 'TRY' } as const,
  }
  const opened = await openAs('c7', (await shop.commerce.begin(sale)).payLink)
  const shopper = new Shopper()
  await shopper.open(locationOf(opened))
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
  const { cardUserKey } = order.call(shop.platform, 'o0').payment?.facts ?? {}
  expect(cardUserKey).toEqual(expect.any(String))
  shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: { ...CUSTOMER, cardUserKey } })
  link = await shop.linkBy('STORED_CARD')
})

const openAs = (shopper: string | undefined, address: string) =>
  shop.commerce.handle(new Request(address, { headers: { 'accept-language': 'tr' } }), { shopper })

const sendAs = (shopper: string | undefined, fields: Record<string, string>) =>
  shop.commerce.handle(
    new Request(link, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'accept-language': 'tr', 'sec-fetch-site': 'same-origin' },
    }),
    { shopper },
  )

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
  const offer = (await offers()).find(({ code }) => code.endsWith(`-${count}`))
  return sendAs('c7', { 'stored-card': offer?.code ?? '' })
}

/** The bank's page, to which Craftgate's HTML leads, answered with the right code or a wrong one. */
async function verify(response: Response, threeDS: 'ok' | 'wrong-code' = 'ok'): Promise<Callback> {
  const page = /https?:\/\/[^"'<>\s]+\/3ds\/[^"'<>\s]+/.exec(await response.text())?.[0] ?? ''
  const shopper = new Shopper()
  await shopper.open(page)
  const { callback } = await shopper.answerBank(threeDS, { deliver: false })
  if (callback === undefined) throw new Error('The bank did not send the shopper back')
  return callback
}

const charges = () => shop.calls('/3ds-complete')
const paid = () => shop.platform.order('o1').payment

test('his own cards are offered with what each may pay in, and the one he chooses pays with 3D Secure', async () => {
  const offered = await offers()
  expect(offered[0]?.text).toMatch(/•••• \d{4}, tek çekim 1\.249,90 TL/)
  expect(offered.length).toBeGreaterThan(1)
  const back = await shop.deliver(await verify(await choose(1)))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(paid()).toMatchObject({ facts: { threeDS: true, method: 'CARD', card: { storedCard: true } } })
  expect(charges()).toHaveLength(1)
})

test('instalments cost what the page said', async () => {
  const three = (await offers()).find(({ code }) => code.endsWith('-3'))
  await shop.deliver(await verify(await choose(3)))
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
  for (const code of [`${'0'.repeat(32)}-1`, `${id}-11`, 'x', ''])
    expect((await sendAs('c7', { 'stored-card': code })).status).toBe(422)
  expect(shop.calls('/3ds-init')).toHaveLength(0)
})

test('a wrong code at the bank charges nothing, and he may choose again', async () => {
  await shop.deliver(await verify(await choose(1), 'wrong-code'))
  expect(paid()).toBeUndefined()
  expect(charges()).toHaveLength(0)
  await shop.deliver(await verify(await choose(1)))
  expect(paid()).toMatchObject({ state: 'captured' })
})

test('a charge whose answer is lost is asked about, and happens once', async () => {
  const callback = await verify(await choose(1))
  shop.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { path: /3ds-complete$/ } })
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
  expect(charges()).toHaveLength(1)
  expect(shop.sandbox.control.sums().TRY?.captured).toBe('1259.90')
})

test('a verified card of an order that changed meanwhile is not charged', async () => {
  const callback = await verify(await choose(1))
  shop.platform.order('o1').snapshot = orderOf(99_990, { buyer: CUSTOMER })
  await shop.deliver(callback)
  expect(charges()).toHaveLength(0)
  expect(shop.sandbox.control.sums().TRY?.captured).toBe('10.00')
})

test('nobody comes back from the bank: the scheduled check charges what was verified', async () => {
  await verify(await choose(1))
  await shop.sandbox.control.clock.advance({ minutes: 3 })
  await shop.commerce.reconcile()
  expect(paid()).toMatchObject({ state: 'captured' })
  expect(charges()).toHaveLength(1)
})
