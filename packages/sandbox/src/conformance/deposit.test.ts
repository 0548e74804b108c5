import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, newCard } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const { Currency } = Craftgate.Model

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

const payments = () => testServer.client.payment()
const callbackUrl = () => `${testServer.merchant.url}/callback`

/** Member 1 has a wallet, member 2 has none. */
const topUp = (change: object = {}) => ({
  price: 40,
  buyerMemberId: 1,
  currency: Currency.TRY,
  conversationId: 'top-up-1',
  card: newCard('5258640000000001'),
  ...change,
})

const LOADED = {
  ...{ price: 40, currency: 'TRY', buyerMemberId: 1, conversationId: 'top-up-1' },
  ...{ paymentType: 'DEPOSIT_PAYMENT', paymentStatus: 'SUCCESS' },
  walletTransaction: { walletTransactionType: 'DEPOSIT_FROM_CARD', amount: 40 },
}

it('loads a wallet from a new card, and from a stored one', async () => {
  const card = { ...newCard('5258640000000001'), storeCardAfterSuccessPayment: true }
  const first = await payments().createDepositPayment(topUp({ card }))
  expect(first).toMatchObject(LOADED)
  const { cardUserKey, cardToken } = first
  expect(cardToken).toBeDefined()
  const second = await payments().createDepositPayment(topUp({ card: { cardUserKey, cardToken } }))
  expect(second).toMatchObject({ paymentStatus: 'SUCCESS', cardToken })
  expect(second.walletTransaction.id).not.toBe(first.walletTransaction.id)
})

it('takes lira where the official sample names no currency', async () => {
  expect(await payments().createDepositPayment(topUp({ currency: undefined }))).toMatchObject({
    currency: 'TRY',
  })
})

it('loads with 3D Secure, once the merchant completed it', async () => {
  const request = topUp({ callbackUrl: callbackUrl() })
  const { htmlContent, paymentId } = await payments().init3DSDepositPayment({
    ...request,
    callbackUrl: callbackUrl(),
  })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
  const { callback } = await shopper.answerBank('ok')
  expect(callback?.fields).toMatchObject({ status: 'SUCCESS', completeStatus: 'WAITING' })
  const before = await payments().retrievePayment(paymentId)
  expect(before).toMatchObject({ paymentStatus: 'CALLBACK_THREEDS', paymentType: 'DEPOSIT_PAYMENT' })
  expect(await payments().complete3DSDepositPayment({ paymentId })).toMatchObject(LOADED)
})

it('completes no other payment', async () => {
  expect(await refusal(payments().complete3DSDepositPayment({ paymentId: 4711 }))).toMatchObject({
    code: '4001',
  })
})

it('loads nothing when the bank says no, nor the wallet of somebody who has none', async () => {
  expect(
    await refusal(payments().createDepositPayment(topUp({ card: newCard('5100050000006661') }))),
  ).toMatchObject({ group: 'NOT_SUFFICIENT_FUNDS' })
  expect(await refusal(payments().createDepositPayment(topUp({ buyerMemberId: 2 })))).toMatchObject({
    code: '4018',
  })
})

it('stands in the reports as a deposit without items, which no refund call gives back', async () => {
  const { id } = await payments().createDepositPayment(topUp())
  const reports = testServer.client.paymentReporting()
  expect(await reports.retrievePayment(id)).toMatchObject({
    paymentType: 'DEPOSIT_PAYMENT',
    refundablePrice: 0,
  })
  expect((await reports.retrievePaymentTransactions(id)).items).toEqual([])
  const { items } = await reports.searchPayments({ paymentType: Craftgate.Model.PaymentType.DepositPayment })
  expect(items.map((payment) => payment.id)).toEqual([id])
  expect(await refusal(payments().refundPayment({ paymentId: id }))).toMatchObject({ code: '4054' })
})

describe('the hosted page', () => {
  const init = (change: object) => {
    const { items: _items, ...request } = checkoutRequest(callbackUrl())
    return payments().initCheckoutPayment({ ...request, ...change })
  }

  it.each(['depositPayment', 'depositPayments'])(
    'loads the wallet that init names, with %s',
    async (field) => {
      const { token, pageUrl } = await init({ [field]: true, buyerMemberId: 1 })
      const shopper = new Shopper()
      await shopper.open(pageUrl)
      await shopper.pay({ card: testCards.success, threeDS: 'ok' })
      expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
        ...{ paymentType: 'DEPOSIT_PAYMENT', paymentStatus: 'SUCCESS', price: 100, buyerMemberId: 1 },
        paymentTransactions: [],
      })
    },
  )

  it('needs to know whose, and that he has one', async () => {
    expect(await refusal(init({ depositPayment: true }))).toMatchObject({ code: '4017' })
    expect(await refusal(init({ depositPayment: true, buyerMemberId: 2 }))).toMatchObject({ code: '4018' })
  })
})
