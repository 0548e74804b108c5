import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { type SignedCall, signedFetch } from '../test/signed-fetch'
import { clientOf, refusal, startTestServer, type TestServer } from '../test/test-server'
import { Shopper, testCards } from '../testing/shopper'

const { Currency, PaymentGroup, RefundDestinationType } = Craftgate.Model

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

const payment = () => testServer.client.payment()
const create = (change: Parameters<typeof paymentRequest>[0] = {}) =>
  payment().createPayment(paymentRequest(change))
const send = (call: SignedCall) => signedFetch(testServer.sandbox, call)

type Init = Parameters<ReturnType<TestServer['client']['payment']>['initCheckoutPayment']>[0]
const init = (change: Partial<Init> & Record<string, unknown> = {}) =>
  payment().initCheckoutPayment({ ...checkoutRequest(`${testServer.merchant.url}/callback`), ...change })

async function payOn(page: Promise<{ pageUrl: string }>, threeDS?: 'ok' | 'stay') {
  const shopper = new Shopper()
  await shopper.open((await page).pageUrl)
  return { shopper, result: await shopper.pay({ card: testCards.success, threeDS }) }
}

describe('an order id', () => {
  it('that a successful sale used is refused, also after its refund', async () => {
    const { id } = await create({ bankOrderId: 'order-1' })
    await payment().refundPayment({ paymentId: id })
    expect(await refusal(create({ bankOrderId: 'order-1' }))).toMatchObject({
      group: 'ORDER_ID_ALREADY_USED',
    })
  })

  it('that a declined payment used may be tried again', async () => {
    await refusal(create({ bankOrderId: 'order-1', card: newCard('5100050000006661') }))
    expect(await create({ bankOrderId: 'order-1' })).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('belongs to one merchant', async () => {
    await create({ bankOrderId: 'order-1' })
    await testServer.close()
    const merchants = [1, 2].map((n) => ({ name: `${n}`, apiKey: `key-${n}`, secretKey: 'secret' }))
    testServer = await startTestServer({ seed: { merchants } })
    for (const { apiKey, secretKey } of merchants) {
      const client = clientOf({ url: testServer.sandbox.url, apiKey, secretKey })
      const made = await client.payment().createPayment(paymentRequest({ bankOrderId: 'order-1' }))
      expect(made).toMatchObject({ orderId: 'order-1' })
    }
  })

  it('is a decline on the hosted page, and one of two shoppers at the bank loses', async () => {
    const first = await payOn(init({ orderId: 'order-1' }), 'stay')
    const second = await payOn(init({ orderId: 'order-1' }), 'stay')
    expect((await first.shopper.answerBank('ok')).outcome).toBe('returned')
    expect(await second.shopper.answerBank('ok')).toMatchObject({
      outcome: 'declined',
      group: 'ORDER_ID_ALREADY_USED',
    })
    const third = await payOn(init({ orderId: 'order-1' }))
    expect(third.result).toMatchObject({ outcome: 'declined', group: 'ORDER_ID_ALREADY_USED' })
  })
})

describe('a card', () => {
  it('needs its CVC', async () => {
    const { cvc: _cvc, ...card } = newCard('5258640000000001')
    expect(await refusal(create({ card: card as never }))).toMatchObject({ code: '4155', group: undefined })
  })

  it('that is kept needs none', async () => {
    const { cvc: _cvc, ...card } = newCard('5258640000000001')
    const { cardUserKey, cardToken } = await payment().storeCard(card)
    expect(await create({ card: { cardUserKey, cardToken } })).toMatchObject({ paidWithStoredCard: true })
  })

  it('is looked up by any BIN', async () => {
    expect(await testServer.client.installment().retrieveBinNumber('42424242')).toMatchObject({
      cardAssociation: 'VISA',
      bankName: 'FOREIGN BANK',
    })
    const { items } = await testServer.client
      .installment()
      .searchInstallments({ binNumber: '424242', price: 100 })
    expect(items[0]?.installmentPrices.map(({ installmentNumber }) => installmentNumber)).toEqual([1])
  })
})

describe('a client address', () => {
  it.each(['::1', '2001:db8::1', 'localhost'])('that is not IPv4 (%s) is refused', async (clientIp) => {
    expect(await refusal(create({ clientIp }))).toMatchObject({ group: 'INVALID_IP' })
    expect((await payOn(init({ clientIp }))).result).toMatchObject({
      outcome: 'declined',
      group: 'INVALID_IP',
    })
  })

  it('that is IPv4, or not sent, is taken', async () => {
    for (const clientIp of ['203.0.113.7', undefined])
      expect(await create({ clientIp })).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('of the shopper himself never stops the hosted page', async () => {
    const shopper = new Shopper({ clientIp: '2001:db8::1' })
    await shopper.open((await init()).pageUrl)
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
  })

  it('may be anything at a POS that does not ask for IPv4', async () => {
    await testServer.close()
    const pos = { alias: 'pos', name: 'POS', bank: 'AKBANK T.A.Ş.', requiresIPv4: false }
    const merchants = [{ name: 'Shop', apiKey: 'key', secretKey: 'secret', poses: [pos] }]
    testServer = await startTestServer({ seed: { merchants } })
    expect(await create({ clientIp: '::1' })).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('a hosted page', () => {
  it('is not both for stored cards only and for storing every card', async () => {
    const both = { cardUserKey: 'user', allowOnlyStoredCards: true, alwaysStoreCardAfterPayment: true }
    expect(await refusal(init(both))).toMatchObject({ code: '4016' })
  })

  it('knows every method of the portal, and no other', async () => {
    const methods = (...names: string[]) => init({ enabledPaymentMethods: names as never })
    expect(await methods('CARD', 'PLUXEE', 'BKM_EXPRESS')).toMatchObject({ token: expect.any(String) })
    expect(await refusal(methods('CARD', 'CASH'))).toMatchObject({ code: '4000' })
  })
})

describe('a seller of a marketplace', () => {
  const items = (change: object = {}) => [
    { name: 'A', price: 30, externalId: 'a', subMerchantMemberId: 1, subMerchantMemberPrice: 27, ...change },
    { name: 'B', price: 70, externalId: 'b' },
  ]

  it.each([
    ['is known', { subMerchantMemberId: 4 }, '4036'],
    ['gets at most the price of the item', { subMerchantMemberPrice: 30.01 }, '4037'],
  ])('%s', async (_name, change, code) => {
    expect(await refusal(create({ items: items(change) }))).toMatchObject({ code, group: undefined })
    expect(await refusal(init({ items: items(change) }))).toMatchObject({ code })
  })

  it('is paid in lira only', async () => {
    const abroad = { currency: Currency.USD, card: newCard('4111111111111111') }
    expect(await refusal(create({ ...abroad, items: items() }))).toMatchObject({ code: '4038' })
  })

  it('gets his price, the merchant the rest without the commission of the bank', async () => {
    const { paymentTransactions } = await create({ items: items(), paymentGroup: PaymentGroup.Product })
    expect(paymentTransactions).toMatchObject([
      {
        transactionStatus: 'WAITING_FOR_APPROVAL',
        merchantPayoutAmount: 2.41,
        subMerchantMemberPrice: 27,
        subMerchantMemberPayoutAmount: 27,
        subMerchantMemberPayoutRate: 11.203319,
        payout: {
          ...{ paidPrice: 30, parity: 1, currency: 'TRY' },
          ...{ merchantPayoutAmount: 2.41, subMerchantMemberPayoutAmount: 27 },
        },
      },
      {
        transactionStatus: 'APPROVED',
        merchantPayoutAmount: 68.63,
        payout: { merchantPayoutAmount: 68.63, subMerchantMemberPayoutAmount: 0 },
      },
    ])
    expect(paymentTransactions[1]).not.toHaveProperty('subMerchantMemberPayoutRate')
  })

  it('of a subscription needs no approval', async () => {
    const { paymentTransactions } = await create({
      items: items(),
      paymentGroup: PaymentGroup.ListingOrSubscription,
    })
    expect(paymentTransactions[0]).toMatchObject({ transactionStatus: 'APPROVED' })
  })
})

describe('a refund to the wallet', () => {
  const refundDestinationType = RefundDestinationType.Wallet

  it('needs a buyer who has one', async () => {
    for (const buyerMemberId of [undefined, 2]) {
      const { id, paymentTransactions } = await create({ buyerMemberId })
      const paymentTransactionId = paymentTransactions[0]?.id ?? 0
      const whole = payment().refundPayment({ paymentId: id, refundDestinationType })
      expect(await refusal(whole)).toMatchObject({ code: '4054' })
      const part = payment().refundPaymentTransaction({
        paymentTransactionId,
        refundPrice: 1,
        refundDestinationType,
      })
      expect(await refusal(part)).toMatchObject({ code: '4054' })
    }
  })

  it('goes to a member who has one', async () => {
    const { id } = await create({ buyerMemberId: 1 })
    expect(await payment().refundPayment({ paymentId: id, refundDestinationType })).toMatchObject({
      refundWalletPrice: 100,
      refundBankPrice: 0,
    })
  })
})

describe('an answer', () => {
  it('to 3ds-init leads to the bank by HTML and by address', async () => {
    const callbackUrl = `${testServer.merchant.url}/callback`
    const started = await payment().init3DSPayment({ ...paymentRequest(), callbackUrl })
    const { redirectUrl } = started as unknown as { redirectUrl: string }
    expect(Buffer.from(started.htmlContent, 'base64').toString('utf8')).toContain(redirectUrl)
    const shopper = new Shopper()
    await shopper.open(redirectUrl)
    expect(await shopper.answerBank('ok')).toMatchObject({ outcome: 'returned' })
  })

  it.each([
    ['tr', 'Kart limiti yetersiz, yetersiz bakiye'],
    ['en', 'Not sufficient funds'],
  ] as const)('in %s tells an error of a payment in that language', async (lang, text) => {
    await refusal(create({ card: newCard('5100050000006661') }))
    const [{ id } = { id: 0 }] = testServer.sandbox.control.payments()
    const answers = await Promise.all(
      [`/payment/v1/card-payments/${id}`, `/payment-reporting/v1/payments/${id}`].map((path) =>
        send({ method: 'GET', path, lang }),
      ),
    )
    for (const answer of answers)
      expect(JSON.parse(answer.text).data.paymentError).toMatchObject({ errorDescription: text })
  })
})

describe('a query of another client', () => {
  const search = async (query: string, path = '/payment-reporting/v1/payments') => {
    const { status, text } = await send({ method: 'GET', path: `${path}?${query}` })
    return { status, found: JSON.parse(text).data?.totalSize }
  }

  it('may write booleans as 0 and 1', async () => {
    await create()
    expect(await search('isThreeDS=0')).toEqual({ status: 200, found: 1 })
    expect(await search('isThreeDS=1')).toEqual({ status: 200, found: 0 })
    expect(await search('isThreeDS=yes')).toMatchObject({ status: 422 })
  })

  it('may come with a slash behind the path', async () => {
    await create()
    expect(await search('page=0', '/payment-reporting/v1/payments/')).toEqual({ status: 200, found: 1 })
  })

  it('may have its + signed as a plus or as a space', async () => {
    await create({ conversationId: 'a b' })
    const query = '/payment-reporting/v1/payments?conversationId=a+b'
    const { url, apiKey, secretKey } = testServer.sandbox
    for (const signedAs of ['+', ' ']) {
      const answer = await signedFetch({ url, apiKey, secretKey }, { method: 'GET', path: query, signedAs })
      expect(answer.status).toBe(200)
      expect(JSON.parse(answer.text).data).toMatchObject({ totalSize: 1 })
    }
  })
})
