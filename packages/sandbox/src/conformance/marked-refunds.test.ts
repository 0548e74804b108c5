import { call } from '../test/call'
import { checkoutRequest, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const OWN = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key' }
const OTHER = { name: 'Başka', apiKey: 'other-key', secretKey: 'other-secret' }

const testServer = useTestServer({ seed: { merchants: [OWN, OTHER] } })

const payments = () => testServer.client.payment()
const asOther = () => clientOf({ ...OTHER, url: testServer.sandbox.url }).payment()
const report = (id: number) => testServer.client.paymentReporting().retrievePayment(id)
const webhooks = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, status }) => [eventType, status])

async function cash(): Promise<{ id: number; transactions: number[] }> {
  const { callbackUrl: _callbackUrl, ...body } = checkoutRequest('http://shop.test')
  const { data } = await call<{ id: number; paymentTransactions: { id: number }[] }>(
    testServer,
    'apm-payments',
    { ...body, apmType: 'CASH_ON_DELIVERY' },
  )
  return { id: data?.id ?? 0, transactions: data?.paymentTransactions.map(({ id }) => id) ?? [] }
}

describe('money that the merchant gave back himself', () => {
  it('is marked as refunded, part by part and then the rest', async () => {
    const { id, transactions } = await cash()
    const [first = 0] = transactions
    const mark = { paymentTransactionId: first, conversationId: 'by-hand', refundPrice: 10 }
    expect(await payments().refundPaymentTransactionMarkAsRefunded(mark)).toMatchObject({
      ...{ status: 'SUCCESS', refundPrice: 10, conversationId: 'by-hand', paymentTransactionId: first },
    })
    const { items } = await payments().refundPaymentMarkAsRefunded({ paymentId: id, conversationId: 'rest' })
    expect(items.map(({ refundPrice }) => refundPrice)).toEqual([20, 50, 20])
    expect(await report(id)).toMatchObject({ refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 })
    expect(webhooks().filter(([eventType]) => eventType === 'REFUND_TX')).toHaveLength(4)
  })

  it('is never more than was paid, and of a payment of the merchant’s own', async () => {
    const { id, transactions } = await cash()
    const [first = 0] = transactions
    const tooMuch = { paymentTransactionId: first, refundPrice: 31 }
    const mark = payments().refundPaymentTransactionMarkAsRefunded(tooMuch)
    expect(await refusal(mark)).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
    expect(await refusal(asOther().refundPaymentMarkAsRefunded({ paymentId: id }))).toMatchObject({
      code: '4001',
    })
    await payments().refundPaymentMarkAsRefunded({ paymentId: id })
    expect(await refusal(payments().refundPaymentMarkAsRefunded({ paymentId: id }))).toMatchObject({
      group: 'MAY_HAVE_ALREADY_REFUNDED',
    })
  })

  it('asks no bank, whose refusal of refunds is no obstacle', async () => {
    testServer.sandbox.control.refunds.nextStatus('FAILURE')
    const { id } = await payments().createPayment(paymentRequest())
    const { items } = await payments().refundPaymentMarkAsRefunded({ paymentId: id })
    expect(items.every(({ status }) => status === 'SUCCESS')).toBe(true)
  })

  it('is marked once for one key', async () => {
    const { id } = await cash()
    const body = { paymentId: id }
    const once = () => call(testServer, 'refunds/mark-as-refunded', body, { key: 'mark-1' })
    expect(await once()).toEqual(await once())
    expect(webhooks().filter(([eventType]) => eventType === 'REFUND_TX')).toHaveLength(3)
  })
})

describe('a payment that waits for its money', () => {
  const giveBack = (paymentId: number) => call(testServer, 'refunds/refund-waiting-payment', { paymentId })

  async function transfer(outcome?: 'waiting'): Promise<number> {
    const { data } = await call<{ paymentId: number; htmlContent: string }>(testServer, 'apm-payments/init', {
      ...checkoutRequest(`${testServer.merchant.url}/callback`),
      ...{ apmType: 'INSTANT_TRANSFER', additionalParams: { bankCode: '0' } },
    })
    if (outcome === undefined) return data?.paymentId ?? 0
    const shopper = new Shopper()
    const html = Buffer.from(data?.htmlContent ?? '', 'base64').toString('utf8')
    await shopper.openHtml(html, testServer.sandbox.url)
    await shopper.answerProvider(outcome)
    return data?.paymentId ?? 0
  }

  it('is given back, and never paid afterwards', async () => {
    const id = await transfer('waiting')
    expect(await giveBack(id)).toMatchObject({ data: { status: 'SUCCESS' } })
    await testServer.sandbox.control.clock.advance({ minutes: 10 })
    expect(await payments().retrievePayment(id)).toMatchObject({ paymentStatus: 'FAILURE' })
    expect(webhooks()).toEqual([['API_AUTH', 'FAILURE']])
    expect(await giveBack(id)).toMatchObject({ errorCode: '4056' })
  })

  it('goes on waiting where the bank does not give it back at once', async () => {
    const id = await transfer('waiting')
    testServer.sandbox.control.refunds.nextStatus('WAITING')
    expect(await giveBack(id)).toMatchObject({ data: { status: 'WAITING' } })
    expect(await payments().retrievePayment(id)).toMatchObject({ paymentStatus: 'WAITING' })
  })

  it('is nothing to give back while the shopper has not paid, or when it was paid', async () => {
    expect(await giveBack(await transfer())).toMatchObject({ errorCode: '4056' })
    expect(await giveBack((await cash()).id)).toMatchObject({ errorCode: '4056' })
    expect(await giveBack(999)).toMatchObject({ errorCode: '4001' })
  })
})
