import { answerOf } from '../test/call-api'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer()

interface Product {
  readonly id: number
  readonly url: string
  readonly soldCount: number
}

const REQUEST = {
  ...{ name: 'Kilim', price: 100, currency: 'TRY', enabledInstallments: [1, 3], multiPayment: true },
  ...{ conversationId: 'conversation-1', externalId: 'external-1', channel: 'WhatsApp' },
}
const path = '/craftlink/v1/products'
const create = (change: object = {}) => answerOf<Product>(testServer, path, { ...REQUEST, ...change })
const sold = async (id: number) => (await answerOf<Product>(testServer, `${path}/${id}`)).soldCount
const reported = () =>
  testServer.client.paymentReporting().searchPayments({ conversationId: 'conversation-1', page: 0, size: 10 })

/** The page of a sum in parts that the link's button leads to. */
async function opened(url: string): Promise<string> {
  const { headers } = await fetch(url, { method: 'POST', redirect: 'manual' })
  return new URL(headers.get('location') ?? '', url).href
}

async function payPart(pageUrl: string, amount: string, options: object = {}) {
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.startPart(amount)
  return shopper.pay({ card: testCards.success, ...options })
}

it('is paid part by part, sold with the last one, and told once', async () => {
  const { id, url } = await create({ orderId: 'order-1', stock: 1 })
  const sum = await opened(url)
  expect(sum).toContain('/multi/')
  await payPart(sum, '40', { installment: 3 })
  expect(await sold(id)).toBe(0)
  expect((await payPart(sum, '60')).response?.body).toContain('data-notice="paid"')
  expect(await sold(id)).toBe(1)
  const { items } = await reported()
  expect(items.map(({ price, installment }) => [price, installment])).toEqual([
    [60, 1],
    [40, 3],
  ])
  for (const item of items)
    expect(item).toMatchObject({
      ...{ paymentStatus: 'SUCCESS', paymentSource: 'PAY_BY_LINK', paymentChannel: 'WhatsApp' },
      externalId: 'external-1',
    })
  const [event, ...more] = testServer.sandbox.control.webhooks.list()
  expect(more).toEqual([])
  expect(event).toMatchObject({ eventType: 'MULTI_PAYMENT_COMPLETED', status: 'SUCCESS' })
  expect(await testServer.client.payment().retrieveMultiPayment(event?.payloadId ?? '')).toMatchObject({
    ...{ multiPaymentStatus: 'COMPLETED', paidPrice: 101.5, remainingAmount: 0 },
    paymentIds: items.map((item) => item.id).toReversed(),
  })
  expect((await fetch(url)).status).toBe(410)
})

it('keeps the last piece for whoever paid a part of it, and for nobody who only looks', async () => {
  const { id, url } = await create({ stock: 1 })
  const [first, second] = [await opened(url), await opened(url)]
  const waiting = new Shopper()
  await waiting.open(second)
  await waiting.startPart('50')
  await payPart(first, '50')
  expect((await fetch(url)).status).toBe(410)
  expect(await waiting.pay({ card: testCards.success })).toMatchObject({ outcome: 'expired' })
  expect(await (await fetch(second)).text()).toContain('data-notice="expired"')
  await payPart(first, '50')
  expect([await sold(id), (await reported()).items.length]).toEqual([1, 2])
})

it('gives the piece free when the time of a half-paid sum is over, or the link’s', async () => {
  const { url } = await create({ stock: 1 })
  await payPart(await opened(url), '50')
  expect((await fetch(url)).status).toBe(410)
  await testServer.sandbox.control.clock.advance({ minutes: 61 })
  expect((await fetch(url)).status).toBe(200)
  const short = await create({ expiresAt: '2026-03-10T13:20:00' })
  const sum = await opened(short.url)
  await testServer.sandbox.control.clock.advance({ minutes: 30 })
  expect(await (await fetch(sum)).text()).toContain('data-notice="expired"')
})

it('is finished by whoever paid a part when the merchant closes the link meanwhile', async () => {
  const { id, url } = await create()
  const [begun, untouched] = [await opened(url), await opened(url)]
  await payPart(begun, '50')
  await testServer.client.payByLink().deleteProduct(id)
  expect(await (await fetch(untouched)).text()).toContain('data-notice="expired"')
  expect((await payPart(begun, '50')).response?.body).toContain('data-notice="paid"')
  expect(testServer.sandbox.control.webhooks.list()).toMatchObject([{ eventType: 'MULTI_PAYMENT_COMPLETED' }])
})

it('leads back to the link when the shopper goes back', async () => {
  const { url } = await create()
  const left = await fetch(`${await opened(url)}`.replace('?', '/leave?'), { method: 'POST' })
  expect(await left.text()).toContain(`action="${url}"`)
  const form = new URLSearchParams({ token: new URL(await opened(url)).pathname.split('/').at(-1) ?? '' })
  const back = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
  expect([back.status, back.headers.get('location')]).toEqual([303, expect.stringContaining('/link/')])
})
