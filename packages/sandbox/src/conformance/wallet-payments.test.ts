import { call } from '../test/call'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const members = [
  { id: 1, name: 'Ayşe', hasWallet: true, walletBalance: '120.50' },
  { id: 2, name: 'Bakır', isSubMerchant: true },
]
const OWN = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key', members }

const testServer = useTestServer({ seed: { merchants: [OWN] } })

const payments = () => testServer.client.payment()
const wallet = () => testServer.client.wallet()
const search = { page: 0, size: 25, walletTransactionTypes: [] }
const balance = async () => (await wallet().retrieveMemberWallet(1)).amount
const moves = async () =>
  (await wallet().searchWalletTransactions(1, search)).items.map(
    ({ walletTransactionType, amount, transactionId }) => [walletTransactionType, amount, transactionId],
  )

/** 100 TRY of member 1; without a card when the wallet pays it whole. */
const pay = (walletPrice: number, change: object = {}) => {
  const { card, ...request } = paymentRequest({ buyerMemberId: 1, walletPrice, ...change })
  return payments().createPayment(walletPrice === request.paidPrice ? request : { ...request, card })
}

it('is paid from the wallet whole, without a card and without a bank', async () => {
  const payment = await pay(100)
  expect(payment).toMatchObject({
    ...{ paymentStatus: 'SUCCESS', paymentType: 'WALLET_PAYMENT', paymentProvider: 'CG_WALLET' },
    ...{ paidPrice: 100, walletPrice: 100, bankCommissionRateAmount: 0 },
  })
  expect(payment.authCode).toBeUndefined()
  expect(payment.paymentTransactions.map(({ walletPrice }) => walletPrice)).toEqual([30, 50, 20])
  expect(await balance()).toBe(20.5)
  expect(await moves()).toEqual([['PAYMENT_REDEEM', -100, payment.id]])
})

it('is paid from wallet and card, each with its part', async () => {
  const payment = await pay(40.01)
  expect(payment).toMatchObject({
    paymentType: 'CARD_AND_WALLET_PAYMENT',
    paidPrice: 100,
    walletPrice: 40.01,
  })
  const parts = payment.paymentTransactions.map(({ walletPrice }) => Math.round(walletPrice * 100))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(4001)
  expect(await balance()).toBe(80.49)
  const [event] = testServer.sandbox.control.webhooks.list()
  expect(event).toMatchObject({
    ...{ eventType: 'WALLET_TX_CREATED', payloadId: '1' },
    payload: { walletTransactionType: 'PAYMENT_REDEEM', amount: -40.01, memberId: 1, walletId: 1 },
  })
})

it('gives each its part back, to the last kuruş', async () => {
  const { id, paymentTransactions } = await pay(40.01)
  const [first] = paymentTransactions
  const paymentTransactionId = Number(first?.id)
  for (const refundPrice of [10, 7.77, 12.23]) {
    const refund = await payments().refundPaymentTransaction({ paymentTransactionId, refundPrice })
    expect(refund.refundBankPrice + refund.refundWalletPrice).toBeCloseTo(refundPrice, 6)
  }
  expect(await balance()).toBeCloseTo(80.49 + Number(first?.walletPrice), 6)
  await testServer.sandbox.control.clock.advance({ days: 1 })
  await payments().refundPayment({ paymentId: id })
  expect(await balance()).toBe(120.5)
})

it('comes back whole on the day, or all of it into the wallet', async () => {
  const cancelled = await payments().refundPayment({ paymentId: (await pay(40)).id })
  expect(cancelled).toMatchObject({ refundType: 'CANCEL', refundBankPrice: 60, refundWalletPrice: 40 })
  expect(await balance()).toBe(120.5)
  const { id } = await pay(0)
  const request = { paymentId: id, refundDestinationType: 'WALLET' }
  expect(await call(testServer, 'refunds', request)).toMatchObject({ data: { refundWalletPrice: 100 } })
  expect(await balance()).toBe(220.5)
  expect((await moves()).map(([type]) => type)).toEqual([
    ...['CANCEL_REFUND_TO_WALLET', 'REFUND_DEPOSIT', 'PAYMENT_REDEEM'],
  ])
})

