import { validateRequest } from '@craftgate-commerce/openapi'
import { startingOf } from '../../testing/direct-starting'
import { scriptedClient } from '../../testing/scripted-client'
import { applePay } from './apple-pay'
import { googlePay } from './google-pay'

const APPLE = { merchantIdentifier: 'merchant.com.shop', displayName: 'Shop' }
const GOOGLE = {
  gateway: 'craftgate',
  gatewayMerchantId: '1',
  tokenParameter: 'theirName',
  merchantName: 'Shop',
}
const TOKEN = JSON.stringify({ paymentData: { data: 'sealed' }, transactionIdentifier: 'abc' })

/** The body of the one call that charges Apple's token. */
async function chargedWith(tokenData?: 'payment-data' | 'token'): Promise<unknown> {
  let sent: unknown
  const client = scriptedClient({
    createPayment: ({ body }) => {
      sent = body
      return { id: 7 }
    },
  })
  const given = await startingOf('APPLEPAY', {}, { applePay: { ...APPLE, tokenData } })
  const answers = { deviceToken: TOKEN }
  const card = await applePay.chooseCard?.(client, given, { answers, now: new Date() })
  if (card?.kind !== 'chosen') throw new Error('No card was chosen')
  await applePay.start(client, { ...given, answers, card })
  expect(validateRequest('createPayment', { body: sent })).toEqual([])
  return sent
}

test('Craftgate is sent Apple’s paymentData, or its whole token where the options say so', async () => {
  const withData = (data: unknown) => ({ card: { tokenizedCard: { type: 'APPLE_PAY', data } } })
  expect(await chargedWith()).toMatchObject(withData({ data: 'sealed' }))
  expect(await chargedWith('token')).toMatchObject(withData(JSON.parse(TOKEN)))
})

test('Craftgate is sent Google’s token under the name that it told the merchant, whatever the shop adds', async () => {
  let sent: unknown
  const client = scriptedClient({
    initPosApmPayment: ({ body }) => {
      sent = body
      return { paymentId: 7, paymentStatus: 'SUCCESS', additionalAction: 'NONE' }
    },
  })
  const given = await startingOf('GOOGLEPAY', {}, { googlePay: GOOGLE })
  const page = { ...given.page, additionalParams: { theirName: 'of the shop', own: 1 } }
  await googlePay.start(client, { ...given, page, answers: { deviceToken: TOKEN } })
  expect(validateRequest('initPosApmPayment', { body: sent })).toEqual([])
  expect(sent).toMatchObject({ paymentProvider: 'GOOGLEPAY', additionalParams: { theirName: TOKEN, own: 1 } })
})
