import Craftgate from '@craftgate/craftgate'
import { paymentRequest } from '../test/requests'
import { refusal, startTestServer, type TestServer } from '../test/test-server'
import { sign } from './signature'

const keys = { apiKey: 'dummy', secretKey: 'dummy', randomKey: '123', body: new Uint8Array() }

it('signs the known vector', () => {
  expect(sign({ ...keys, url: 'https://sandbox-api.craftgate.io' })).toBe(
    'sgmDw5GY819oFF8SC5OTORgqvKGL/4iTZxCeWTSJP5Y=',
  )
})

it('signs the first example of the portal', () => {
  const url = 'https://api.craftgate.io/onboarding/v1/members/1'
  const signed = sign({ ...keys, url, apiKey: 'key-1', secretKey: 'FooBar123!', randomKey: 'Xa15Fp11T' })
  expect(signed).toBe('y1TtnjNCJEvlkP5ufCkK3H0i2guMB/bKL4Ayw3VlKWA=')
})

describe('a signed request', () => {
  let testServer: TestServer
  beforeAll(async () => {
    testServer = await startTestServer()
  })
  afterAll(() => testServer.close())

  const path = '/payment/v1/refunds'
  const body = '{"paymentId":1}'
  const request = (change: { path?: string; body?: string; randomKey?: string } = {}) => {
    const { url, apiKey, secretKey } = testServer.sandbox
    const signature = sign({
      url: `${url}${path}`,
      apiKey,
      secretKey,
      randomKey: '123',
      body: Buffer.from(body),
    })
    const headers = {
      'x-api-key': apiKey,
      'x-rnd-key': change.randomKey ?? '123',
      'x-auth-version': 'V1',
      'x-signature': signature,
    }
    return fetch(`${url}${change.path ?? path}`, { method: 'POST', headers, body: change.body ?? body })
  }

  it('lets an exact signature in', async () => {
    expect((await request()).status).toBe(422)
  })

  it.each([
    ['another body, by one byte', { body: `${body} ` }],
    ['another path', { path: '/payment/v1/refund-transactions' }],
    ['another query', { path: `${path}?a=1` }],
    ['another random key', { randomKey: '124' }],
    ['a URL that cannot be decoded', { path: `${path}?a=%zz` }],
  ])('refuses %s with 401 and the text that the portal names', async (_name, change) => {
    const answer = await request(change)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      errors: { errorCode: '1001', errorDescription: 'Signature is not equal!' },
    })
  })

  it('takes dates, spaces and Turkish letters in a query', async () => {
    const search = testServer.client.paymentReporting().searchPayments({
      conversationId: 'sipariş no 1 & 2 + 3',
      minCreatedDate: new Date('2026-01-01T00:00:00Z'),
      paymentChannel: undefined,
    })
    expect(await search).toMatchObject({ totalSize: 0 })
  })

  it('takes Turkish letters in a body', async () => {
    const items = [{ name: 'Çay bardağı', price: 100, externalId: 'ç-1' }]
    const payment = await testServer.client.payment().createPayment(paymentRequest({ items }))
    expect(payment.paymentTransactions).toMatchObject([{ name: 'Çay bardağı' }])
  })

  it('takes the same server under another host name', async () => {
    const { url, apiKey, secretKey } = testServer.sandbox
    const baseUrl = url.replace('127.0.0.1', 'localhost')
    const client = new Craftgate.Client({ apiKey, secretKey, baseUrl: `${baseUrl}/` })
    expect(await refusal(client.payment().retrievePayment(999_999))).toMatchObject({ code: '4001' })
  })

  it('refuses a body that is no JSON, and one that never ends', async () => {
    const { url, apiKey, secretKey } = testServer.sandbox
    const send = (text: string) => {
      const signature = sign({
        url: `${url}${path}`,
        apiKey,
        secretKey,
        randomKey: '1',
        body: Buffer.from(text),
      })
      const headers = { 'x-api-key': apiKey, 'x-rnd-key': '1', 'x-signature': signature }
      return fetch(`${url}${path}`, { method: 'POST', headers, body: text })
    }
    expect((await send('{')).status).toBe(400)
    expect((await send(`"${'a'.repeat(1024 * 1024)}"`)).status).toBe(413)
  })

  it('answers 404 for a path that Craftgate does not have', async () => {
    const { url, apiKey, secretKey } = testServer.sandbox
    const get = (where: string) => {
      const signature = sign({
        url: `${url}${where}`,
        apiKey,
        secretKey,
        randomKey: '1',
        body: new Uint8Array(),
      })
      return fetch(`${url}${where}`, {
        headers: { 'x-api-key': apiKey, 'x-rnd-key': '1', 'x-signature': signature },
      })
    }
    expect((await get('/payment/v1/nothing')).status).toBe(404)
  })
})
