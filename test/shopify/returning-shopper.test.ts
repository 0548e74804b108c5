import { type Callback, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { parse } from 'node-html-parser'
import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'
import { until } from '../until'

// What a shopper reads who comes back from Craftgate's page and cannot be sent on as if all were well.

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('shopify_returning', {
    env: { TRUSTED_PROXIES: '127.0.0.1', REQUESTS_PER_MINUTE: '5' },
  })
})
afterAll(() => open?.stack.stop())

const sessionOf = (id: string) =>
  open.stack.shopify.emulator.control.sessions().find((each) => each.id === id)

const pageAt = async (address = '', headers: Readonly<Record<string, string>> = {}) => {
  const answer = await fetch(address, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

test('a shopper whose bank still decides waits on our page, is not asked to pay again, and is sent on when it has decided', async () => {
  const scene = open.scene()
  const { payments } = open.stack.sandbox.control
  payments.holdNext('CALLBACK_THREEDS')
  const { order, paid } = await scene.buy({}, { threeDS: 'ok' })
  const waiting = await pageAt(paid.response?.location)
  expect(waiting).toMatchObject({ status: 200, text: expect.stringContaining('lütfen yeniden ödemeyin') })
  expect(waiting.text).toContain('http-equiv="refresh"')
  payments.release('SUCCESS')
  expect(await pageAt(paid.response?.location)).toMatchObject({
    status: 303,
    location: expect.stringContaining('/thank-you'),
  })
  await scene.expectPaid(order)
})

const openedAtOnce = (address: string, times: number, headers: Readonly<Record<string, string>> = {}) =>
  Promise.all(Array.from({ length: times }, () => pageAt(address, headers)))

/** Where the callback sends the browser. */
async function returnLinkAfter({ callback }: { readonly callback?: Callback }): Promise<string> {
  const body = new URLSearchParams(callback?.fields)
  const answer = await fetch(callback?.url ?? '', { method: 'POST', body, redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

/** The pages that were shown, and how much Craftgate was asked meanwhile. */
async function questionsOf<Page>(work: () => Promise<Page[]>) {
  const asked = () => open.stack.sandbox.control.requests().length
  const before = asked()
  const pages = await work()
  return { pages, questions: asked() - before }
}

const statusesOf = (pages: readonly { readonly status: number }[]) => [
  ...new Set(pages.map(({ status }) => status)),
]

test('a return page that is opened a hundred times at once while the bank decides asks Craftgate once in two seconds', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('CALLBACK_THREEDS')
  const { shopper } = await scene.goToPay(await scene.place())
  const card = testCards.success
  const link = await returnLinkAfter(await shopper.pay({ card, threeDS: 'ok', deliver: false }))
  const { pages, questions } = await questionsOf(() => openedAtOnce(link, 100))
  expect(statusesOf(pages)).toEqual([200])
  expect(questions).toBeLessThanOrEqual(6)
})

test('a return page that is opened a hundred times at once after a declined card closes the hosted page once', async () => {
  const scene = open.scene()
  const { shopper, order } = await scene.goToPay(await scene.place())
  await shopper.pay({ card: testCards.notSufficientFunds, deliver: false })
  const link = await returnLinkAfter(await shopper.leave({ deliver: false }))
  const { pages, questions } = await questionsOf(() => openedAtOnce(link, 100))
  expect(statusesOf(pages).filter((status) => status >= 400)).toEqual([])
  expect(questions).toBeLessThanOrEqual(6)
  await scene.expectUnpaid(order)
})

test('an address that opens return pages too often waits, and its payment is found all the same', async () => {
  const scene = open.scene()
  const { payments } = open.stack.sandbox.control
  payments.holdNext('CALLBACK_THREEDS')
  const { order, shopper } = await scene.goToPay(await scene.place())
  const card = testCards.success
  const link = await returnLinkAfter(await shopper.pay({ card, threeDS: 'ok', deliver: false }))
  const shopperAt = { 'x-forwarded-for': '203.0.113.7' }
  const pages = await openedAtOnce(link, 40, shopperAt)
  const refused = pages.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThanOrEqual(25)
  expect(refused.every(({ text }) => text.includes('http-equiv="refresh"'))).toBe(true)
  payments.release('SUCCESS')
  await scene.store.reconcile()
  await scene.expectPaid(order)
  expect((await pageAt(link, shopperAt)).location).toContain('/thank-you')
})

test('the return page of a paid checkout asks Craftgate nothing, however often it is opened', async () => {
  const link = await returnLinkAfter(await open.scene().heldCallback())
  const { pages, questions } = await questionsOf(async () => {
    const bursts = []
    for (let burst = 0; burst < 6; burst += 1) bursts.push(...(await openedAtOnce(link, 50)))
    return bursts
  })
  expect(pages.every(({ location }) => location?.includes('/thank-you'))).toBe(true)
  expect(questions).toBe(0)
})

test.each([
  ['tr', 'Bu ödeme kartınıza iade ediliyor', 'Siparişiniz daha önce ödenmişti'],
  ['en', 'This payment goes back to your card', 'Your order was paid before'],
] as const)(
  'a shopper who pays a second time is told in their language (%s) that it goes back, and led to the order',
  async (locale, title, why) => {
    const scene = open.scene()
    const order = await open.store.placeOrder({ locale })
    const links = [await open.store.payLink(order), await open.store.payLink(order)]
    const paid = []
    const shoppers = links.map(() => new Shopper({ lang: locale }))
    for (const [at, { url }] of links.entries()) await shoppers[at]?.open(url)
    for (const shopper of shoppers) paid.push(await shopper.pay({ card: testCards.success }))
    expect(paid[0]?.response?.location).toContain('/thank-you')
    const page = await pageAt(paid[1]?.response?.location)
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining(title) })
    expect(page.text).toContain(why)
    expect(page.text).toMatch(/<a href="[^"]+\/thank-you/)
    const held = () => scene.craftgate.heldSinceMark()
    expect(await until(held, (money) => money === order.total)).toBe(order.total)
  },
)

const lira = (minor = 0): string =>
  `${new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(minor / 100)} TL`

/** What stands beside each name. */
const sumsIn = (text: string) => {
  const list = parse(text)
  const [names, values] = ['dt', 'dd'].map((tag) => list.querySelectorAll(tag).map((each) => each.text))
  return names?.map((name, at) => [name, values?.[at]])
}

test('who paid in instalments reads what the card is charged, and is led on to Shopify’s page, which tells the order’s total', async () => {
  const scene = open.scene()
  const { order, paid } = await scene.buy({}, { installment: 3 })
  const [payment] = await scene.craftgate.paymentsSinceMark()
  const charged = payment?.paidPrice ?? 0
  const link = paid.response?.location ?? ''
  const page = await fetch(link, { redirect: 'manual' })
  const text = await page.text()
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(sumsIn(text)).toEqual([
    ['Sipariş tutarı', lira(order.total)],
    ['Vade farkı', lira(charged - order.total)],
    ['Taksit', `3 × ${lira(Math.round(charged / 3))}`],
    ['Kartınızdan çekilen', lira(charged)],
  ])
  const on = parse(text).querySelector('a.go')?.getAttribute('href') ?? ''
  expect(on).toContain('/thank-you')
  expect(page.headers.get('refresh')).toBe(`12; url=${on}`)
  expect(await (await fetch(on)).text()).toContain('data-status="paid"')
  const stay = parse(text).querySelector('a[href*=stay]')?.getAttribute('href') ?? ''
  const stayed = await fetch(new URL(stay, link), { redirect: 'manual' })
  expect([stayed.status, stayed.headers.get('refresh')]).toEqual([200, null])
  expect(await stayed.text()).toContain(on)
})

test('a pre-authorization in instalments is told as held, in the shopper’s language', async () => {
  const scene = open.scene()
  const order = await open.store.placeOrder({ locale: 'en', phase: 'PRE_AUTH' })
  const shopper = new Shopper({ lang: 'en' })
  await shopper.open((await open.store.payLink(order)).url)
  const { response } = await shopper.pay({ card: testCards.success, installment: 3 })
  const { text } = await pageAt(response?.location)
  const [payment] = await scene.craftgate.paymentsSinceMark()
  expect(payment?.paidPrice).toBeGreaterThan(order.total)
  expect(sumsIn(text)?.map(([name]) => name)).toEqual([
    ...['Order total', 'Interest', 'Instalments', 'Held on your card'],
  ])
})

test('who paid the order’s total is led on at once, and a forged link tells nothing', async () => {
  const scene = open.scene()
  const { paid } = await scene.buy()
  expect(paid.response?.location).toContain('/thank-you')
  const instalments = await open.scene().buy({}, { installment: 3 })
  const link = new URL(instalments.paid.response?.location ?? '')
  link.searchParams.set('sig', 'forged')
  expect(await pageAt(link.href)).toMatchObject({ status: 404, text: expect.not.stringContaining('TL') })
})

test.each([
  ['tr', 'Ödeme bulunamadı'],
  ['en', 'Payment not found'],
])('a link that leads nowhere is a page with a sentence (%s)', async (language, title) => {
  const { reference } = await open.scene().buy()
  const base = new URL(open.store.callbackUrls[0] ?? '')
  const unknownShop = base.href.replace(/\/craftgate\/[^/]+\//, '/craftgate/nobody-knows-it/')
  const forged = base.href.replace(/callback$/, `return/${reference}?sig=forged`)
  for (const address of [forged, unknownShop, unknownShop.replace(/callback$/, 'pay/x?sig=y')])
    expect(await pageAt(address, { 'accept-language': language })).toMatchObject({
      status: 404,
      text: expect.stringContaining(title),
    })
})

test('funds that are promised while the browser never comes back reach Shopify by the scheduled check', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('WAITING')
  const { reference } = await scene.heldCallback()
  expect(sessionOf(reference)?.state).toBe('open')
  await scene.store.reconcile()
  expect(sessionOf(reference)).toMatchObject({ state: 'pending', pendingReason: 'BUYER_ACTION_REQUIRED' })
})

test('funds that are promised reach Shopify by the callback, wherever the browser goes then', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('WAITING')
  const { reference, callback } = await scene.heldCallback()
  const body = new URLSearchParams(callback.fields)
  await fetch(callback.url, { method: 'POST', body, redirect: 'manual' })
  expect(sessionOf(reference)).toMatchObject({ state: 'pending', pendingReason: 'BUYER_ACTION_REQUIRED' })
})
