import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { parse } from 'node-html-parser'
import { PanelBrowser } from '../contract/panel-browser'
import type { Scene } from '../contract/scene'
import { type OpenShop, openShop } from './open-shop'

// The merchant's panel on a real Medusa server, entered as the admin does.

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_panel')
})
afterAll(() => shop?.stack.stop())
beforeEach(() => {
  scene = shop.scene()
})

async function entered(path?: string): Promise<PanelBrowser> {
  const browser = new PanelBrowser(() => `${shop.stack.medusa.main.url}/craftgate/panel`)
  await browser.enter(await shop.store.panelLink(path))
  return browser
}

const rowsOf = (html: string) =>
  parse(html)
    .querySelectorAll('tbody tr')
    .map((row) => row.querySelectorAll('td').map(({ text }) => text))

test('an administrator asks for a link and sees every payment, with its order’s number and a link to it', async () => {
  const { order, reference } = await scene.buy()
  const browser = await entered()
  const page = parse(await browser.text('/'))
  const [row] = rowsOf(page.toString())
  const { order: placed } = await shop.store.merchant.get<{ order: { id: string; display_id: number } }>(
    `/admin/orders/${await shop.store.orderId(order)}?fields=id,display_id`,
  )
  expect(row?.[0]).toContain(`#${placed.display_id}`)
  expect(page.querySelector('tbody a[target=_blank]')?.getAttribute('href')).toBe(
    `${shop.stack.medusa.main.url}/app/orders/${placed.id}`,
  )
  const found = await browser.text(`/?q=${encodeURIComponent(`#${placed.display_id}`)}`)
  expect(rowsOf(found)).toHaveLength(1)
  expect(found).toContain(encodeURIComponent(reference))
})

test('the number of a payment at Craftgate finds it, and its page says how it was paid', async () => {
  const { order } = await scene.buy()
  const [payment] = await scene.craftgate.paymentsSinceMark()
  const browser = await entered()
  const [link] = parse(await browser.text(`/?q=${payment?.id}`)).querySelectorAll('tbody th a')
  const page = await browser.text(link?.getAttribute('href')?.replace('/craftgate/panel', '') ?? '')
  expect(page).toContain('•••• 0002')
  expect(page).toContain(String(payment?.id))
  await shop.store.refund(order, { amount: 700 })
  const after = await browser.text(link?.getAttribute('href')?.replace('/craftgate/panel', '') ?? '')
  expect(parse(after).querySelector('section[aria-labelledby=operations]')?.text).toMatch(
    /İade.*7,00.*Tamamlandı/s,
  )
})

test('a purchase that nobody finished has its link to be sent again, which pays the order', async () => {
  const { order, reference } = await scene.goToPay(await scene.place())
  const browser = await entered(`/payments/${reference}`)
  const link = parse(await browser.text(`/payments/${reference}`)).querySelector('input[readonly]')
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(link?.getAttribute('value') ?? '')
  await shopper.pay({ card: testCards.success })
  await scene.expectPaid(order)
})

test('asking again places the order whose callback and webhook were lost', async () => {
  const { order, reference } = await scene.heldCallback()
  await scene.craftgate.loseWebhooks()
  const browser = await entered()
  expect(await browser.post(`/payments/${reference}/ask`)).toContain('done=asked-again')
  await scene.expectPaid(order)
})

test('without a login there is nothing, and without an administrator no link', async () => {
  const url = shop.stack.medusa.main.url
  expect((await fetch(`${url}/craftgate/panel`)).status).toBe(403)
  expect((await fetch(`${url}/admin/craftgate/panel-link`, { method: 'POST' })).status).toBe(401)
  const link = await shop.store.panelLink()
  const browser = new PanelBrowser(() => `${url}/craftgate/panel`)
  await browser.enter(link)
  await expect(new PanelBrowser(() => `${url}/craftgate/panel`).enter(link)).rejects.toThrow(/403/)
})

test('a key of the admin lets in like a user, and nobody any more once it is revoked', async () => {
  const url = shop.stack.medusa.main.url
  const { merchant } = shop.store
  const { api_key: key } = await merchant.post<{ api_key: { id: string; token: string } }>(
    '/admin/api-keys',
    {
      title: 'panel',
      type: 'secret',
    },
  )
  const asked = await fetch(`${url}/admin/craftgate/panel-link`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${key.token}:`).toString('base64')}` },
  })
  const browser = new PanelBrowser(() => `${url}/craftgate/panel`)
  await browser.enter(((await asked.json()) as { url: string }).url)
  await browser.text('/')
  await merchant.post(`/admin/api-keys/${key.id}/revoke`, {})
  await expect(browser.text('/')).rejects.toThrow(/403/)
})

test('the money of a rejected order goes back although something of it was packed; the order stays, and its page says so', async () => {
  await scene.craftgate.nextPaymentFraud('REVIEW')
  const { order, reference } = await scene.buy({ products: 1 })
  const { merchant } = shop.store
  const path = `/admin/orders/${await shop.store.orderId(order)}`
  const { order: placed } = await merchant.get<{ order: { items: { id: string }[] } }>(
    `${path}?fields=id,items.id`,
  )
  const packed = await merchant.post<{ order: { fulfillments: { id: string }[] } }>(`${path}/fulfillments`, {
    items: placed.items.map(({ id }) => ({ id, quantity: 1 })),
  })
  expect(await shop.store.decideReview(reference, 'reject')).toEqual({})
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  expect(await scene.look(order)).toMatchObject({ state: 'open', authorized: 0, paid: 0 })
  const browser = await entered()
  expect(await browser.text(`/payments/${reference}`)).toContain('mağaza siparişi iptal edemedi')
  expect(await browser.text('/attention')).toContain('İptal edilemeyen siparişler (1)')
  expect(await attention()).toEqual([
    { kind: 'not-cancelled', title: 'Orders that could not be cancelled', count: 1 },
  ])
  const { fulfillments } = (await merchant.get<typeof packed>(`${path}?fields=id,fulfillments.id`)).order
  await merchant.post(`${path}/fulfillments/${fulfillments[0]?.id}/cancel`, {})
  expect(await browser.post(`/payments/${reference}/ask`)).toContain('done=asked-again')
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', authorized: 0, paid: 0 })
  expect(await attention()).toEqual([])
})

test('the Admin API counts what needs attention, for administrators only', async () => {
  const address = `${shop.stack.medusa.main.url}/admin/craftgate/attention`
  expect((await fetch(address)).status).toBe(401)
  const { order } = await scene.buy()
  await scene.craftgate.nextRefundFails()
  expect(await shop.store.refund(order, { amount: 500 })).toMatchObject({ state: 'failed' })
  await shop.store.reconcile()
  expect(await shop.store.merchant.get('/admin/craftgate/attention?lang=tr')).toEqual({
    count: 1,
    kinds: [{ kind: 'refused-refunds', title: 'Yapılamayan iadeler', count: 1 }],
  })
})

async function attention() {
  const answer = await shop.store.merchant.get<{ kinds: unknown[] }>('/admin/craftgate/attention?lang=en')
  return answer.kinds
}
