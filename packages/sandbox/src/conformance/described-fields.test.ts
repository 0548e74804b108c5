// Fields that the API describes and that no other test asks for: each is used, checked, or given.
import { answerOf, callApi } from '../test/call-api'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'

const KEYS = { apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key' }
const members = [
  { id: 1, name: 'Ayşe Yılmaz', hasWallet: true, walletBalance: '150' },
  { id: 2, name: 'Bakır Atölyesi', isSubMerchant: true, isBuyer: false },
]
const fraudRules = [
  { name: 'Pahalı', action: 'REVIEW' as const, conditions: 'paidPrice > 500' },
  { name: 'Cüzdan', action: 'REVIEW' as const, conditions: 'paymentType == "WALLET_PAYMENT"' },
  {
    ...{ name: 'Puan', action: 'BLOCK' as const, operations: ['LOYALTY' as const] },
    conditions: 'clientIp == "85.105.10.20" and customFraudVariable == "new"',
  },
]
const testServer = useTestServer({
  seed: { merchants: [{ name: 'Deneme', ...KEYS, members, fraudRules }] },
})
const payments = () => testServer.client.payment()
const reporting = () => testServer.client.paymentReporting()
const post = <T>(path: string, body: object) => answerOf<T>(testServer, path, body)
const refused = (path: string, body: object) => callApi(testServer, path, body)

async function paidFromWallet(price = 100) {
  const { card: _card, ...request } = paymentRequest({ buyerMemberId: 1 })
  const all = { price, paidPrice: price, walletPrice: price, items: [{ name: 'Item', price }] }
  return payments().createPayment({ ...request, ...all })
}

describe('a refund in the reports', () => {
  it.each([
    ['WALLET_PAYMENT', 100],
    ['CARD_AND_WALLET_PAYMENT', 40],
    ['CARD_PAYMENT', 0],
  ])('has the type of its payment: %s', async (type, walletPrice) => {
    const payment =
      walletPrice === 100
        ? await paidFromWallet()
        : await payments().createPayment(paymentRequest({ buyerMemberId: 1, walletPrice }))
    await payments().refundPayment({ paymentId: payment.id })
    const { items } = await reporting().retrievePaymentRefunds(payment.id)
    expect(items).toMatchObject([{ paymentType: type }])
  })
})

it('a payment tells the rule that caught it and the report its buyer, found by who took the money', async () => {
  const payment = await paidFromWallet()
  const [, rule] = (await answerOf<{ items: { id: number; name: string }[] }>(testServer, '/fraud/v1/rules'))
    .items
  expect(payment).toMatchObject({
    fraudAction: 'REVIEW',
    fraudRuleId: rule?.id,
    paymentProvider: 'CG_WALLET',
  })
  const found = await reporting().searchPayments({ paymentProvider: 'CG_WALLET' as never, page: 0, size: 10 })
  expect(found.items).toMatchObject([
    { id: payment.id, fraudRuleId: rule?.id, buyerMember: { id: 1, contactName: 'Ayşe' } },
  ])
})

it('a fraud check tells the kind of card that it caught', async () => {
  const dear = { price: 600, paidPrice: 600, items: [{ name: 'Item', price: 600 }] }
  const { id } = await payments().createPayment(paymentRequest(dear))
  expect(await answerOf(testServer, '/fraud/v1/fraud-checks')).toMatchObject({
    items: [{ paymentId: id, cardType: 'CREDIT_CARD', ruleName: 'Pahalı' }],
  })
})

describe('marking a whole payment as refunded', () => {
  it('is of money outside: no wallet has it', async () => {
    const { id } = await paidFromWallet()
    const mark = { paymentId: id, refundDestinationType: 'WALLET' }
    expect(await refused('/payment/v1/refunds/mark-as-refunded', mark)).toMatchObject({ errorCode: '4000' })
    const given = await post<{ items: object[] }>('/payment/v1/refunds/mark-as-refunded', {
      ...{ paymentId: id, refundDestinationType: 'PROVIDER' },
    })
    expect(given.items).toMatchObject([{ status: 'SUCCESS', refundPrice: 100, refundWalletPrice: 0 }])
  })

  it('takes a seller’s share back who has nothing only where the merchant bears it', async () => {
    const items = [{ name: 'Tepsi', price: 100, subMerchantMemberId: 2, subMerchantMemberPrice: 90 }]
    const { id, paymentTransactions } = await payments().createPayment(paymentRequest({ items }))
    await payments().approvePaymentTransactions({
      ...{ paymentTransactionIds: [Number(paymentTransactions[0]?.id)], isTransactional: false },
    })
    await testServer.sandbox.control.clock.advance({ days: 3 })
    const { payouts } = testServer.sandbox.control
    for (const fileId of new Set(payouts.create().map((payout) => payout.fileId))) {
      payouts.upload(fileId)
      payouts.approve(fileId)
    }
    const path = '/payment/v1/refunds/mark-as-refunded'
    expect(await refused(path, { paymentId: id })).toMatchObject({ errorCode: expect.stringMatching(/^4/) })
    expect(await post(path, { paymentId: id, chargeFromMe: true })).toMatchObject({
      items: [{ status: 'SUCCESS', refundPrice: 100, isAfterSettlement: true }],
    })
  })
})

describe('merchantApmId', () => {
  const start = { ...checkoutRequest('https://shop.test/back'), apmType: 'PAPARA' }
  const idOf = async (apmType: string) =>
    (
      await answerOf<{ items: { id: number; apmType: string }[] }>(testServer, '/merchant/v1/merchant-apms')
    ).items.find((apm) => apm.apmType === apmType)?.id

  it('is one of the merchant’s own, of the type that is asked for', async () => {
    const path = '/payment/v1/apm-payments/init'
    const papara = await idOf('PAPARA')
    expect(await post(path, { ...start, merchantApmId: papara })).toMatchObject({
      additionalAction: 'REDIRECT_TO_URL',
    })
    for (const merchantApmId of [await idOf('PAYPAL'), 999_999])
      expect(await refused(path, { ...start, merchantApmId })).toMatchObject({ errorCode: '4093' })
  })

  it.each([
    ['/payment/v1/deposits/apm-init', { price: 10, buyerMemberId: 1, callbackUrl: 'https://shop.test/back' }],
    ['/payment/v1/bnpl-payments/offers', { apmType: 'ZIP', price: 10, items: [] }],
    ['/payment/v1/bnpl-payments/limit-inquiry/init', { apmType: 'ZIP' }],
  ])('is looked at by %s too', async (path, change) => {
    const cart = [{ id: '1', name: 'Kilim', type: 'OTHER', unitPrice: 10, quantity: 1 }]
    const body = { apmType: 'PAPARA', currency: 'TRY', merchantApmId: 999_999, ...change }
    const sent = 'items' in change ? { ...body, items: cart } : body
    expect(await refused(path, sent)).toMatchObject({ errorCode: '4093' })
  })
})

const GARANTI_PAY = { paymentProvider: 'GARANTI_PAY', additionalParams: { integrationType: 'WEB2APP' } }

it('a bank app’s payment names no page but one of the merchant’s own', async () => {
  const { callbackUrl: _callbackUrl, ...request } = checkoutRequest('https://shop.test/back')
  const start = { ...request, callbackUrl: 'https://shop.test/back', ...GARANTI_PAY }
  const { token } = await payments().initCheckoutPayment(checkoutRequest('https://shop.test/back'))
  const path = '/payment/v1/pos-apm-payments/init'
  expect(await post(path, { ...start, checkoutFormToken: token })).toHaveProperty('paymentId')
  expect(await refused(path, { ...start, checkoutFormToken: 'nobody' })).toMatchObject({ errorCode: '4010' })
})

describe('a card', () => {
  it.each(['encryptedCard', 'secureFieldsToken'])(
    'of Craftgate’s own fields (%s) is named as not played',
    async (name) => {
      const value = name === 'encryptedCard' ? { encryptedData: 'x' } : 'token'
      const { card: _card, ...request } = paymentRequest()
      const card = { [name]: value }
      const said = async (path: string, body: object) => {
        const sent = { method: 'POST', path, body, lang: 'en' as const }
        return (await signedFetch(testServer.sandbox, sent)).text
      }
      const why = `${name}\\" is missing or not valid (the emulator does not play it)`
      expect(await said('/payment/v1/card-payments', { ...request, card })).toContain(`card.${why}`)
      expect(await said('/payment/v1/cards', card)).toContain(why)
    },
  )

  it('pays with points whose total is their sum, and no other', async () => {
    const pay = (totalRewardMoney: number) => {
      const reward = { cardRewardMoney: 2, firmRewardMoney: 1.5, totalRewardMoney }
      const card = { ...newCard('4043080000000003'), loyalty: { type: 'REWARD_MONEY', reward } }
      return refused('/payment/v1/card-payments', { ...paymentRequest(), card })
    }
    expect(await pay(3.5)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
    expect(await pay(3.51)).toMatchObject({ errorCode: '4165' })
  })
})

it('asking for rewards runs the rules that are made for it, and a blocked card has none to use', async () => {
  const { cardHolderName: _name, ...card } = newCard('4043080000000003')
  const ask = (facts: object) =>
    post<{ loyalties: object[]; fraudResult?: object }>('/payment/v1/card-loyalties/retrieve', {
      ...card,
      ...facts,
    })
  const address = { clientIp: '85.105.10.20' }
  const open = await ask({ ...address, fraudParams: { customFraudVariable: 'old' } })
  expect([open.loyalties.length, open.fraudResult]).toEqual([1, undefined])
  const caught = await ask({ ...address, conversationId: 'c', fraudParams: { customFraudVariable: 'new' } })
  expect(caught).toMatchObject({ loyalties: [], fraudResult: { action: 'BLOCK' } })
  const paying = paymentRequest({ ...address, fraudParams: { customFraudVariable: 'new' } as never })
  expect(await payments().createPayment(paying)).toMatchObject({ paymentStatus: 'SUCCESS' })
  expect(await answerOf(testServer, '/fraud/v1/rules?operation=LOYALTY')).toMatchObject({
    items: [{ name: 'Puan', operations: ['LOYALTY'] }],
  })
})
