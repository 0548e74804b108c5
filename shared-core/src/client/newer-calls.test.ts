// What the portal describes and the official Node package cannot call, and what no adapter needs: our client makes these calls
// of the description, against the emulator.
import { type Sandbox, Shopper, startSandbox } from '@craftgate-commerce/sandbox'
import type { CraftgateClient } from './craftgate-client'
import { createClient } from './create-client'

let sandbox: Sandbox
let client: CraftgateClient

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 })
  client = createClient({ ...sandbox, environment: sandbox.url })
})
afterAll(async () => {
  await client?.close()
  await sandbox?.close()
})
beforeEach(() => sandbox.control.reset())

const CARD = {
  cardHolderName: 'Ayşe Yılmaz',
  cardNumber: '5258640000000001',
  expireYear: '2044',
  expireMonth: '07',
  cvc: '000',
}

test('a token stands for a value until it is deleted', async () => {
  const made = await client.call('createPaymentToken', { body: { value: CARD.cardNumber, issuer: 'SHOP' } })
  const path = { token: String(made.token) }
  expect(await client.call('deletePaymentToken', { path })).toBeUndefined()
  await expect(client.call('deletePaymentToken', { path })).rejects.toMatchObject({ code: '4163' })
})

test('a card is verified by a charge that goes back, and kept', async () => {
  const body = {
    verificationPrice: 1,
    currency: 'TRY',
    paymentAuthenticationType: 'NON_THREE_DS',
    card: CARD,
    conversationId: 'verify-1',
    callbackUrl: 'https://shop.example.com/verified',
  } as const
  expect(await client.call('verifyCard', { body })).toMatchObject({
    ...{ cardVerifyStatus: 'SUCCESS', refundStatus: 'SUCCESS' },
    cardUserKey: expect.any(String),
  })
})

test('a card that a caller typed on the telephone is found by the call', async () => {
  const callToken = sandbox.control.ivr.typeCard(CARD.cardNumber)
  const query = { callToken, cardUserKey: 'shopper-1' }
  expect(await client.call('retrieveCardFromIvr', { query })).toMatchObject({ lastFourDigits: '0001' })
})

test('no card was brought over from another provider', async () => {
  const query = { cardProvider: 'MEX' } as const
  expect(await client.call('retrieveProviderCards', { query })).toMatchObject({ items: [] })
})

test('money is paid out to a card', async () => {
  const body = { price: 25.5, currency: 'TRY', description: 'Prim', orderId: 'out-1', card: CARD } as const
  expect(await client.call('depositToCard', { body })).toMatchObject({ paymentStatus: 'SUCCESS' })
})

test('a meal card is kept by the code that the telephone gets, also when it is asked for again', async () => {
  const card = { cardNumber: '6375780115068760', userReferenceNumber: 'user-1', gsmNumber: '5556667788' }
  const body = { apmType: 'METROPOL', mealVoucherCardTokenizationData: card } as const
  const { sessionId = '' } = await client.call('initMealVoucherCardTokenization', { body })
  const path = { sessionId }
  expect(
    await client.call('regenerateMealVoucherCardTokenization', {
      path,
      body: { mealVoucherCardTokenizationData: card },
    }),
  ).toMatchObject({ sessionId, additionalAction: 'OTP_REQUIRED' })
  expect(
    await client.call('completeMealVoucherCardTokenization', { path, body: { validationCode: '283126' } }),
  ).toMatchObject({ maskedCardNumber: '637578******8760' })
})

test('a payment that waits for its money is given back', async () => {
  const body = {
    price: 100,
    paidPrice: 100,
    currency: 'TRY' as const,
    paymentGroup: 'PRODUCT' as const,
    conversationId: 'wait-1',
    callbackUrl: 'https://shop.example.com/callback',
    items: [{ name: 'Kahve', price: 100 }],
    apmType: 'INSTANT_TRANSFER' as const,
    additionalParams: { bankCode: '0' },
  }
  const { paymentId = 0, htmlContent = '' } = await client.call('initApmPayment', { body })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), sandbox.url)
  await shopper.answerProvider('waiting', { deliver: false })
  expect(await client.call('refundWaitingPayment', { body: { paymentId } })).toMatchObject({
    status: 'SUCCESS',
  })
})
