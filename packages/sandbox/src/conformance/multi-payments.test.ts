import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, ITEMS } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { refusal, startTestServer, type TestServer } from '../test/test-server'
import { Shopper, testCards } from '../testing/shopper'

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

interface Opened {
  readonly token: string
  readonly pageUrl: string
  readonly tokenExpireDate: string
}

async function init(change: object = {}): Promise<{ data?: Opened; errorCode?: string }> {
  const { paidPrice: _paidPrice, ...request } = checkoutRequest(`${testServer.merchant.url}/callback`)
  const body = { ...request, enabledInstallments: [1], ...change }
  const path = '/payment/v1/multi-payments/init'
  const { text } = await signedFetch(testServer.sandbox, { method: 'POST', path, body })
  const answer = JSON.parse(text) as { data?: Opened; errors?: { errorCode: string } }
  return { data: answer.data, errorCode: answer.errors?.errorCode }
}

async function open(change: object = {}): Promise<Opened> {
  const { data, errorCode } = await init(change)
  if (data === undefined) throw new Error(`Refused with ${errorCode}`)
  return data
}

const payment = () => testServer.client.payment()
const stateOf = (token: string) => payment().retrieveMultiPayment(token)

/** A shopper who stands on the page of a part. */
async function atPart(pageUrl: string, amount: string): Promise<Shopper> {
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.startPart(amount)
  return shopper
}

const pay = async (pageUrl: string, amount: string, card = testCards.success) =>
  (await atPart(pageUrl, amount)).pay({ card })

const webhooks = () =>
  testServer.sandbox.control.webhooks
    .list()
    .map(({ eventType, status, payloadId, payload }) => ({ eventType, status, payloadId, payload }))
const callbacks = () => testServer.merchant.at('/callback').map(({ body }) => body)

it('is paid part by part, by cards and otherwise, until the sum is complete', async () => {
  const { token, pageUrl } = await open()
  expect(await stateOf(token)).toMatchObject({
    ...{ multiPaymentStatus: 'CREATED', price: 100, paidPrice: 0, remainingAmount: 100, paymentIds: [] },
    ...{ token, conversationId: 'conversation-1', externalId: 'external-1' },
  })
  await pay(pageUrl, '40', testCards.success)
  await (await atPart(pageUrl, '25,50')).payBy('PAPARA')
  expect(await stateOf(token)).toMatchObject({ paidPrice: 65.5, remainingAmount: 34.5 })
  expect(callbacks()).toEqual([])
  expect(webhooks()).toEqual([])
  const shopper = await atPart(pageUrl, '34.50')
  expect(await shopper.pay({ card: testCards.world, threeDS: 'ok' })).toMatchObject({ outcome: 'returned' })
  expect(callbacks()).toEqual([`token=${token}`])
  const { paymentIds, ...state } = await stateOf(token)
  expect(state).toMatchObject({ multiPaymentStatus: 'COMPLETED', paidPrice: 100, remainingAmount: 0 })
  const payload = {
    ...{ paymentIds, token, conversationId: 'conversation-1', externalId: 'external-1' },
    multiPaymentStatus: 'COMPLETED',
  }
  expect(webhooks()).toEqual([
    { eventType: 'MULTI_PAYMENT_COMPLETED', status: 'SUCCESS', payloadId: token, payload },
  ])
  expect((await new Shopper().open(pageUrl)).html).toContain('data-notice="paid"')
})

it('makes ordinary payments, whose parts of every item sum to the item', async () => {
  const { token, pageUrl } = await open()
  for (const amount of ['33.33', '33.33', '33.34']) await pay(pageUrl, amount)
  const { paymentIds } = await stateOf(token)
  const parts = await Promise.all(paymentIds.map((id) => payment().retrievePayment(id)))
  expect(parts.map(({ price, paymentSource }) => [price, paymentSource])).toEqual([
    [33.33, 'CHECKOUT_FORM'],
    [33.33, 'CHECKOUT_FORM'],
    [33.34, 'CHECKOUT_FORM'],
  ])
  for (const { externalId, price } of ITEMS) {
    const own = parts.flatMap(({ paymentTransactions }) =>
      paymentTransactions.filter((transaction) => transaction.externalId === externalId),
    )
    const cents = own.reduce((sum, transaction) => sum + Math.round(transaction.price * 100), 0)
    expect([externalId, cents]).toEqual([externalId, price * 100])
  }
})

it('splits the sellers’ shares exactly', async () => {
  const items = [{ price: 100, externalId: 'a', subMerchantMemberId: 1, subMerchantMemberPrice: 33.33 }]
  const { token, pageUrl } = await open({ items })
  for (const amount of ['10', '20.01', '69.99']) await pay(pageUrl, amount)
  const { paymentIds } = await stateOf(token)
  const parts = await Promise.all(paymentIds.map((id) => payment().retrievePayment(id)))
  const shares = parts.map(({ paymentTransactions: [only] }) =>
    Math.round((only?.subMerchantMemberPrice ?? 0) * 100),
  )
  expect(shares.reduce((sum, cents) => sum + cents, 0)).toBe(3333)
})

it('counts a declined payment among the payments, and not as collected', async () => {
  const { token, pageUrl } = await open()
  await pay(pageUrl, '40', testCards.declined)
  const { paymentIds, remainingAmount } = await stateOf(token)
  expect([paymentIds.length, remainingAmount]).toEqual([1, 100])
})

