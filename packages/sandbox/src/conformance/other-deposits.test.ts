import Craftgate from '@craftgate/craftgate'
import { call } from '../test/call'
import { newCard } from '../test/requests'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const { ApmType, Currency } = Craftgate.Model

const testServer = useTestServer()

const payments = () => testServer.client.payment()
const found = (id: number) => payments().retrievePayment(id)

const papara = (change: object = {}) => ({
  ...{ apmType: ApmType.Papara, price: 40, currency: Currency.TRY, buyerMemberId: 1 },
  ...{ conversationId: 'top-up-1', callbackUrl: `${testServer.merchant.url}/callback`, ...change },
})

it('loads a wallet by another way to pay, once the shopper has approved it there', async () => {
  const { paymentId, redirectUrl, ...started } = await payments().initApmDepositPayment(papara() as never)
  expect(started).toMatchObject({ paymentStatus: 'WAITING', additionalAction: 'REDIRECT_TO_URL' })
  expect(started).not.toHaveProperty('walletTransaction')
  const shopper = new Shopper()
  await shopper.open(redirectUrl)
  await shopper.answerProvider('paid')
  expect(await found(paymentId)).toMatchObject({
    ...{ paymentStatus: 'SUCCESS', paymentType: 'DEPOSIT_PAYMENT', paymentProvider: 'PAPARA', price: 40 },
  })
  expect(testServer.merchant.at('/callback')).toHaveLength(1)
})

it('has its record at once where nothing is left to do', async () => {
  const code = { additionalParams: { sodexoCode: '843195' }, apmUserIdentity: '5555555555' }
  const { data } = await call(testServer, 'deposits/apm-init', papara({ apmType: 'SODEXO', ...code }))
  expect(data).toMatchObject({
    paymentStatus: 'SUCCESS',
    walletTransaction: { walletTransactionType: 'DEPOSIT_FROM_APM', amount: 40, walletId: 1 },
  })
})

it.each([
  [{ buyerMemberId: 2 }, '4018'],
  [{ apmType: 'CASH_ON_DELIVERY' }, '4000'],
  [{ currency: 'EUR' }, '4018'],
  [{ apmType: 'EDENRED' }, '4090'],
])('refuses to load with %j', async (change, errorCode) => {
  expect(await call(testServer, 'deposits/apm-init', papara(change))).toMatchObject({ errorCode })
  expect(testServer.sandbox.control.payments()).toEqual([])
})

it('records money that came by transfer', async () => {
  const transfer = { price: 100, buyerMemberId: 1, conversationId: 'transfer-1' }
  expect(await payments().createFundTransferDepositPayment(transfer)).toMatchObject({
    ...{ price: 100, currency: 'TRY', buyerMemberId: 1, conversationId: 'transfer-1' },
    walletTransaction: { walletTransactionType: 'DEPOSIT_FROM_FUND_TRANSFER', amount: 100 },
  })
  const nobody = { ...transfer, buyerMemberId: 2 }
  expect(await call(testServer, 'deposits/fund-transfer', nobody)).toMatchObject({ errorCode: '4018' })
})

describe('money that is paid out to a card', () => {
  const out = (change: object = {}) =>
    call(testServer, 'card-payments/deposit-to-card', {
      ...{ price: 25.5, currency: 'TRY', description: 'Prim', orderId: 'out-1' },
      ...{ card: newCard('5258640000000001'), ...change },
    })

  it('is answered with its reference, and is no payment', async () => {
    const { data } = await out()
    expect(data).toMatchObject({
      ...{ price: 25.5, currency: 'TRY', description: 'Prim', orderId: 'out-1', paymentStatus: 'SUCCESS' },
      ...{ id: expect.any(Number), referenceId: expect.stringMatching(/^\d{12}$/) },
    })
    expect(testServer.sandbox.control.payments()).toEqual([])
  })

  it('goes to a card that exists, once for an order number', async () => {
    expect(await out({ card: newCard('5258640000000002') })).toMatchObject({
      errorGroup: 'INVALID_CARD_NUMBER',
    })
    expect(await out({ card: newCard('12') })).toMatchObject({ errorCode: '4150' })
    await out()
    expect(await out()).toMatchObject({ errorGroup: 'ORDER_ID_ALREADY_USED' })
  })
})
