import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { sign } from './signature'

const testServer = useTestServer({}, 'file')

/** A signed request that no client would send, in English. */
async function send(
  method: string,
  path: string,
  content?: unknown,
): Promise<{ status: number; json: unknown }> {
  const { apiKey, secretKey } = testServer.sandbox
  const url = `${testServer.sandbox.url}${path}`
  const text = content === undefined ? '' : JSON.stringify(content)
  const signature = sign({
    url,
    apiKey,
    secretKey,
    randomKey: 'random',
    body: new TextEncoder().encode(text),
  })
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-api-key': apiKey,
      'x-rnd-key': 'random',
      'x-auth-version': '1',
      'x-signature': signature,
      lang: 'en',
    },
    body: text === '' ? undefined : text,
  })
  return { status: response.status, json: await response.json() }
}

const refused = (field: string, reason: string) => ({
  status: 422,
  json: { errors: { errorCode: '4000', errorDescription: `"${field}" is missing or not valid (${reason})` } },
})

const { expireYear: _year, ...cardWithoutYear } = newCard('5258640000000001')

it('names the field of a card that is missing', async () => {
  const request = { ...paymentRequest(), card: cardWithoutYear }
  expect(await send('POST', '/payment/v1/card-payments', request)).toEqual(
    refused('card.expireYear', 'is required'),
  )
})

it('names a field in a list by its place', async () => {
  const request = { ...paymentRequest(), items: [{ price: 60 }, { price: '40' }] }
  expect(await send('POST', '/payment/v1/card-payments', request)).toEqual(
    refused('items[1].price', 'must be number'),
  )
})

it('names a wrong field of a query', async () => {
  expect(await send('GET', '/payment-reporting/v1/payments?paymentId=five')).toEqual(
    refused('paymentId', 'must be integer'),
  )
})

it('names the field in Turkish to the official SDK', async () => {
  const request = Object.assign(checkoutRequest('https://shop.example/back'), { currency: 'XXX' })
  expect(await refusal(testServer.client.payment().initCheckoutPayment(request))).toMatchObject({
    code: '4000',
    text: '"currency" alanı zorunlu ya da geçersiz',
  })
})

it('takes booleans as 0 and 1, and numbers as text, in a query', async () => {
  const answer = await send('GET', '/payment-reporting/v1/payments?isThreeDS=0&page=0&size=5&currency=')
  expect(answer.status).not.toBe(500)
  expect(answer).not.toEqual(refused('isThreeDS', 'must be boolean'))
})