it.each(['0', '-1', '100.01', '1.001', 'x', ''])('takes no part of %j', async (amount) => {
  const { token, pageUrl } = await open()
  const shopper = await atPart(pageUrl, amount)
  expect(shopper.page.html).toContain('data-invalid="true"')
  expect(shopper.page.status).toBe(422)
  expect(await stateOf(token)).toMatchObject({ remainingAmount: 100, paymentIds: [] })
})

it('lets the last part that is allowed be all that is left', async () => {
  const { token, pageUrl } = await open({ maximumSplitPaymentCount: 2 })
  await pay(pageUrl, '40')
  expect((await atPart(pageUrl, '30')).page.status).toBe(422)
  await pay(pageUrl, '60')
  expect(await stateOf(token)).toMatchObject({ multiPaymentStatus: 'COMPLETED' })
})

it('never collects more than the sum, though two tabs are open', async () => {
  const { token, pageUrl } = await open()
  const first = await atPart(pageUrl, '100')
  const second = await atPart(pageUrl, '100')
  await second.pay({ card: testCards.success })
  expect(await first.pay({ card: testCards.success })).toMatchObject({ outcome: 'expired' })
  expect(await stateOf(token)).toMatchObject({ paidPrice: 100, multiPaymentStatus: 'COMPLETED' })
})

it('is completed by money that comes later', async () => {
  const { token, pageUrl } = await open()
  await (await atPart(pageUrl, '60')).payBy('INSTANT_TRANSFER', { outcome: 'waiting' })
  expect(await stateOf(token)).toMatchObject({ remainingAmount: 100 })
  expect((await atPart(pageUrl, '60')).page.status).toBe(422)
  await pay(pageUrl, '40')
  expect(webhooks()).toEqual([])
  await testServer.sandbox.control.clock.advance({ minutes: 6 })
  expect(webhooks()).toMatchObject([{ eventType: 'MULTI_PAYMENT_COMPLETED' }])
})

describe('a page that expires half-way', () => {
  const expire = () => testServer.sandbox.control.clock.advance({ minutes: 11 })

  it('tells the merchant, who gives the paid parts back', async () => {
    const { token, pageUrl } = await open({ ttl: 10 })
    await pay(pageUrl, '40')
    const late = await atPart(pageUrl, '60')
    await expire()
    expect(await late.pay({ card: testCards.success })).toMatchObject({ outcome: 'expired' })
    const { paymentIds, ...state } = await stateOf(token)
    expect(state).toMatchObject({ multiPaymentStatus: 'CREATED', paidPrice: 40, remainingAmount: 60 })
    expect(webhooks()).toMatchObject([
      { eventType: 'MULTI_PAYMENT_EXPIRED', status: 'FAILURE', payloadId: token, payload: { paymentIds } },
    ])
    const [paymentId = 0] = paymentIds
    await payment().refundPayment({ paymentId })
    expect(testServer.sandbox.control.sums().TRY).toMatchObject({ captured: '40.00', refunded: '40.00' })
    expect((await new Shopper().open(pageUrl)).html).toContain('data-notice="expired"')
  })

  it('gives them back itself where a test asks for that, late money too', async () => {
    testServer.sandbox.control.multiPayments.refundExpired()
    const { pageUrl } = await open({ ttl: 10 })
    await pay(pageUrl, '40')
    await (await atPart(pageUrl, '20')).payBy('INSTANT_TRANSFER', { outcome: 'late' })
    await expire()
    expect(testServer.sandbox.control.sums().TRY).toMatchObject({ captured: '40.00', refunded: '40.00' })
    await testServer.sandbox.control.clock.advance({ hours: 2 })
    expect(testServer.sandbox.control.sums().TRY).toMatchObject({ captured: '60.00', refunded: '60.00' })
  })
})

it('leads a shopper who gives up back to the merchant', async () => {
  const { token, pageUrl } = await open()
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  expect(await shopper.leave()).toMatchObject({ outcome: 'returned', callback: { fields: { token } } })
})

it('is nobody else’s, and its parts’ pages are not the merchant’s to ask for', async () => {
  const other = { name: 'Başka', apiKey: 'other-key', secretKey: 'other-secret' }
  const own = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key' }
  await testServer.close()
  testServer = await startTestServer({ seed: { merchants: [own, other] } })
  const { token, pageUrl } = await open()
  const { page } = await atPart(pageUrl, '10')
  const part = /checkout\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? ''
  const asOther = new Craftgate.Client({ ...other, baseUrl: testServer.sandbox.url }).payment()
  expect(await refusal(asOther.retrieveMultiPayment(token))).toMatchObject({ code: '4130' })
  expect(await refusal(payment().retrieveCheckoutPayment(part))).toMatchObject({ code: '4010' })
  expect(await refusal(payment().retrieveCheckoutPayment(token))).toMatchObject({ code: '4010' })
})

it('may come without items, and not with items of another sum', async () => {
  const { token, pageUrl } = await open({ items: undefined })
  await pay(pageUrl, '100')
  const { paymentIds } = await stateOf(token)
  expect((await payment().retrievePayment(Number(paymentIds[0]))).paymentTransactions).toMatchObject([
    { price: 100 },
  ])
  expect(await init({ items: [{ price: 99 }] })).toMatchObject({ errorCode: '4005' })
})
