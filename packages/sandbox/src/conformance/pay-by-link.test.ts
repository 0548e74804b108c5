import Craftgate from '@craftgate/craftgate'
import { answerOf, callApi } from '../test/call-api'
import { signedFetch } from '../test/signed-fetch'
import { clientOf, refusal, type TestServer } from '../test/test-server'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const { Currency, Status } = Craftgate.Model
const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })

type Links = ReturnType<TestServer['client']['payByLink']>
type Product = Awaited<ReturnType<Links['createProduct']>>

const links = () => testServer.client.payByLink()
const REQUEST = {
  ...{ name: 'Zeytinyağı', price: 100, currency: Currency.TRY, enabledInstallments: [1, 3] },
  ...{ conversationId: 'conversation-1', externalId: 'external-1', channel: 'WhatsApp' },
}
/** The client's types ask for an order number, which is best left out. */
const send = (change: object) =>
  callApi<Product>(testServer, '/craftlink/v1/products', { ...REQUEST, ...change })
const create = (change: object = {}) =>
  answerOf<Product & { qrCodeUrl: string }>(testServer, '/craftlink/v1/products', { ...REQUEST, ...change })
async function update(id: number, change: object): Promise<unknown> {
  const path = `/craftlink/v1/products/${id}`
  const { text } = await signedFetch(testServer.sandbox, {
    method: 'PUT',
    path,
    body: { ...REQUEST, ...change },
  })
  return JSON.parse(text)
}
const webhooks = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, payloadId }) => ({ eventType, payloadId }))

/** Opens the link and presses its button; the shopper stands at the payment page then. */
async function atPayment(url: string): Promise<Shopper> {
  const opened = await fetch(url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper()
  await shopper.open(new URL(opened.headers.get('location') ?? '', url).href)
  return shopper
}

it('a link is paid on the hosted page, in the instalments that it offers', async () => {
  const product = await create()
  expect(product).toMatchObject({ status: 'ACTIVE', soldCount: 0, price: 100, channel: 'WhatsApp' })
  expect(await (await fetch(product.url)).text()).toContain('Zeytinyağı')
  const shopper = await atPayment(product.url)
  await expect(shopper.pay({ card: testCards.success, installment: 6 })).rejects.toThrow('not offered')
  const paying = await atPayment(product.url)
  const { response } = await paying.pay({ card: testCards.success, installment: 3 })
  expect(response?.body).toContain('data-notice="paid"')
  const { items } = await testServer.client
    .paymentReporting()
    .searchPayments({ conversationId: 'conversation-1', page: 0, size: 10 })
  expect(items).toMatchObject([
    {
      ...{ paymentStatus: 'SUCCESS', paymentSource: 'PAY_BY_LINK', externalId: 'external-1' },
      ...{ installment: 3, paidPrice: 103.75, paymentChannel: 'WhatsApp' },
    },
  ])
  expect(await links().retrieveProduct(product.id)).toMatchObject({ soldCount: 1 })
  expect(webhooks()).toEqual([{ eventType: 'API_AUTH', payloadId: String(items[0]?.id) }])
})

it('the last one is sold once, also to two who stand at the payment page', async () => {
  const { id, url } = await create({ stock: 1, orderId: 'order-1' })
  const [first, second] = [await atPayment(url), await atPayment(url)]
  await first.pay({ card: testCards.success })
  expect(await second.pay({ card: testCards.success })).toMatchObject({ outcome: 'expired' })
  expect((await fetch(url)).status).toBe(410)
  expect((await fetch(url, { method: 'POST' })).status).toBe(410)
  expect(await links().retrieveProduct(id)).toMatchObject({ soldCount: 1, stock: 1 })
})

it('a decline sells nothing and may be tried again', async () => {
  const { id, url } = await create({ stock: 1 })
  const shopper = await atPayment(url)
  expect(await shopper.pay({ card: testCards.notSufficientFunds })).toMatchObject({ outcome: 'declined' })
  expect(await links().retrieveProduct(id)).toMatchObject({ soldCount: 0 })
  await shopper.pay({ card: testCards.success })
  expect(await links().retrieveProduct(id)).toMatchObject({ soldCount: 1 })
})

it('is not sold when it was closed, deleted or has ended', async () => {
  const product = await create({ expiresAt: '2026-03-10T13:00:00' })
  const { id, url } = product
  expect(await update(id, { status: Status.Passive })).toMatchObject({
    data: { id, status: 'PASSIVE', token: product.token },
  })
  expect((await fetch(url)).status).toBe(410)
  await update(id, { status: Status.Active, price: 80 })
  expect(await (await fetch(url)).text()).toContain('80')
  const shopper = await atPayment(url)
  await links().deleteProduct(id)
  expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'expired' })
  expect((await fetch(url)).status).toBe(404)
  expect(await refusal(links().retrieveProduct(id))).toMatchObject({ code: '4190' })
  const short = await create({ expiresAt: '2026-03-10T13:00:00' })
  await testServer.sandbox.control.clock.advance({ hours: 2 })
  expect((await fetch(short.url)).status).toBe(410)
})

it('is found by what it is, by its merchant only', async () => {
  const cheap = await create({ name: 'Sabun', price: 20, channel: 'Mail' })
  const dear = await create({ price: 500 })
  const search = (query: Parameters<Links['searchProducts']>[0]) => links().searchProducts(query)
  expect((await search({})).items).toMatchObject([{ id: dear.id }, { id: cheap.id }])
  expect((await search({ name: 'Sab' })).items).toMatchObject([{ id: cheap.id }])
  expect((await search({ minPrice: 100 })).items).toMatchObject([{ id: dear.id }])
  expect((await search({ channel: 'Mail', currency: Currency.USD })).items).toEqual([])
  const other = clientOf({ apiKey: 'b', secretKey: 'sb', url: testServer.sandbox.url })
  expect((await other.payByLink().searchProducts({})).items).toEqual([])
  expect(await refusal(other.payByLink().deleteProduct(cheap.id))).toMatchObject({ code: '4190' })
})

it('has a picture, and an order number only where there is one to sell', async () => {
  const { qrCodeUrl } = await create()
  const picture = await fetch(qrCodeUrl)
  expect(picture.headers.get('content-type')).toContain('image/svg+xml')
  expect(await picture.text()).toMatch(/^<svg xmlns/)
  expect(await send({ orderId: 'order-1' })).toMatchObject({ errorCode: '4191' })
  expect(await send({ orderId: 'order-1', stock: 2 })).toMatchObject({ errorCode: '4191' })
})
