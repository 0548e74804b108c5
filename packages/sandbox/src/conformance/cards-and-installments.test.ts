import Craftgate from '@craftgate/craftgate'
import { newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal, startTestServer, type TestServer } from '../test/test-server'

const { Currency } = Craftgate.Model
let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

describe('stored cards', () => {
  const store = (number = '5258640000000001', cardUserKey?: string) =>
    testServer.client.payment().storeCard({ ...newCard(number), cardAlias: 'My card', cardUserKey })

  it('are kept by two keys, found, and paid with', async () => {
    const card = await store()
    expect(card).toMatchObject({
      binNumber: '52586400',
      lastFourDigits: '0001',
      cardAlias: 'My card',
      cardBrand: 'World',
      cardBankId: 67,
      cardExpiryStatus: 'NOT_EXPIRED',
    })
    const { cardUserKey, cardToken } = card
    const found = await testServer.client.payment().searchStoredCards({ cardUserKey })
    expect(found.items).toEqual([card])
    const payment = await testServer.client
      .payment()
      .createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
    expect(payment).toMatchObject({ paymentStatus: 'SUCCESS', paidWithStoredCard: true })
  })

  it('keep the same card of the same user once', async () => {
    const first = await store()
    const again = await store('5258640000000001', first.cardUserKey)
    const other = await store('5209220000000002', first.cardUserKey)
    expect(again.cardToken).toBe(first.cardToken)
    expect(other.cardToken).not.toBe(first.cardToken)
  })

  it('can be updated, and are told when they expire', async () => {
    const { cardUserKey, cardToken } = await store()
    const update = (expireYear: string, expireMonth: string) =>
      testServer.client.payment().updateCard({ cardUserKey, cardToken, expireYear, expireMonth })
    expect(await update('2026', '03')).toMatchObject({ cardExpiryStatus: 'WILL_EXPIRE_NEXT_MONTH' })
    await testServer.sandbox.control.clock.advance({ days: 30 })
    const { items } = await testServer.client.payment().searchStoredCards({ cardToken })
    expect(items).toMatchObject([{ cardExpiryStatus: 'EXPIRED' }])
    const pay = testServer.client
      .payment()
      .createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
    expect(await refusal(pay)).toMatchObject({ code: '4153' })
  })

  it('are gone after deletion', async () => {
    const { cardUserKey, cardToken } = await store()
    await testServer.client.payment().deleteStoredCard({ cardUserKey, cardToken })
    const pay = testServer.client
      .payment()
      .createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
    expect(await refusal(pay)).toMatchObject({ code: '4160' })
  })

  it('can be cloned for another merchant of the seed', async () => {
    const merchants = ['a', 'b'].map((name) => ({ name, apiKey: name, secretKey: name }))
    const two = await startTestServer({ seed: { merchants } })
    const [a, b] = two.sandbox.merchants.map((merchant) => clientOf({ ...merchant, url: two.sandbox.url }))
    if (!a || !b) throw new Error('Two merchants were seeded')
    const card = await a.payment().storeCard(newCard('5258640000000001'))
    const copy = await a.payment().cloneCard({
      sourceCardUserKey: card.cardUserKey,
      sourceCardToken: card.cardToken,
      targetCardUserKey: 'their-user',
      targetMerchantId: 2,
    })
    expect(copy.cardUserKey).toBe('their-user')
    const { cardUserKey, cardToken } = copy
    const payment = await b.payment().createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
    expect(payment.paidWithStoredCard).toBe(true)
    await two.close()
  })

  it('still meet the refusal of their card', async () => {
    const { cardUserKey, cardToken } = await store('5100050000006661')
    const pay = testServer.client
      .payment()
      .createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
    expect(await refusal(pay)).toMatchObject({ group: 'NOT_SUFFICIENT_FUNDS' })
  })

  it.each(['Haluk <b>', 'Haluk 123456', 'Haluk; DROP'])(
    'take no holder called %s',
    async (cardHolderName) => {
      const keep = testServer.client.payment().storeCard({ ...newCard('5258640000000001'), cardHolderName })
      expect(await refusal(keep)).toMatchObject({ code: '4000' })
    },
  )
})