it.each<[string, number, object, string]>([
  ['more than it holds', 120.51, { price: 200, paidPrice: 200, items: [{ price: 200 }] }, '4023'],
  ['more than is charged', 101, {}, '4020'],
  ['a pre-authorization', 40, { paymentPhase: 'PRE_AUTH' }, '4021'],
  [
    'a seller’s product',
    40,
    { items: [{ price: 100, subMerchantMemberId: 2, subMerchantMemberPrice: 9 }] },
    '4022',
  ],
  ['a buyer without a wallet', 40, { buyerMemberId: 2 }, '4018'],
  ['nobody’s wallet', 40, { buyerMemberId: undefined }, '4018'],
  ['another currency', 40, { currency: 'USD', card: newCard('4111111111111111') }, '4018'],
])('does not pay %s', async (_what, walletPrice, change, code) => {
  expect(await refusal(pay(walletPrice, change))).toMatchObject({ code })
  expect(await moves()).toEqual([])
})

it('wants a card where the wallet does not pay whole, and none where it does', async () => {
  const { card, ...request } = paymentRequest({ buyerMemberId: 1 })
  expect(await refusal(payments().createPayment({ ...request, walletPrice: 40 }))).toMatchObject({
    code: '4024',
  })
  const whole = { ...request, card, walletPrice: 100 }
  expect(await refusal(payments().createPayment(whole))).toMatchObject({ code: '4025' })
})

it('is taken with 3D Secure too, unless the wallet was emptied meanwhile', async () => {
  const start = async () => {
    const callbackUrl = `${testServer.merchant.url}/callback`
    const request = { ...paymentRequest({ buyerMemberId: 1, walletPrice: 70 }), callbackUrl }
    const { htmlContent, paymentId } = await payments().init3DSPayment(request)
    const shopper = new Shopper()
    await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
    await shopper.answerBank('ok')
    return paymentId
  }
  const [first, second] = [await start(), await start()]
  expect(await balance()).toBe(120.5)
  expect(await payments().complete3DSPayment({ paymentId: first })).toMatchObject({ walletPrice: 70 })
  expect(await refusal(payments().complete3DSPayment({ paymentId: second }))).toMatchObject({ code: '4023' })
  expect(await balance()).toBe(50.5)
})

describe('on the hosted page', () => {
  const open = async (change: object = {}) => {
    const { token, pageUrl } = await payments().initCheckoutPayment({
      ...{ ...checkoutRequest(`${testServer.merchant.url}/callback`), buyerMemberId: 1, ...change },
    })
    const shopper = new Shopper()
    await shopper.open(pageUrl)
    return { token, shopper }
  }

  it('pays whole where it holds enough', async () => {
    const { token, shopper } = await open()
    expect(await shopper.payFromWallet()).toMatchObject({ outcome: 'returned' })
    expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
      ...{ paymentType: 'WALLET_PAYMENT', paymentSource: 'CHECKOUT_FORM', walletPrice: 100 },
    })
    expect(await balance()).toBe(20.5)
    expect(testServer.sandbox.control.webhooks.list().map(({ eventType }) => eventType)).toEqual([
      ...['WALLET_TX_CREATED', 'CHECKOUTFORM_AUTH'],
    ])
  })

  it('pays what it holds, and the card the rest, instalments too', async () => {
    const { token, shopper } = await open({ price: 200, paidPrice: 200, items: [{ price: 200 }] })
    const card = testCards.success
    expect(await shopper.pay({ card, useWallet: true, installment: 3, threeDS: 'ok' })).toMatchObject({
      outcome: 'returned',
    })
    const payment = await payments().retrieveCheckoutPayment(token)
    expect(payment).toMatchObject({
      paymentType: 'CARD_AND_WALLET_PAYMENT',
      walletPrice: 120.5,
      installment: 3,
    })
    expect(payment.paidPrice).toBeGreaterThan(200)
    expect(await balance()).toBe(0)
  })

  it.each([
    ['a buyer without one', { buyerMemberId: 2 }],
    ['nobody', { buyerMemberId: undefined }],
    ['a pre-authorization', { paymentPhase: 'PRE_AUTH' }],
    ['a seller’s product', { items: [{ price: 100, subMerchantMemberId: 2, subMerchantMemberPrice: 9 }] }],
    ['another currency', { currency: 'USD' }],
  ])('is not offered to %s', async (_who, change) => {
    const { shopper } = await open(change)
    expect(shopper.page.html).toContain('pay-form')
    expect(shopper.page.html).not.toMatch(/wallet-form|use-wallet/)
  })

  it('is declined when it was emptied in another tab, and the page stays open', async () => {
    const [first, second] = [await open(), await open()]
    await first.shopper.payFromWallet()
    expect(await second.shopper.payFromWallet()).toMatchObject({ outcome: 'declined', code: '4023' })
    expect(await second.shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
  })
})

