import { callApi } from '../test/call-api'
import { paymentRequest } from '../test/requests'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'
import { applePayToken } from '../testing/device-tokens'
import { testCards } from '../testing/shopper'

const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })

describe('a card that a caller typed', () => {
  interface Kept {
    readonly cardUserKey: string
    readonly cardToken: string
  }
  const retrieve = (query: Record<string, string>, keys?: (typeof TWO_MERCHANTS)[number]) =>
    callApi<Kept>(testServer, `/payment/v1/ivr-cards?${new URLSearchParams(query)}`, undefined, keys)

  it('is kept for the shopper and can pay', async () => {
    const callToken = testServer.sandbox.control.ivr.typeCard('5258640000000001')
    const { data } = await retrieve({ callToken, cardUserKey: 'shopper-1' })
    expect(data).toMatchObject({
      ...{ binNumber: '52586400', lastFourDigits: '0001', cardUserKey: 'shopper-1' },
      secureFieldsToken: expect.any(String),
    })
    expect(await retrieve({ callToken, cardUserKey: 'shopper-1' })).toMatchObject({
      data: { cardToken: data?.cardToken },
    })
    const card = { cardUserKey: String(data?.cardUserKey), cardToken: String(data?.cardToken) }
    const paid = await testServer.client.payment().createPayment(paymentRequest({ card }))
    expect(paid).toMatchObject({ paymentStatus: 'SUCCESS', paidWithStoredCard: true })
  })

  it('is found by its call only, and by its merchant only', async () => {
    const callToken = testServer.sandbox.control.ivr.typeCard('5258640000000001')
    expect(await retrieve({ callToken: 'another' })).toMatchObject({ errorCode: '4130' })
    expect(await retrieve({ cardUserKey: 'shopper-1' })).toMatchObject({ errorCode: '4000' })
    expect(await retrieve({ callToken }, TWO_MERCHANTS[1])).toMatchObject({ errorCode: '4130' })
  })

  it('is typed by the control API too, if it is a documented card', async () => {
    const type = (cardNumber: string) =>
      fetch(`${testServer.sandbox.url}/_control/ivr/card`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ cardNumber, apiKey: 'b' }),
      })
    const { data } = (await (await type('5258640000000001')).json()) as { data: { callToken: string } }
    expect(await retrieve(data, TWO_MERCHANTS[1])).toMatchObject({ data: { lastFourDigits: '0001' } })
    expect((await type('4111111111111112')).status).toBe(400)
  })
})

describe('an Apple Pay session', () => {
  const request = {
    ...{ merchantIdentifier: 'merchant.com.shop', displayName: 'Shop', initiative: 'web' },
    initiativeContext: 'shop.example',
    validationUrl: 'https://apple-pay-gateway-nc-pod1.apple.com/paymentservices/startSession',
  }
  const open = (change: object = {}) =>
    callApi<{ epochTimestamp: number; expiresAt: number }>(
      testServer,
      '/payment/v1/apple-pay/merchant-sessions',
      { ...request, ...change },
    )

  it('is handed on as Apple makes it', async () => {
    const { data } = await open()
    expect(data).toMatchObject({
      ...{ domainName: 'shop.example', displayName: 'Shop' },
      merchantSessionIdentifier: expect.stringMatching(/^SSH/),
    })
    expect((data?.expiresAt ?? 0) - (data?.epochTimestamp ?? 0)).toBe(5 * 60 * 1000)
  })

  it.each([
    [{ validationUrl: 'http://apple-pay-gateway.apple.com/x' }],
    [{ validationUrl: 'https://apple-pay-gateway.apple.com.evil.test/x' }],
    [{ validationUrl: 'https://localhost/x' }],
    [{ merchantIdentifier: undefined }],
    [{ initiative: 'phone' }],
  ])('is refused for %j', async (change) => {
    expect(await open(change)).toMatchObject({ errorCode: '4000' })
  })
})

describe('a card of Apple Pay', () => {
  const pay = (data: unknown, change: object = {}) => {
    const card = { tokenizedCard: { type: 'APPLE_PAY', data } }
    const request = { ...paymentRequest(), card, ...change }
    return callApi<{ id: number }>(testServer, '/payment/v1/card-payments', request)
  }
  const token = JSON.parse(applePayToken(testCards.success)) as { readonly paymentData: unknown }

  it('is charged like any other, by Apple’s token or by its paymentData', async () => {
    for (const data of [token, token.paymentData])
      expect(await pay(data)).toMatchObject({
        data: { paymentStatus: 'SUCCESS', paymentProvider: 'APPLEPAY', binNumber: '52092200' },
      })
  })

  it('is declined by its bank', async () => {
    const data = JSON.parse(applePayToken(testCards.notSufficientFunds))
    expect(await pay(data)).toMatchObject({ errorGroup: 'NOT_SUFFICIENT_FUNDS' })
  })

  it('is no token that Apple never made, nor one that a real device made', async () => {
    const foreign = { ...token, paymentData: { ...(token.paymentData as object), data: 'AAAA' } }
    for (const data of ['text', {}, { paymentData: {} }, foreign])
      expect(await pay(data)).toMatchObject({ errorGroup: 'INVALID_TRANSACTION' })
    expect(testServer.sandbox.control.payments()).toEqual([])
  })
})
