import { createHash } from 'node:crypto'
import { answerOf, callApi } from '../test/call-api'
import { checkoutRequest } from '../test/requests'
import { refusal, startTestServer, type TestServer } from '../test/test-server'
import { googlePayToken } from '../testing/device-tokens'
import { Shopper, testCards } from '../testing/shopper'

const merchants = [
  { name: 'A', apiKey: 'a', secretKey: 'sa' },
  { name: 'B', apiKey: 'b', secretKey: 'sb' },
]

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer({ seed: { merchants } })
})
afterEach(() => testServer.close())

interface Started {
  readonly paymentId: number
  readonly paymentStatus: string
  readonly additionalAction: string
  readonly htmlContent?: string
  readonly additionalData?: { readonly redirectUrl?: string; readonly mobileAppRedirectLinks?: string[] }
}

const WORLD_PAY = { paymentProvider: 'YKB_WORLD_PAY', additionalParams: { sourceCode: 'WEB2QR' } }
const GARANTI_PAY = { paymentProvider: 'GARANTI_PAY', additionalParams: { integrationType: 'WEB2APP' } }
const LOAN = {
  paymentProvider: 'YKB_WORLD_PAY_SHOPPING_LOAN',
  additionalParams: { sourceCode: 'WEB2APP', shoppingLoanProductCode: '7' },
}

const requestOf = (change: object) => ({
  ...checkoutRequest(`${testServer.merchant.url}/callback`),
  ...change,
})
const start = (change: object) =>
  answerOf<Started>(testServer, '/payment/v1/pos-apm-payments/init', requestOf(change))
const refused = (change: object) =>
  callApi(testServer, '/payment/v1/pos-apm-payments/init', requestOf(change))
const complete = (paymentId: number, keys?: (typeof merchants)[number]) =>
  callApi<{ id: number; paymentStatus: string; installment: number }>(
    testServer,
    '/payment/v1/pos-apm-payments/complete',
    { paymentId },
    keys,
  )
const found = (id: number) => testServer.client.payment().retrievePayment(id)
const callbacks = (path = '/callback') =>
  testServer.merchant.at(path).map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
const webhooks = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, status }) => `${eventType} ${status}`)
const hashOf = (...parts: (string | number)[]) =>
  createHash('sha256')
    .update(['merchantCallbackKeySandbox', ...parts].join('###'))
    .digest('hex')

async function at({ htmlContent, additionalData }: Started): Promise<Shopper> {
  const shopper = new Shopper()
  const url = additionalData?.redirectUrl ?? additionalData?.mobileAppRedirectLinks?.[0]
  if (url !== undefined) await shopper.open(url)
  else await shopper.openHtml(Buffer.from(String(htmlContent), 'base64').toString(), testServer.sandbox.url)
  return shopper
}

