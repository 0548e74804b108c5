import Craftgate from '@craftgate/craftgate'
import { ITEMS, newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal, startTestServer } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { Currency, PaymentPhase } = Craftgate.Model
const testServer = useTestServer({}, 'file')

const create = (change: Parameters<typeof paymentRequest>[0] = {}) =>
  testServer.client.payment().createPayment(paymentRequest(change))

describe('taking a payment', () => {
  it('answers the payment with its transactions, and finds it again', async () => {
    const payment = await create()
    expect(payment).toMatchObject({
      createdDate: '2026-03-10T12:00:00',
      paymentType: 'CARD_PAYMENT',
      paymentProvider: 'BANK',
      paymentStatus: 'SUCCESS',
      paymentSource: 'API',
      paymentPhase: 'AUTH',
      paymentGroup: 'LISTING_OR_SUBSCRIPTION',
      binNumber: '52586400',
      lastFourDigits: '0001',
      cardBrand: 'World',
      cardAssociation: 'MASTER_CARD',
      cardType: 'CREDIT_CARD',
      cardIssuerBankName: 'YAPI VE KREDİ BANKASI A.Ş.',
      pos: { alias: 'yapikredi', bankId: 67 },
      walletPrice: 0,
    })
    expect(payment.authCode).toMatch(/^\d{6}$/)
    expect(payment.paymentTransactions).toHaveLength(3)
    expect(await testServer.client.payment().retrievePayment(payment.id)).toEqual(payment)
  })

  it('spreads what the card is charged over the transactions, to the last kuruş', async () => {
    const items = [1, 2, 3].map((n) => ({ name: `i${n}`, price: 33.33, externalId: `i${n}` }))
    const payment = await create({ price: 99.99, paidPrice: 110, installment: 6, items })
    expect(payment.paymentTransactions.map(({ paidPrice }) => paidPrice)).toEqual([36.67, 36.67, 36.66])
    expect(payment.merchantCommissionRateAmount).toBe(10.01)
  })

  it.each([
    ['items that do not sum to the price', { items: ITEMS.slice(1) }, '4005'],
    ['a price of zero', { price: 0 }, '4000'],
    ['a paidPrice below zero', { paidPrice: -1 }, '4000'],
    ['a currency that nobody knows', { currency: 'XXX' as never }, '4000'],
    ['more decimals than the currency has', { paidPrice: 100.001 }, '4007'],
    ['decimals in yen', { currency: Currency.JPY, paidPrice: 100.5 }, '4007'],
    ['an id that starts with +', { conversationId: '+1' }, '4000'],
    ['an id that starts with -', { externalId: '-1' }, '4000'],
    ['markup in an id', { externalId: '<b>' }, '4000'],
    ['no items', { items: [] }, '4000'],
    ['an expiry in the past', { card: { ...newCard('5258640000000001'), expireYear: '2010' } }, '4152'],
    [
      'a month in the past',
      { card: { ...newCard('5258640000000001'), expireYear: '2026', expireMonth: '02' } },
      '4153',
    ],
    ['a card number that is none', { card: newCard('1234') }, '4150'],
    ['a POS that does not exist', { posAlias: 'nobody' }, '4031'],
    ['instalments that no POS sells', { installment: 5 as const }, '4033'],
    ['instalments of a foreign card', { installment: 2 as const, card: newCard('4111111111111111') }, '4034'],
  ])('refuses %s', async (_name, change, code) => {
    expect(await refusal(create(change))).toMatchObject({ code, group: undefined })
  })

  it('prints the one validation text that the portal prints', async () => {
    const { text } = await refusal(create({ card: { ...newCard('5258640000000001'), expireYear: '2010' } }))
    expect(text).toBe('Kart son kullanma yılı "2010" geçersiz')
  })

  it('answers in English when the client asks for it', async () => {
    const { apiKey, secretKey, url } = testServer.sandbox
    const english = new Craftgate.Client({ apiKey, secretKey, baseUrl: url, language: 'en' })
    const { text } = await refusal(
      english.payment().createPayment(paymentRequest({ card: newCard('5100050000006661') })),
    )
    expect(text).toBe('Not sufficient funds')
  })

  it.each(['JPY', 'KWD', 'USD', 'EUR'] as const)(
    'takes %s from a foreign card, and never from a domestic one',
    async (currency) => {
      const pay = (number: string) => create({ currency: Currency[currency], card: newCard(number) })
      expect(await pay('4111111111111111')).toMatchObject({
        ...{ currency, price: 100 },
        pos: { alias: 'multi-currency' },
      })
      expect(await refusal(pay('5258640000000001'))).toMatchObject({ code: '4032' })
    },
  )

  it('counts three decimals in Kuwaiti dinar', async () => {
    const items = [
      { name: 'a', price: 0.001, externalId: 'a' },
      { name: 'b', price: 1.234, externalId: 'b' },
    ]
    const amount = { price: 1.235, paidPrice: 1.235, items }
    const payment = await create({ ...amount, currency: Currency.KWD, card: newCard('4111111111111111') })
    expect(payment.paymentTransactions.map(({ paidPrice }) => paidPrice)).toEqual([0.001, 1.234])
  })

  it('plays reward points for the card families that the portal names, and for no other', async () => {
    const reward = { type: Craftgate.Model.LoyaltyType.RewardMoney, reward: { cardRewardMoney: 1.36 } }
    const bonus = { ...newCard('4043080000000003'), loyalty: reward }
    expect(await create({ card: bonus })).toMatchObject({ paymentStatus: 'SUCCESS', loyalty: reward })
    const ctx = { ...newCard('5258640000000001'), loyalty: reward }
    expect(await refusal(create({ card: ctx }))).toMatchObject({
      text: 'Ödül işlemi için uygun POS bulunamadı',
    })
  })

  it('keeps a declined payment in the reports', async () => {
    const { group } = await refusal(
      create({ conversationId: 'declined-1', card: newCard('5102210000006669') }),
    )
    expect(group).toBe('DECLINED')
    const found = await testServer.client.paymentReporting().searchPayments({ conversationId: 'declined-1' })
    expect(found.items).toMatchObject([
      { paymentStatus: 'FAILURE', paymentError: { errorGroup: 'DECLINED' } },
    ])
  })

  it('takes no number that the portal does not list', async () => {
    expect(await refusal(create({ card: newCard('5258640000000019') }))).toMatchObject({
      group: 'INVALID_CARD_NUMBER',
    })
    expect(await refusal(create({ card: newCard('4242424242424242') }))).toMatchObject({
      group: 'INVALID_CARD_NUMBER',
    })
    expect(await refusal(create({ card: newCard('0000000000000000') }))).toMatchObject({
      group: 'BIN_NOT_FOUND',
    })
  })

  it('stores the card after a payment that asks for it, and takes it by its keys', async () => {
    const card = { ...newCard('5258640000000001'), storeCardAfterSuccessPayment: true }
    const { cardUserKey, cardToken } = await create({ card })
    expect(await create({ card: { cardUserKey, cardToken } })).toMatchObject({
      paidWithStoredCard: true,
      cardToken,
    })
  })
})