describe('a wallet', () => {
  it('holds what was loaded', async () => {
    const { walletTransaction } = await payments().createFundTransferDepositPayment({
      price: 10,
      buyerMemberId: 1,
    })
    expect(await balance()).toBe(130.5)
    const { items } = await wallet().searchWalletTransactions(1, search)
    expect(items).toMatchObject([
      { id: walletTransaction.id, walletTransactionType: 'DEPOSIT_FROM_FUND_TRANSFER' },
    ])
  })

  it('is nobody’s who has none', async () => {
    expect(await refusal(wallet().retrieveMemberWallet(2))).toMatchObject({ code: '4180' })
    expect(await refusal(wallet().searchWalletTransactions(9, search))).toMatchObject({ code: '4180' })
  })

  it('gives what was loaded back, no more than it came to nor than the wallet holds', async () => {
    const load = { price: 100, buyerMemberId: 1, currency: 'TRY', card: newCard('5258640000000001') }
    const { data } = await call<{ walletTransaction: { id: number } }>(testServer, 'deposits', load)
    const id = data?.walletTransaction.id ?? 0
    const left = async () => (await wallet().retrieveRefundableAmountOfWalletTransaction(id)).refundableAmount
    expect(await left()).toBe(100)
    expect(await wallet().refundWalletTransaction(id, { refundPrice: 30 })).toMatchObject({
      ...{ refundPrice: 30, refundStatus: 'SUCCESS', transactionType: 'WALLET_TX', walletTransactionId: id },
    })
    expect([await left(), await balance()]).toEqual([70, 190.5])
    expect(await refusal(wallet().refundWalletTransaction(id, { refundPrice: 70.01 }))).toMatchObject({
      code: '4182',
    })
    await pay(150, { price: 150, paidPrice: 150, items: [{ price: 150 }] })
    expect(await left()).toBe(40.5)
    expect((await wallet().retrieveRefundWalletTransactions(id)).items).toHaveLength(1)
    expect((await moves()).map(([type]) => type)).toEqual([
      ...['PAYMENT_REDEEM', 'REFUND_WALLET_TX_TO_CARD', 'DEPOSIT_FROM_CARD'],
    ])
    expect(await refusal(wallet().refundWalletTransaction(99, { refundPrice: 1 }))).toMatchObject({
      code: '4181',
    })
  })

  it('gives the card’s share of what was refunded into it back to the card, and nothing that it paid with', async () => {
    const { paymentTransactions } = await pay(40)
    const paymentTransactionId = Number(paymentTransactions[1]?.id)
    const refund = { paymentTransactionId, refundPrice: 10, refundDestinationType: 'WALLET' }
    await call(testServer, 'refund-transactions', refund)
    const { items } = await wallet().searchWalletTransactions(1, search)
    const [returned, paid] = items.map((move) => move.id)
    const giveBack = (refundPrice: number) =>
      wallet().refundWalletTransaction(Number(returned), { refundPrice })
    expect(await refusal(giveBack(6.01))).toMatchObject({ code: '4182' })
    expect(await giveBack(6)).toMatchObject({
      ...{ transactionType: 'PAYMENT_TX', transactionId: paymentTransactionId },
    })
    expect(await wallet().retrieveRefundableAmountOfWalletTransaction(Number(paid))).toMatchObject({
      refundableAmount: 0,
    })
    expect(await balance()).toBe(84.5)
  })
})