it('shows World Pay’s page, takes the money in the app and comes back by a hashed callback', async () => {
  const started = await start(WORLD_PAY)
  expect(started).toMatchObject({ paymentStatus: 'WAITING', additionalAction: 'SHOW_HTML_CONTENT' })
  expect(await (await at(started)).answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  const { paymentId } = started
  expect(callbacks()).toEqual([
    {
      ...{ status: 'SUCCESS', paymentId: String(paymentId), conversationData: '', callbackStatus: '' },
      conversationId: 'conversation-1',
      hash: hashOf('SUCCESS', '', paymentId, '', 'conversation-1', ''),
    },
  ])
  expect(await found(paymentId)).toMatchObject({
    ...{ paymentStatus: 'SUCCESS', paymentProvider: 'YKB_WORLD_PAY', cardBrand: 'World' },
    pos: { alias: 'yapikredi' },
  })
  expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
})

it('hashes in the order that the portal describes when a test asks for that', async () => {
  testServer.sandbox.control.callbacks.hashAsText()
  const started = await start(WORLD_PAY)
  await (await at(started)).answerProvider('paid')
  expect(callbacks()[0]?.hash).toBe(hashOf('SUCCESS', started.paymentId, '', 'conversation-1', ''))
})

it('leads to GarantiPay by an address, and completing confirms what the app did', async () => {
  const started = await start(GARANTI_PAY)
  expect(started).toMatchObject({ additionalAction: 'REDIRECT_TO_URL' })
  expect(await complete(started.paymentId)).toMatchObject({ errorCode: '4092' })
  await (await at(started)).answerProvider('paid')
  for (let times = 0; times < 2; times++)
    expect(await complete(started.paymentId)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
  expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
})

it.each(['declined', 'cancelled'] as const)('is refused by both calls when it is %s', async (outcome) => {
  const started = await start(GARANTI_PAY)
  await (await at(started)).answerProvider(outcome)
  expect(callbacks()).toMatchObject([{ status: 'FAILURE', paymentId: '' }])
  expect(await complete(started.paymentId)).toMatchObject({ errorGroup: 'APM_ERROR' })
  expect(await found(started.paymentId)).toMatchObject({ paymentStatus: 'FAILURE' })
  expect(webhooks()).toEqual(['API_AUTH FAILURE'])
})

describe('from an app to an app', () => {
  const worldPay = (redirectUrl?: string) => ({
    ...WORLD_PAY,
    additionalParams: { sourceCode: 'APP2APP', redirectUrl },
  })

  it('World Pay waits for the merchant’s completion, once', async () => {
    const started = await start(worldPay(`${testServer.merchant.url}/app`))
    expect(started).toMatchObject({ additionalAction: 'CONTINUE_IN_CLIENT' })
    await (await at(started)).answerProvider('paid')
    expect([callbacks('/app'), callbacks()]).toEqual([[{}], []])
    expect(await found(started.paymentId)).toMatchObject({ paymentStatus: 'WAITING' })
    expect(webhooks()).toEqual([])
    for (let times = 0; times < 2; times++)
      expect(await complete(started.paymentId)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
    expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
  })

  it('World Pay fails when the merchant does not complete in time', async () => {
    const started = await start(worldPay('myshop://paid'))
    await (await at(started)).answerProvider('paid')
    await testServer.sandbox.control.clock.advance({ minutes: 20 })
    expect(await complete(started.paymentId)).toMatchObject({ errorGroup: 'APM_ERROR' })
    expect(webhooks()).toEqual(['API_AUTH FAILURE'])
  })

  it('GarantiPay takes the money itself', async () => {
    const mobileAppReturnUrl = `${testServer.merchant.url}/app`
    const additionalParams = { integrationType: 'APP2APP', mobileAppReturnUrl }
    const started = await start({ ...GARANTI_PAY, additionalParams })
    expect(started.additionalData?.mobileAppRedirectLinks).toHaveLength(1)
    await (await at(started)).answerProvider('paid')
    expect(await found(started.paymentId)).toMatchObject({ paymentStatus: 'SUCCESS' })
    expect(callbacks('/app')).toEqual([{}])
  })

  it.each([
    [{ ...WORLD_PAY, additionalParams: { sourceCode: 'APP2APP' } }],
    [{ ...GARANTI_PAY, additionalParams: { integrationType: 'APP2APP', mobileAppReturnUrl: 'no address' } }],
  ])('needs an address to go back to (%j)', async (change) => {
    expect(await refused(change)).toMatchObject({ errorCode: '4090' })
  })
})

describe('instalments', () => {
  it('are those that the POS sells, at its prices, unless the merchant names his own', async () => {
    const started = await start(GARANTI_PAY)
    await (await at(started)).answerProvider('paid', { installment: 3 })
    expect(await found(started.paymentId)).toMatchObject({
      ...{ installment: 3, price: 100, paidPrice: 103.75, merchantCommissionRateAmount: 3.75 },
    })
    const installments = [
      { number: 2, totalPrice: 101 },
      { number: 7, totalPrice: 107 },
    ]
    const own = await start({ ...GARANTI_PAY, installments })
    const shopper = await at(own)
    await expect(shopper.answerProvider('paid', { installment: 7 })).rejects.toThrow('only 1, 2')
    await shopper.answerProvider('paid', { installment: 2 })
    const paid = await found(own.paymentId)
    expect(paid).toMatchObject({ installment: 2, paidPrice: 101 })
    expect(paid.paymentTransactions.map(({ paidPrice }) => paidPrice)).toEqual([30.3, 50.5, 20.2])
  })
})

it('leads to the offers of World Pay’s loan, whose answer may come later', async () => {
  const started = await start(LOAN)
  await (await at(started)).answerProvider('waiting')
  expect(await complete(started.paymentId)).toMatchObject({ data: { paymentStatus: 'WAITING' } })
  await testServer.sandbox.control.clock.advance({ days: 2 })
  expect(await complete(started.paymentId)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
})

describe('Google Pay', () => {
  const google = (token?: string) => ({
    paymentProvider: 'GOOGLEPAY',
    additionalParams: token === undefined ? {} : { googlePayToken: token },
  })

  it('is charged at once for a card that the device proved', async () => {
    const started = await start(google(googlePayToken(testCards.success)))
    expect(started).toMatchObject({ paymentStatus: 'SUCCESS', additionalAction: 'NONE' })
    expect(await found(started.paymentId)).toMatchObject({
      ...{ paymentStatus: 'SUCCESS', paymentProvider: 'GOOGLEPAY', binNumber: '52092200', isThreeDS: false },
    })
    expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
  })

  it('sends any other card to its bank, and is charged when the merchant completes', async () => {
    const started = await start(google(googlePayToken(testCards.success, 'PAN_ONLY')))
    expect(started).toMatchObject({ paymentStatus: 'INIT_THREEDS', additionalAction: 'SHOW_HTML_CONTENT' })
    expect(await (await at(started)).answerBank('ok')).toMatchObject({ outcome: 'returned' })
    expect(callbacks()).toMatchObject([{ status: 'SUCCESS', completeStatus: 'WAITING' }])
    expect(await found(started.paymentId)).toMatchObject({ paymentStatus: 'CALLBACK_THREEDS' })
    expect(await complete(started.paymentId)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
    expect(await found(started.paymentId)).toMatchObject({ isThreeDS: true, paymentProvider: 'GOOGLEPAY' })
  })

  it('answers a card that its bank declines', async () => {
    expect(await start(google(googlePayToken(testCards.notSufficientFunds)))).toMatchObject({
      ...{ paymentStatus: 'FAILURE', additionalAction: 'NONE' },
      paymentError: { errorGroup: 'NOT_SUFFICIENT_FUNDS' },
    })
  })

  it('needs a token of Google’s, and opens none that a real device made', async () => {
    expect(await refused(google())).toMatchObject({ errorCode: '4090' })
    expect(await refused(google('{"protocolVersion":"ECv2"}'))).toMatchObject({ errorCode: '4090' })
    const real = googlePayToken(testCards.success).replace(/"encryptedMessage\\":\\"/, '$&A')
    expect(await refused(google(real))).toMatchObject({ errorGroup: 'INVALID_TRANSACTION' })
    expect(testServer.sandbox.control.payments()).toEqual([])
  })
})

it('fails when the shopper does not come to an end', async () => {
  const started = await start(WORLD_PAY)
  await testServer.sandbox.control.clock.advance({ minutes: 20 })
  expect(await found(started.paymentId)).toMatchObject({ paymentStatus: 'FAILURE' })
  expect(await (await at(started)).answerProvider('paid')).toMatchObject({ outcome: 'elsewhere' })
})

it('answers a payment that the fraud rules block', async () => {
  testServer.sandbox.control.fraud.nextPayment('BLOCK')
  expect(await start(WORLD_PAY)).toMatchObject({
    ...{ paymentStatus: 'FAILURE', additionalAction: 'NONE' },
    paymentError: { errorGroup: 'FRAUD_CHECK_BLOCK' },
  })
})

it.each<[object, string]>([
  [{ ...WORLD_PAY, additionalParams: {} }, '4090'],
  [{ ...WORLD_PAY, additionalParams: { sourceCode: 'QR' } }, '4090'],
  [{ ...GARANTI_PAY, additionalParams: {} }, '4090'],
  [{ ...LOAN, additionalParams: { sourceCode: 'WEB2QR' } }, '4090'],
  [{ ...WORLD_PAY, currency: 'EUR' }, '4091'],
  [{ ...WORLD_PAY, paymentPhase: 'PRE_AUTH' }, '4110'],
  [{ ...WORLD_PAY, posAlias: 'nobody' }, '4031'],
  [{ ...WORLD_PAY, price: 99 }, '4005'],
  [{ ...WORLD_PAY, callbackUrl: undefined }, '4000'],
  [{ paymentProvider: 'PAPARA' }, '4000'],
])('refuses %j', async (change, errorCode) => {
  expect(await refused(change)).toMatchObject({ errorCode })
  expect(testServer.sandbox.control.payments()).toEqual([])
})

it('is no other merchant’s, and no payment of another way', async () => {
  const started = await start(WORLD_PAY)
  expect(await complete(started.paymentId, merchants[1])).toMatchObject({ errorCode: '4001' })
  const papara = await answerOf<Started>(
    testServer,
    '/payment/v1/apm-payments/init',
    requestOf({ apmType: 'PAPARA' }),
  )
  expect(await complete(papara.paymentId)).toMatchObject({ errorCode: '4092' })
})

it('is refunded in parts like a card payment', async () => {
  const started = await start(WORLD_PAY)
  await (await at(started)).answerProvider('paid')
  const { paymentTransactions } = await found(started.paymentId)
  const refund = { paymentTransactionId: paymentTransactions[0]?.id ?? 0, refundPrice: 10 }
  expect(await testServer.client.payment().refundPaymentTransaction(refund)).toMatchObject({
    status: 'SUCCESS',
  })
  const tooMuch = { ...refund, refundPrice: 25 }
  expect(await refusal(testServer.client.payment().refundPaymentTransaction(tooMuch))).toMatchObject({
    code: '10306',
  })
})

it('is refused where the merchant’s settings leave it closed', async () => {
  await testServer.close()
  const closed = [
    { ...merchants[0], name: 'A', apiKey: 'a', secretKey: 'sa', paymentMethods: ['CARD' as const] },
  ]
  testServer = await startTestServer({ seed: { merchants: closed } })
  expect(await refused(WORLD_PAY)).toMatchObject({ errorCode: '4111' })
})
