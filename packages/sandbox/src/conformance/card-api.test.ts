import { createHash } from 'node:crypto'
import Craftgate from '@craftgate/craftgate'
import { newCard, paymentRequest } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

const payments = () => testServer.client.payment()
const loyalty = {
  type: Craftgate.Model.LoyaltyType.RewardMoney,
  reward: { cardRewardMoney: 10, firmRewardMoney: 5 },
}

/** Three instalments of a stored card that has points. */
async function byStoredCard() {
  const { cardUserKey, cardToken } = await payments().storeCard(newCard('4043080000000003'))
  const request = paymentRequest({
    installment: 3,
    paidPrice: 103.75,
    card: { cardUserKey, cardToken, loyalty },
  })
  const paid = {
    ...{ paymentStatus: 'SUCCESS', installment: 3, price: 100, paidPrice: 103.75, bankCommissionRate: 4.75 },
    ...{ paidWithStoredCard: true, cardUserKey, cardToken, lastFourDigits: '0003', loyalty },
  }
  return { request, paid }
}

describe('a stored card pays in instalments and with points', () => {
  it('without 3D Secure', async () => {
    const { request, paid } = await byStoredCard()
    const payment = await payments().createPayment(request)
    expect(payment).toMatchObject({ ...paid, isThreeDS: false })
    expect(await payments().retrievePayment(payment.id)).toEqual(payment)
  })

  it.each([1, 2])('with 3D Secure and a callback of version %d', async (version) => {
    const { request, paid } = await byStoredCard()
    const { htmlContent, paymentId } = await payments().init3DSPayment({
      ...request,
      additionalParams: { threeDSCallbackVersion: version },
      callbackUrl: `${testServer.merchant.url}/callback`,
    })
    const shopper = new Shopper()
    await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
    const fields = (await shopper.answerBank('ok')).callback?.fields ?? {}
    expect(fields).toMatchObject({
      status: 'SUCCESS',
      completeStatus: 'WAITING',
      paymentId: String(paymentId),
    })
    expect(fields.hash).toBe(version === 1 ? hashV1(fields) : hashV2(fields))
    expect(await payments().complete3DSPayment({ paymentId })).toMatchObject({ ...paid, isThreeDS: true })
  })
})

type Fields = Readonly<Record<string, string>>
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function hashV1(fields: Fields): string {
  const names = [
    'status',
    'completeStatus',
    'paymentId',
    'conversationData',
    'conversationId',
    'callbackStatus',
  ]
  return sha256([testServer.sandbox.callbackKey, ...names.map((name) => fields[name] ?? '')].join('###'))
}

const hashV2 = (fields: Fields): string =>
  sha256(
    testServer.sandbox.callbackKey +
      (fields.hashParams ?? '')
        .split(':')
        .map((name) => fields[name] ?? '')
        .join(''),
  )

describe('an insurer’s card of eight digits, four digits and an identity number', () => {
  const pay = (card: object) =>
    signedFetch(testServer.sandbox, {
      method: 'POST',
      path: '/payment/v1/card-payments',
      body: { ...paymentRequest(), card },
    })
  const card = { cardHolderIdentityNumber: '12345678900', binNumber: '40430800', lastFourDigits: '0003' }

  it.each(['40430800', '404308'])('pays, known by its first digits %s', async (binNumber) => {
    const { data } = JSON.parse((await pay({ ...card, binNumber })).text)
    expect(data).toMatchObject({ paymentStatus: 'SUCCESS', binNumber: '40430800', lastFourDigits: '0003' })
  })

  it.each([
    ['no number of a person or company', { cardHolderIdentityNumber: '12' }, { errorCode: '4000' }],
    ['no known card', { lastFourDigits: '1111' }, { errorGroup: 'INVALID_CARD_NUMBER' }],
  ])('is refused with %s', async (_name, change, refused) => {
    const { status, text } = await pay({ ...card, ...change })
    expect(status).toBe(422)
    expect(JSON.parse(text).errors).toMatchObject(refused)
  })
})

describe('what the bank said', () => {
  const refused = async (number: string) => {
    const body = paymentRequest({ card: newCard(number) })
    const { text } = await signedFetch(testServer.sandbox, {
      ...{ method: 'POST', path: '/payment/v1/card-payments', body, lang: 'tr' as const },
    })
    return JSON.parse(text)
  }

  it('stands beside the errors in its own words, where a bank was asked', async () => {
    expect(await refused('5100050000006661')).toEqual({
      errors: {
        errorCode: '10051',
        errorDescription: 'Kart limiti yetersiz, yetersiz bakiye',
        errorGroup: 'NOT_SUFFICIENT_FUNDS',
      },
      providerError: { errorCode: '51', errorMessage: 'Not sufficient funds' },
    })
  })

  it('is not there where none was', async () => {
    testServer.sandbox.control.fraud.nextPayment('BLOCK')
    expect((await refused('5258640000000001')).providerError).toBeUndefined()
    const { text } = await signedFetch(testServer.sandbox, {
      ...{ method: 'GET', path: '/payment/v1/card-payments/4711' },
    })
    expect(JSON.parse(text).providerError).toBeUndefined()
  })

  it('leaves the official client’s error as it is', async () => {
    expect(
      await refusal(payments().createPayment(paymentRequest({ card: newCard('5100560000006669') }))),
    ).toMatchObject({ code: '10005', group: 'DO_NOT_HONOUR' })
  })
})
