// BKM Express on a page of core's, over the real wire against the emulator: the webhook says that the shopper approved. What
// BKM's script does in a browser is tested in one (test/browser).
import { Shopper } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop

const RETURN = 'https://shop.example.com/return?order=o1&outcome='

beforeAll(async () => {
  shop = await DirectShop.start('en')
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.reset()
  const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = shop.sandbox
  const bkmExpress = { script: `${environment}/bkm-express/bex.js` }
  const tr = { apiKey, secretKey, webhookKey, callbackKey, environment, bkmExpress }
  await shop.reopen({ merchants: { tr } })
})

interface Ticket {
  readonly id: string
  readonly token: string
  readonly path: string
}

async function ticketOf(response: Response): Promise<Ticket> {
  const [, json = ''] = /id="page">(.+?)<\/script>/.exec(await response.text()) ?? []
  return (JSON.parse(json) as { readonly settings: { readonly ticket: Ticket } }).settings.ticket
}

/** The shopper in BKM's app. */
async function answer({ path }: Ticket, outcome: 'paid' | 'declined', installment?: number): Promise<void> {
  const shopper = new Shopper()
  await shopper.open(path)
  await shopper.answerProvider(outcome, { deliver: false, ...(installment ? { installment } : {}) })
}

const DONE = { 'bkm-express': 'done' }

test('the ticket is taken when the webhook says that the shopper approved it, and pays the order', async () => {
  const link = await shop.linkBy('BKM_EXPRESS')
  const page = await shop.open(link)
  expect(page.headers.get('content-security-policy')).toMatch(
    /script-src 'sha256-[^']+' http:\/\/127[^;]+; .*frame-src [^;]*https:\/\/\*\.bkmexpress\.com\.tr;/,
  )
  const ticket = await ticketOf(page)
  expect(await shop.attempt()).toMatchObject({ state: 'open', token: ticket.id })
  await answer(ticket, 'paid')
  const waits = await shop.send(link, DONE)
  expect(await waits.text()).toMatch('http-equiv="refresh"')
  expect(shop.calls('/bkm-express/complete')).toEqual([])
  expect((await shop.notify()).status).toBe(200)
  expect(locationOf(await shop.open(link))).toBe(`${RETURN}captured`)
  expect(shop.platform.order('o1').payment).toMatchObject({ facts: { method: 'BKM_EXPRESS' } })
  expect(shop.calls('/bkm-express/complete')).toHaveLength(1)
})

test('instalments that the shopper chooses in the app are his own interest', async () => {
  await shop.reset()
  const { apiKey, secretKey, webhookKey, url: environment } = shop.sandbox
  const tr = { apiKey, secretKey, webhookKey, environment, bkmExpress: {} }
  await shop.reopen({ merchants: { tr }, checkout: { enabledInstallments: [1, 3] } })
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid', 3)
  await shop.notify()
  const { facts } = shop.platform.order('o1').payment ?? {}
  expect(facts).toMatchObject({ installment: 3, price: { minor: 124_990 } })
})

test('whoever reloads the page has the same ticket, and may start again with another', async () => {
  const link = await shop.linkBy('BKM_EXPRESS')
  const ticket = await ticketOf(await shop.open(link))
  expect(await ticketOf(await shop.open(link))).toEqual(ticket)
  const next = await ticketOf(await shop.send(link, { leave: '1' }))
  expect(next.id).not.toBe(ticket.id)
  await answer(ticket, 'paid')
  await shop.notify()
  expect(shop.calls('/bkm-express/complete')).toEqual([])
  expect(await shop.attempt(1)).toMatchObject({ state: 'expired' })
  await answer(next, 'paid')
  await shop.notify()
  expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
})

test('a webhook that is delivered again takes nothing again', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid')
  await shop.notify()
  await shop.notify('BKM_EXPRESS_PAYMENT_NOTIFICATION')
  expect(shop.calls('/bkm-express/complete')).toHaveLength(1)
})

test('nothing is taken of an order that changed while the shopper was in the app', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid')
  shop.platform.order('o1').snapshot = orderOf(99_990)
  await shop.notify()
  expect(shop.calls('/bkm-express/complete')).toEqual([])
})

test('a completion that was not answered is asked about, and the order is paid', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid')
  const match = { path: '/payment/v1/bkm-express/complete' }
  shop.sandbox.control.faults.add({ match, kind: 'drop-after-commit' })
  await shop.notify()
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  expect(shop.calls('/bkm-express/complete')).toHaveLength(1)
})

test('a completion that never arrived is sent by the next check', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid')
  const match = { path: '/payment/v1/bkm-express/complete' }
  shop.sandbox.control.faults.add({ match, kind: 'drop-before' })
  await shop.notify()
  expect(await shop.attempt()).toMatchObject({ state: 'open' })
  await shop.sandbox.control.clock.advance({ minutes: 3 })
  await shop.commerce.reconcile()
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
})

test('a ticket that nobody approved is no promise of funds to the shop', async () => {
  const told: unknown[] = []
  shop.platform.awaitFunds = async (record) => void told.push(record.id)
  await shop.open(await shop.linkBy('BKM_EXPRESS'))
  await shop.settle()
  expect(told).toEqual([])
})

test('a refusal in the app ends the attempt', async () => {
  const link = await shop.linkBy('BKM_EXPRESS')
  await answer(await ticketOf(await shop.open(link)), 'declined')
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ state: 'expired' })
  expect(shop.platform.order('o1').declines).toHaveLength(1)
})

test('the shop closes the attempt: nothing of it is taken any more', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await shop.commerce.expire(await shop.attempt())
  await answer(ticket, 'paid')
  await shop.notify()
  expect(shop.calls('/bkm-express/complete')).toEqual([])
})

test('a webhook that somebody else’s key signed approves nothing', async () => {
  const ticket = await ticketOf(await shop.open(await shop.linkBy('BKM_EXPRESS')))
  await answer(ticket, 'paid')
  const { apiKey, secretKey, callbackKey, url: environment } = shop.sandbox
  await shop.reopen({
    merchants: { tr: { apiKey, secretKey, webhookKey: 'another', callbackKey, environment } },
  })
  expect((await shop.notify()).status).toBe(401)
  expect(await shop.attempt()).toMatchObject({ state: 'open', context: { wayOn: 'script' } })
})

test('without its options it is a tab of the payment page', async () => {
  await shop.reopen({})
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy('BKM_EXPRESS'))))
  expect(shopper.methods).toEqual(['BKM_EXPRESS'])
})