describe('instalments', () => {
  const table = async (binNumber: string, price = 100, currency = Currency.TRY) =>
    (await testServer.client.installment().searchInstallments({ binNumber, price, currency })).items[0]

  it('are priced by the POS of the card family', async () => {
    const row = await table('52092200')
    expect(row).toMatchObject({
      cardBrand: 'Bonus',
      bankCode: 62,
      commercial: false,
      force3ds: false,
      cvcRequired: true,
    })
    expect(
      row?.installmentPrices.map((each) => [each.installmentNumber, each.totalPrice, each.installmentPrice]),
    ).toEqual([
      [1, 100, 100],
      [2, 102.5, 51.25],
      [3, 103.75, 34.58],
      [6, 108.25, 18.04],
      [9, 112.5, 12.5],
      [12, 117, 9.75],
    ])
    expect(row?.installmentPrices[2]).toMatchObject({
      posAlias: 'garanti',
      merchantCommissionRate: 3.75,
      bankCommissionRate: 4.75,
    })
  })

  it('take the six digits that older integrations send', async () => {
    expect(await table('520922')).toMatchObject({ cardBrand: 'Bonus' })
  })

  it.each([
    ['a debit card', '47968100', Currency.TRY],
    ['a foreign card', '41111111', Currency.TRY],
    ['another currency', '41111111', Currency.USD],
    ['a family that no POS sells to', '54798500', Currency.TRY],
  ])('are not for %s', async (_name, bin, currency) => {
    expect(
      (await table(bin, 100, currency))?.installmentPrices.map((each) => each.installmentNumber),
    ).toEqual([1])
  })

  it('list every family without a BIN, without banks when asked', async () => {
    const { items } = await testServer.client.installment().searchInstallments({ price: 100 })
    expect(items.map(({ cardBrand }) => cardBrand)).toEqual(
      expect.arrayContaining(['Bonus', 'World', 'Maximum', 'Axess']),
    )
    expect(items[0]).toMatchObject({ bankCode: 62 })
    const distinct = await testServer.client
      .installment()
      .searchInstallments({ price: 100, distinctCardBrandsWithLowestCommissions: true })
    expect(distinct.items[0]?.bankCode).toBeUndefined()
  })

  it('know a BIN by its number', async () => {
    expect(await testServer.client.installment().retrieveBinNumber('52586400')).toEqual({
      binNumber: '52586400',
      cardType: 'CREDIT_CARD',
      cardAssociation: 'MASTER_CARD',
      cardBrand: 'World',
      bankName: 'YAPI VE KREDİ BANKASI A.Ş.',
      bankCode: 67,
      commercial: false,
    })
    expect(await refusal(testServer.client.installment().retrieveBinNumber('00000000'))).toMatchObject({
      code: '4170',
    })
  })
})

describe('a Turkish POS that obeys the law', () => {
  const pos = { alias: 'usd', name: 'USD', bank: 'AKBANK T.A.Ş.', currencies: ['USD'], foreignCards: true }

  it('takes foreign currency from foreign cards only', async () => {
    await testServer.close()
    const merchants = [{ name: 'Shop', apiKey: 'key', secretKey: 'secret', poses: [pos] }]
    testServer = await startTestServer({ seed: { merchants } })
    const pay = (number: string, currency = Currency.USD) =>
      testServer.client.payment().createPayment(paymentRequest({ currency, card: newCard(number) }))
    expect(await refusal(pay('5258640000000001'))).toMatchObject({ code: '4032' })
    expect(await refusal(pay('4111111111111111', Currency.TRY))).toMatchObject({ code: '4030' })
    expect(await pay('4111111111111111')).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('suspicious payments', () => {
  it('go through under review, are listed, and are cleared by the merchant', async () => {
    testServer.sandbox.control.fraud.nextPayment('REVIEW')
    const payment = await testServer.client.payment().createPayment(paymentRequest())
    expect(payment).toMatchObject({ paymentStatus: 'SUCCESS', fraudAction: 'REVIEW' })
    const search = () => testServer.client.fraud().searchFraudChecks({ paymentId: payment.id })
    expect((await search()).items).toMatchObject([
      {
        id: payment.fraudId,
        action: 'REVIEW',
        checkStatus: 'WAITING',
        paymentStatus: 'SUCCESS',
        paymentData: { paidPrice: 100 },
      },
    ])
    await testServer.client
      .fraud()
      .updateFraudCheckStatus(payment.fraudId ?? 0, Craftgate.Model.FraudCheckStatus.NotFraud)
    expect((await search()).items).toMatchObject([{ checkStatus: 'NOT_FRAUD' }])
    const cleared = await testServer.client.payment().retrievePayment(payment.id)
    expect(cleared).toMatchObject({ fraudId: payment.fraudId })
    expect(cleared.fraudAction).toBeUndefined()
  })

  it('found to be fraud keep their mark and their money until the merchant cancels them', async () => {
    testServer.sandbox.control.fraud.nextPayment('REVIEW')
    const payment = await testServer.client.payment().createPayment(paymentRequest())
    await testServer.client
      .fraud()
      .updateFraudCheckStatus(payment.fraudId ?? 0, Craftgate.Model.FraudCheckStatus.Fraud)
    expect(await testServer.client.payment().retrievePayment(payment.id)).toMatchObject({
      paymentStatus: 'SUCCESS',
      fraudAction: 'REVIEW',
    })
    const refund = await testServer.client.payment().refundPayment({ paymentId: payment.id })
    expect(refund).toMatchObject({ status: 'SUCCESS', refundType: 'CANCEL' })
  })

  it('are blocked before the bank is asked, once', async () => {
    testServer.sandbox.control.fraud.nextPayment('BLOCK')
    const blocked = await refusal(testServer.client.payment().createPayment(paymentRequest()))
    expect(blocked).toMatchObject({ group: 'FRAUD_CHECK_BLOCK' })
    expect(await testServer.client.payment().createPayment(paymentRequest())).toMatchObject({
      paymentStatus: 'SUCCESS',
    })
  })
})
