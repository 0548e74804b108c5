import { checkoutRequest } from '../test/requests'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer()

const control = () => testServer.sandbox.control
const panel = () => control().panel
const report = (id: number) => testServer.client.paymentReporting().retrievePayment(id)

/** Pays 100.00 at the hosted page; the browser's callback is lost. */
async function pay(paymentPhase: 'AUTH' | 'PRE_AUTH' = 'AUTH'): Promise<{ id: number; token: string }> {
  control().callbacks.lose()
  const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), paymentPhase } as never
  const { token, pageUrl } = await testServer.client.payment().initCheckoutPayment(request)
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.pay({ card: testCards.success })
  return { id: control().payments().at(-1)?.id ?? 0, token }
}

const page = (token: string) => testServer.client.payment().retrieveCheckoutPayment(token)

it('cancels a payment of today: the report tells it, the page still says SUCCESS', async () => {
  const { id, token } = await pay()
  expect(panel().cancel(id)).toMatchObject([{ type: 'CANCEL', amount: '100.00', status: 'SUCCESS' }])
  expect(await page(token)).toMatchObject({ id, paymentStatus: 'SUCCESS', price: 100, paidPrice: 100 })
  expect(await report(id)).toMatchObject({
    paymentStatus: 'SUCCESS',
    refundStatus: 'FULLY_REFUNDED',
    refundablePrice: 0,
    refunds: [{ status: 'SUCCESS', refundPrice: 100 }],
  })
  expect(
    control()
      .requests()
      .filter(({ path }) => path.includes('refund')),
  ).toEqual([])
})

it('refunds whole after the bank closed its day, and does not cancel any more', async () => {
  const { id, token } = await pay()
  await control().clock.advance({ days: 1 })
  expect(() => panel().cancel(id)).toThrow('refund it')
  expect(
    panel()
      .refund(id)
      .map(({ type, amount }) => [type, amount]),
  ).toEqual([
    ['REFUND', '30.00'],
    ['REFUND', '50.00'],
    ['REFUND', '20.00'],
  ])
  expect(await page(token)).toMatchObject({ paymentStatus: 'SUCCESS' })
  expect(await report(id)).toMatchObject({ refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 })
})

it('refunds an amount over the items in their order, or of one item', async () => {
  const { id } = await pay()
  expect(panel().refund(id, { amount: '34.90' })).toMatchObject([{ amount: '30.00' }, { amount: '4.90' }])
  expect(await report(id)).toMatchObject({ refundStatus: 'PARTIAL_REFUNDED', refundablePrice: 65.1 })
  const last = control().payments()[0]?.transactions[2]?.id
  expect(panel().refund(id, { transactionId: last })).toMatchObject([{ amount: '20.00' }])
  expect(() => panel().refund(id, { amount: '45.11' })).toThrow('No such amount')
  expect(() => panel().refund(id, { amount: '1.001' })).toThrow('is not an amount of TRY')
  expect(await report(id)).toMatchObject({ refundablePrice: 45.1 })
})

it('captures a pre-authorization for another amount, within the margin', async () => {
  const { id, token } = await pay('PRE_AUTH')
  expect(() => panel().capture(id, { amount: '60.00' })).toThrow('±15%')
  expect(panel().capture(id, { amount: '88.50' })).toMatchObject({ phase: 'POST_AUTH', paidPrice: '88.50' })
  expect(await page(token)).toMatchObject({ paymentPhase: 'POST_AUTH', price: 100, paidPrice: 88.5 })
  expect(await report(id)).toMatchObject({ refundStatus: 'NOT_REFUNDED', refundablePrice: 88.5 })
})

it('cancels a pre-authorization: the page still says SUCCESS and PRE_AUTH', async () => {
  const { id, token } = await pay('PRE_AUTH')
  panel().cancel(id)
  expect(await page(token)).toMatchObject({ paymentStatus: 'SUCCESS', paymentPhase: 'PRE_AUTH' })
  expect(await report(id)).toMatchObject({ refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 })
})

it('tells of a refund by webhook, unless that is to be lost', async () => {
  const { id } = await pay()
  const types = () =>
    control()
      .webhooks.list()
      .map(({ eventType, state }) => `${eventType} ${state}`)
  panel().refund(id, { amount: '30.00', loseWebhook: true })
  panel().refund(id, { amount: '50.00' })
  expect(types()).toEqual(['CHECKOUTFORM_AUTH pending', 'REFUND_TX lost', 'REFUND_TX pending'])
  await control().clock.advance({ minutes: 1 })
  expect(testServer.merchant.at('/webhook')).toHaveLength(2)
})

it('leaves a late callback to be posted after it', async () => {
  const { id, token } = await pay()
  panel().cancel(id)
  const [late] = control().callbacks.lost()
  expect(late).toEqual({ url: `${testServer.merchant.url}/callback`, fields: { token } })
  control().reset()
  expect(control().callbacks.lost()).toEqual([])
})

it('is reached over HTTP, and says what it refuses', async () => {
  const { id } = await pay()
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${testServer.sandbox.url}/_control/panel/${path}`, init)
    return { status: answer.status, body: await answer.json() }
  }
  expect(await post('refund', { paymentId: id, amount: '94.90', loseWebhook: true })).toMatchObject({
    status: 200,
    body: { data: [{ amount: '30.00' }, { amount: '50.00' }, { amount: '14.90' }] },
  })
  expect(await post('cancel', { paymentId: id })).toMatchObject({ status: 400 })
  expect(await post('capture', { paymentId: id })).toMatchObject({
    status: 400,
    body: { error: 'The payment is not a pre-authorization that can be captured' },
  })
  expect(await post('refund', { paymentId: 404 })).toMatchObject({ status: 400 })
  const pages = await fetch(`${testServer.sandbox.url}/_control/callbacks/lost`)
  expect(await pages.json()).toMatchObject({ data: [{ fields: {} }] })
})
