import Craftgate from '@craftgate/craftgate'
import { MARKETPLACE_SEED } from '../seed/marketplace-seed'
import { answerOf, callApi } from '../test/call-api'
import { newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { Currency, RemittanceReasonType } = Craftgate.Model
const [marketplace, shop] = MARKETPLACE_SEED.merchants
const testServer = useTestServer({ seed: MARKETPLACE_SEED })
const client = () => clientOf({ ...shop, url: testServer.sandbox.url })
const wallet = () => client().wallet()
const ofMarketplace = () => clientOf({ ...marketplace, url: testServer.sandbox.url })

const events = (eventType: string) =>
  testServer.sandbox.control.webhooks.list().filter((event) => event.eventType === eventType)
const balance = async (memberId: number) => (await wallet().retrieveMemberWallet(memberId)).amount
const own = async () => (await wallet().retrieveMerchantMemberWallet()).amount
const remittance = (memberId: number, price: number) => ({
  ...{ memberId: String(memberId), price, description: 'Hediye', currency: Currency.TRY },
  remittanceReasonType: RemittanceReasonType.RedeemOnlyLoyalty,
})

describe('a wallet', () => {
  it('is opened once in each currency, and told by webhook', async () => {
    const created = await wallet().createMemberWallet(12, {
      negativeAmountLimit: -10,
      currency: Currency.TRY,
    })
    expect(created).toMatchObject({ amount: 0, withdrawalAmount: 0, negativeAmountLimit: -10, memberId: 12 })
    expect(created.id).not.toBe(12)
    expect(events('WALLET_CREATED')).toMatchObject([
      {
        ...{ payloadId: String(created.id), status: 'SUCCESS' },
        payload: { currency: 'TRY', walletId: created.id, memberId: 12, negativeAmountLimit: -10 },
      },
    ])
    const again = { negativeAmountLimit: 0, currency: Currency.TRY }
    expect(await refusal(wallet().createMemberWallet(12, again))).toMatchObject({ code: '4188' })
    const dollars = await wallet().createMemberWallet(12, { negativeAmountLimit: 0, currency: Currency.USD })
    expect(dollars).toMatchObject({ currency: 'USD' })
    expect(dollars.id).not.toBe(created.id)
    expect(await wallet().retrieveMemberWallet(12)).toMatchObject({ id: created.id })
  })

  it.each<[number, object, string]>([
    [99, { negativeAmountLimit: 0 }, '4200'],
    [12, { negativeAmountLimit: 10 }, '4189'],
    [12, { negativeAmountLimit: -0.001 }, '4007'],
    [12, { currency: 'XXX' }, '4000'],
  ])('is not opened for %i with %j', async (member, request, errorCode) => {
    const path = `/wallet/v1/members/${member}/wallets`
    expect(await callApi(testServer, path, request, shop)).toMatchObject({ errorCode })
  })

  it('has a limit that the merchant changes, and its owner spends down to it', async () => {
    expect(await wallet().updateMemberWallet(11, 11, { negativeAmountLimit: -50 })).toMatchObject({
      ...{ id: 11, amount: 250, negativeAmountLimit: -50 },
    })
    const pay = (price: number) => {
      const { card: _card, ...request } = paymentRequest({ buyerMemberId: 11 })
      const all = { price, paidPrice: price, walletPrice: price, items: [{ price }] }
      return client()
        .payment()
        .createPayment({ ...request, ...all })
    }
    expect(await refusal(pay(300.01))).toMatchObject({ code: '4023' })
    expect(await pay(300)).toMatchObject({ paymentStatus: 'SUCCESS', walletPrice: 300 })
    expect(await wallet().retrieveMemberWallet(11)).toMatchObject({ amount: -50, withdrawalAmount: 0 })
    expect(await refusal(wallet().updateMemberWallet(11, 11, { negativeAmountLimit: -49 }))).toMatchObject({
      code: '4210',
    })
    expect(await refusal(wallet().updateMemberWallet(12, 11, { negativeAmountLimit: 0 }))).toMatchObject({
      code: '4180',
    })
  })

  it('is nothing that a marketplace’s buyers have', async () => {
    const payment = ofMarketplace().payment()
    const opened = ofMarketplace()
      .wallet()
      .createMemberWallet(3, { currency: Currency.TRY, negativeAmountLimit: 0 })
    expect(await refusal(opened)).toMatchObject({ code: '4187' })
    const { card: _card, ...request } = paymentRequest({ buyerMemberId: 3, walletPrice: 100 })
    expect(await refusal(payment.createPayment(request))).toMatchObject({ code: '4187' })
    const load = { price: 10, buyerMemberId: 3, currency: Currency.TRY, card: newCard('5258640000000001') }
    expect(await refusal(payment.createDepositPayment(load))).toMatchObject({ code: '4187' })
    const sent = ofMarketplace().wallet().sendRemittance(remittance(3, 10))
    expect(await refusal(sent)).toMatchObject({ code: '4187' })
    const { id } = await payment.createPayment(paymentRequest({ buyerMemberId: 3 }))
    const refund = { paymentId: id, refundDestinationType: 'WALLET' }
    expect(await callApi(testServer, '/payment/v1/refunds', refund, marketplace)).toMatchObject({
      errorCode: '4187',
    })
  })
})

describe('a remittance', () => {
  it('moves money from the merchant’s wallet into a member’s, and back', async () => {
    const sent = await wallet().sendRemittance(remittance(11, 40.5))
    expect(sent).toMatchObject({
      ...{ status: 'ACTIVE', price: 40.5, currency: 'TRY', memberId: 11, description: 'Hediye' },
      ...{ remittanceType: 'SEND', remittanceReasonType: 'REDEEM_ONLY_LOYALTY' },
    })
    expect([await balance(11), await own()]).toEqual([290.5, -40.5])
    expect(await wallet().retrieveRemittance(sent.id)).toEqual(sent)
    expect(events('WALLET_TX_CREATED')[0]).toMatchObject({
      payloadId: '11',
      payload: { walletTransactionType: 'REMITTANCE', amount: 40.5, memberId: 11, transactionId: sent.id },
    })
    const back = await wallet().receiveRemittance(remittance(11, 290.5))
    expect(back).toMatchObject({ remittanceType: 'RECEIVE' })
    expect([await balance(11), await own()]).toEqual([0, 250])
  })

  it('is money that is spent here and never withdrawn, also after a payment with it went back', async () => {
    await wallet().sendRemittance(remittance(11, 40))
    const left = async () => (await wallet().retrieveMemberWallet(11)).withdrawalAmount
    expect(await left()).toBe(250)
    const { card: _card, ...request } = paymentRequest({ buyerMemberId: 11, walletPrice: 100 })
    const { id } = await client().payment().createPayment(request)
    expect([await balance(11), await left()]).toEqual([190, 190])
    await client().payment().refundPayment({ paymentId: id })
    expect([await balance(11), await left()]).toEqual([290, 250])
  })

  it.each<[string, object, string]>([
    ['more than the member may spend', { price: 250.01 }, '4213'],
    ['nothing', { price: 0 }, '4212'],
    ['less than nothing', { price: -5 }, '4212'],
    ['a member without a wallet', { memberId: 12 }, '4180'],
    ['nobody', { memberId: 99 }, '4200'],
    ['another currency', { currency: 'USD' }, '4180'],
    ['a seller', { remittanceReasonType: 'SUBMERCHANT_SEND_RECEIVE' }, '4211'],
    ['no reason that there is', { remittanceReasonType: 'BECAUSE' }, '4000'],
  ])('is not received of %s', async (_what, change, errorCode) => {
    const request = { ...remittance(11, 10), memberId: 11, ...change }
    expect(await callApi(testServer, '/wallet/v1/remittances/receive', request, shop)).toMatchObject({
      errorCode,
    })
    expect([await balance(11), await own()]).toEqual([250, 0])
  })

  it('is nobody else’s', async () => {
    const { id } = await wallet().sendRemittance(remittance(11, 1))
    expect(await refusal(ofMarketplace().wallet().retrieveRemittance(id))).toMatchObject({ code: '4220' })
  })
})

it('brings the merchant’s wallet to zero for a caller who knows what it holds', async () => {
  await wallet().sendRemittance(remittance(11, 100))
  const reset = (walletAmount: number) => wallet().resetMerchantMemberWalletBalance({ walletAmount })
  expect(await refusal(reset(100))).toMatchObject({ code: '4214' })
  const { id, amount } = await reset(-100)
  expect(amount).toBe(0)
  const { items } = await answerOf<{ items: { walletTransactionType: string; amount: number }[] }>(
    ...[testServer, `/wallet/v1/wallets/${id}/wallet-transactions`, undefined, shop],
  )
  expect(items.map((move) => [move.walletTransactionType, move.amount])).toEqual([
    ['MERCHANT_BALANCE_RESET', 100],
    ['REMITTANCE', -100],
  ])
})

it('loads only a wallet of the payment’s currency', async () => {
  const load = { price: 10, buyerMemberId: 11, currency: Currency.USD, card: newCard('4111111111111111') }
  expect(await refusal(client().payment().createDepositPayment(load))).toMatchObject({ code: '4018' })
  const { id } = await wallet().createMemberWallet(11, { currency: Currency.USD, negativeAmountLimit: 0 })
  expect(await client().payment().createDepositPayment(load)).toMatchObject({
    walletTransaction: { walletId: id, amount: 10 },
  })
  expect(await balance(11)).toBe(250)
})