describe('pre-authorization', () => {
  const preAuth = () => create({ paymentPhase: PaymentPhase.PreAuth })
  const capture = (id: number, paidPrice?: number) =>
    testServer.client.payment().postAuthPayment(id, { paidPrice })

  it('captures all of it when no amount is named', async () => {
    const { id } = await preAuth()
    expect(await capture(id)).toMatchObject({ paymentPhase: 'POST_AUTH', paidPrice: 100, price: 100 })
  })

  it.each([85, 99.99, 115])(
    'captures %d of 100 within the margin, spread over the transactions',
    async (amount) => {
      const { id } = await preAuth()
      const payment = await capture(id, amount)
      expect(payment).toMatchObject({ paymentPhase: 'POST_AUTH', paidPrice: amount })
      const kurus = payment.paymentTransactions.reduce(
        (sum, { paidPrice }) => sum + Math.round(paidPrice * 100),
        0,
      )
      expect(kurus).toBe(Math.round(amount * 100))
    },
  )

  it.each([84.99, 115.01, 0, -5])('refuses to capture %d of 100', async (amount) => {
    const { id } = await preAuth()
    expect(await refusal(capture(id, amount))).toMatchObject({ code: '4041' })
    expect(await testServer.client.payment().retrievePayment(id)).toMatchObject({
      paymentPhase: 'PRE_AUTH',
      paidPrice: 100,
    })
  })

  it('captures up to half more when the bank allows it', async () => {
    testServer.sandbox.control.pos.setMargin(50)
    const { id } = await preAuth()
    expect(await capture(id, 150)).toMatchObject({ paidPrice: 150 })
    testServer.sandbox.control.pos.setMargin(undefined)
  })

  it('captures only once, and only a pre-authorization', async () => {
    const { id } = await preAuth()
    await capture(id)
    expect(await refusal(capture(id))).toMatchObject({ code: '4040' })
    expect(await refusal(capture((await create()).id))).toMatchObject({ code: '4040' })
  })

  it('captures nothing of a cancelled one', async () => {
    const { id } = await preAuth()
    await testServer.client.payment().refundPayment({ paymentId: id })
    expect(await refusal(capture(id))).toMatchObject({ code: '4042' })
  })
})

describe('authentication', () => {
  it.each([
    ['an unknown api key', { apiKey: 'nobody' }, '1000'],
    ['a wrong secret key', { secretKey: 'wrong' }, '1001'],
  ])('refuses %s', async (_name, wrong, code) => {
    const client = clientOf({ ...testServer.sandbox, ...wrong })
    expect(await refusal(client.payment().retrievePayment(1))).toMatchObject({ code })
  })

  it('shows no payment of another merchant', async () => {
    const merchants = ['a', 'b'].map((name) => ({ name, apiKey: `key-${name}`, secretKey: `secret-${name}` }))
    const other = await startTestServer({ seed: { merchants } })
    const [first, second] = other.sandbox.merchants.map((merchant) =>
      clientOf({ ...merchant, url: other.sandbox.url }),
    )
    const payment = await first?.payment().createPayment(paymentRequest())
    const stolen = second?.payment().retrievePayment(payment?.id ?? 0) ?? Promise.resolve()
    expect(await refusal(stolen)).toMatchObject({ code: '4001' })
    await other.close()
  })
})
