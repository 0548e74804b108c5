import { METHODS, PAGE_METHOD_NAMES } from '../../engine/methods/methods'
import { checkoutRequest } from '../../test/requests'
import { signedFetch } from '../../test/signed-fetch'
import { refusal, startTestServer, type TestServer } from '../../test/test-server'
import { parsePage } from './html-form'
import { Shopper } from './shopper'
import type { PayMethod } from './shopper-result'
import { testCards } from './test-cards'

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

/** What init must bring for every tab to be there. */
const EVERYTHING = {
  masterpassGsmNumber: '905321112233',
  apmUserIdentity: 'shopper-1',
  additionalParams: { klarna: { country: 'de', locale: 'en-DE' } },
}

/** A hosted page, started with fields that the official client does not know. */
async function atPage(change: object = {}, options: ConstructorParameters<typeof Shopper>[0] = {}) {
  const { sandbox, merchant, client } = testServer
  const body = { ...checkoutRequest(`${merchant.url}/callback`), ...EVERYTHING, ...change }
  const path = '/payment/v1/checkout-payments/init'
  const { status, text } = await signedFetch(sandbox, { method: 'POST', path, body })
  expect(status).toBe(200)
  const { token, pageUrl } = (JSON.parse(text) as { data: { token: string; pageUrl: string } }).data
  const shopper = new Shopper(options)
  await shopper.open(pageUrl)
  const found = () => client.payment().retrieveCheckoutPayment(token)
  return { token, pageUrl, shopper, found }
}

const by = (method: string, change: object = {}) =>
  atPage({ enabledPaymentMethods: [method], currency: currencyOf(method), ...change })

const currencyOf = (method: string): string => {
  const { currencies } = METHODS[method as PayMethod]
  return currencies === 'pos' ? 'TRY' : (currencies[0] ?? 'TRY')
}

const hidden = (shopper: Shopper, selector: string) =>
  parsePage(shopper.page.html).querySelector(selector) === null

const reasonAt = (shopper: Shopper) => parsePage(shopper.page.html).querySelector('.alert .reason')?.text

const tokenWebhooks = (token: string) =>
  testServer.sandbox.control.webhooks
    .list()
    .filter(({ payloadId }) => payloadId === token)
    .map(({ eventType, status }) => ({ eventType, status }))

const methods = PAGE_METHOD_NAMES.filter((name): name is PayMethod => name !== 'CARD')
const withPage = methods.filter((name) => METHODS[name].page !== 'none')

describe.each(methods)('%s', (method) => {
  it('leads through its page to the merchant, and the payment says what it was', async () => {
    const { shopper, found, token } = await by(method)
    expect(hidden(shopper, '#pay-form')).toBe(true)
    expect(await shopper.payBy(method)).toMatchObject({ outcome: 'returned', response: { status: 200 } })
    expect(testServer.merchant.at('/callback').map(({ body }) => body)).toEqual([`token=${token}`])
    const { paymentType, paymentProvider, cardBrand } = METHODS[method]
    expect(await found()).toMatchObject({
      ...{ paymentStatus: 'SUCCESS', price: 100, paidPrice: 100, paymentType },
      ...(paymentProvider === undefined ? {} : { paymentProvider }),
      ...(cardBrand === undefined ? {} : { cardBrand }),
    })
    expect('binNumber' in (await found())).toBe(cardBrand !== undefined)
    expect(tokenWebhooks(token)).toEqual([{ eventType: 'CHECKOUTFORM_AUTH', status: 'SUCCESS' }])
  })

  it('leaves the page open for another try when it is declined', async () => {
    const { shopper, found, token } = await by(method)
    const declined = await shopper.payBy(method, { outcome: 'declined' })
    expect(declined).toMatchObject({ outcome: 'declined', group: 'APM_ERROR' })
    expect(await found()).toMatchObject({
      paymentStatus: 'FAILURE',
      paymentError: { errorGroup: 'APM_ERROR' },
    })
    expect(tokenWebhooks(token)).toEqual([])
    expect(await shopper.payBy(method)).toMatchObject({ outcome: 'returned' })
    expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

it.each(withPage)('comes back to an open page from %s that the shopper cancelled', async (method) => {
  const { shopper, found } = await by(method)
  expect(await shopper.payBy(method, { outcome: 'cancelled' })).toMatchObject({ outcome: 'declined' })
  expect(shopper.methods).toEqual([method])
  expect(await found()).toMatchObject({ paymentStatus: 'FAILURE' })
})

it.each(withPage)('waits for the shopper at %s, and not for ever', async (method) => {
  const { shopper, found, pageUrl } = await by(method)
  expect(await shopper.payBy(method, { outcome: 'stay' })).toMatchObject({ outcome: 'provider' })
  expect(await found()).toMatchObject({ paymentStatus: 'WAITING' })
  const page = shopper.page.url
  await testServer.sandbox.control.clock.advance({ minutes: 16 })
  await shopper.open(page)
  expect(reasonAt(shopper)).toBe('Ödeme süresi içinde onaylanmadı')
  expect(await found()).toMatchObject({ paymentStatus: 'FAILURE' })
  await shopper.open(pageUrl)
  expect(await shopper.payBy(method)).toMatchObject({ outcome: 'returned' })
})

it.each(['MASTERPASS', 'EDENRED', 'PAYCELL_DCB'] as const)(
  'gives up on %s after three wrong codes',
  async (method) => {
    const { shopper } = await by(method)
    expect(await shopper.payBy(method, { outcome: 'wrong-code' })).toMatchObject({ outcome: 'declined' })
    expect(reasonAt(shopper)).toBe('Doğrulama kodu yanlış')
  },
)

describe('money that comes later', () => {
  it.each(['INSTANT_TRANSFER', 'ZIP', 'DKB', 'YKB_WORLD_PAY_SHOPPING_LOAN'] as const)(
    'leaves %s WAITING until the clock brings it',
    async (method) => {
      const { shopper, found, token } = await by(method)
      expect(await shopper.payBy(method, { outcome: 'waiting' })).toMatchObject({ outcome: 'returned' })
      expect(await found()).toMatchObject({ paymentStatus: 'WAITING' })
      expect(tokenWebhooks(token)).toEqual([])
      expect((await shopper.open(shopper.page.url)).status).toBe(200)
      await testServer.sandbox.control.clock.advance({ days: 1, minutes: 1 })
      expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
      expect(testServer.merchant.at('/webhook')).toHaveLength(1)
    },
  )

  it('closes the page for another payment meanwhile', async () => {
    const { shopper, pageUrl } = await atPage({ enabledPaymentMethods: ['CARD', 'INSTANT_TRANSFER'] })
    await shopper.payBy('INSTANT_TRANSFER', { outcome: 'waiting' })
    await shopper.open(pageUrl)
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'paid' })
    expect(shopper.page.html).toContain('Ödemeniz bekleniyor')
    testServer.sandbox.control.payments.release()
    await shopper.open(pageUrl)
    expect(shopper.page.html).toContain('Bu ödeme tamamlandı')
  })

  it('comes late, after the token has expired', async () => {
    const { shopper, found } = await by('INSTANT_TRANSFER', { ttl: 10 })
    await shopper.payBy('INSTANT_TRANSFER', { outcome: 'late' })
    await testServer.sandbox.control.clock.advance({ minutes: 30 })
    expect(await found()).toMatchObject({ paymentStatus: 'WAITING' })
    await testServer.sandbox.control.clock.advance({ minutes: 45 })
    expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it.each(['INSTANT_TRANSFER', 'DKB'] as const)('of %s never comes', async (method) => {
    const { shopper, found } = await by(method)
    await shopper.payBy(method, { outcome: 'never' })
    await testServer.sandbox.control.clock.advance({ days: 6 })
    expect(await found()).toMatchObject({ paymentStatus: 'WAITING' })
    await testServer.sandbox.control.clock.advance({ days: 2 })
    expect(await found()).toMatchObject({ paymentStatus: 'FAILURE' })
  })

  it.each(['SUCCESS', 'FAILURE'] as const)('is decided by a test: %s', async (outcome) => {
    const { control } = testServer.sandbox
    const { shopper, found } = await by('INSTANT_TRANSFER')
    await shopper.payBy('INSTANT_TRANSFER', { outcome: 'never' })
    const { id } = await found()
    control.payments.decide(id, outcome)
    expect(await found()).toMatchObject({ paymentStatus: outcome })
    expect(() => control.payments.decide(id)).toThrow('WAITING')
  })

  it('goes with the release of all that waits', async () => {
    const { shopper, found } = await by('INSTANT_TRANSFER')
    await shopper.payBy('INSTANT_TRANSFER', { outcome: 'never' })
    expect(testServer.sandbox.control.payments.release('SUCCESS')).toBe(1)
    expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('the tabs', () => {
  const offered = async (change: object) => (await atPage(change)).shopper.methods

  it('are every method of the merchant that takes the currency, the card first', async () => {
    const inLira = await offered({})
    expect(inLira[0]).toBe('CARD')
    expect(inLira).toEqual(
      expect.arrayContaining(['MASTERPASS', 'PAPARA', 'EDENRED', 'INSTANT_TRANSFER', 'ZIP']),
    )
    expect(inLira).not.toContain('KLARNA')
    const inEuro = await offered({ currency: 'EUR' })
    expect(inEuro).toEqual(expect.arrayContaining(['CARD', 'KLARNA', 'BIZUM', 'PAYONEER', 'PAYPAL']))
    expect(inEuro).not.toContain('PAPARA')
  })

  it.each([
    ['MASTERPASS', { masterpassGsmNumber: undefined }],
    ['PAYONEER', { apmUserIdentity: undefined }],
    ['KLARNA', { additionalParams: { klarna: { country: 'de' } } }],
  ])('leave out %s without what it needs', async (method, missing) => {
    const enabledPaymentMethods = ['CARD', method]
    const currency = currencyOf(method)
    expect(await offered({ enabledPaymentMethods, currency })).toEqual(['CARD', method])
    expect(await offered({ enabledPaymentMethods, currency, ...missing })).toEqual(['CARD'])
  })

  it('offer for a pre-authorization only what can be captured later', async () => {
    const enabledPaymentMethods = ['PAPARA', 'GARANTI_PAY']
    const { shopper, found } = await atPage({ enabledPaymentMethods, paymentPhase: 'PRE_AUTH' })
    expect(shopper.methods).toEqual(['GARANTI_PAY'])
    await shopper.payBy('GARANTI_PAY')
    expect(await found()).toMatchObject({ paymentPhase: 'PRE_AUTH', pos: { alias: 'garanti' } })
  })

  it('say so when nothing can be paid with', async () => {
    const { shopper } = await atPage({ enabledPaymentMethods: ['KASPI'] })
    expect(shopper.methods).toEqual([])
    expect(shopper.page.html).toContain('Bu ödeme için kullanılabilecek bir yöntem yok.')
  })

  it('take no method by its address that is not offered', async () => {
    const { shopper, token } = await by('PAPARA')
    const page = await fetch(`${testServer.sandbox.url}/checkout/${token}/methods/EDENRED`, {
      method: 'POST',
    })
    expect(page.status).toBe(422)
    await expect(shopper.payBy('EDENRED')).rejects.toThrow('no tab EDENRED')
  })

  it.each([
    ['PAYCELL_DCB', { phone: '12' }, 'Geçerli bir telefon numarası yazın.'],
    ['EDENRED', { cardNumber: '12' }, '16 haneli kart numarasını yazın.'],
    ['INSTANT_TRANSFER', { bankCode: '' }, 'Bankanızı seçin.'],
  ] as const)('of %s says what is wrong with what was typed', async (method, choice, message) => {
    const { shopper } = await by(method)
    const result = await shopper.payBy(method, choice)
    expect(result).toMatchObject({ outcome: 'invalid', message: expect.stringContaining(message) })
    expect(testServer.sandbox.control.payments()).toEqual([])
  })

  it('keep the language on the whole way', async () => {
    const { shopper } = await atPage({ enabledPaymentMethods: ['CARD', 'PAPARA'] }, { lang: 'en' })
    await shopper.payBy('PAPARA', { outcome: 'stay' })
    expect(shopper.page.html).toContain('Log in')
    await shopper.answerProvider('declined')
    expect(shopper.page.html).toContain('You were not charged.')
  })
})

it('links back to the shop where init said so', async () => {
  const { shopper } = await by('PAPARA', { returnBackUrl: `${testServer.merchant.url}/cart` })
  await shopper.leave()
  expect(testServer.merchant.at('/cart')).toHaveLength(1)
  expect(testServer.merchant.at('/callback')).toEqual([])
})

it('takes the money once when the page was paid by card meanwhile', async () => {
  const { shopper, found, pageUrl } = await atPage({ enabledPaymentMethods: ['CARD', 'PAPARA'] })
  await shopper.payBy('PAPARA', { outcome: 'stay' })
  const other = new Shopper()
  await other.open(pageUrl)
  expect(await other.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
  expect(await shopper.answerProvider('paid')).toMatchObject({ outcome: 'paid' })
  expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS', paymentType: 'CARD_PAYMENT' })
  expect(testServer.sandbox.control.payments().map(({ status }) => status)).toEqual(['FAILURE', 'SUCCESS'])
})

it('takes no money at a provider after the token has died, but for a switch', async () => {
  const dead = await by('PAPARA', { ttl: 5 })
  await dead.shopper.payBy('PAPARA', { outcome: 'stay' })
  await testServer.sandbox.control.clock.advance({ minutes: 6 })
  expect(await dead.shopper.answerProvider('paid')).toMatchObject({ outcome: 'expired' })
  const late = await by('PAPARA', { ttl: 5 })
  await late.shopper.payBy('PAPARA', { outcome: 'stay' })
  testServer.sandbox.control.payments.payAfterExpiry()
  await testServer.sandbox.control.clock.advance({ minutes: 6 })
  expect(await late.shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
})

it('is held and blocked like a card payment', async () => {
  const { control } = testServer.sandbox
  control.fraud.nextPayment('BLOCK')
  const blocked = await by('PAPARA')
  expect(await blocked.shopper.payBy('PAPARA')).toMatchObject({ group: 'FRAUD_CHECK_BLOCK' })
  expect(tokenWebhooks(blocked.token)).toEqual([{ eventType: 'CHECKOUTFORM_AUTH', status: 'FAILURE' }])
  control.payments.holdNext('WAITING')
  const held = await by('PAPARA')
  expect(await held.shopper.payBy('PAPARA')).toMatchObject({ outcome: 'returned' })
  expect(await held.found()).toMatchObject({ paymentStatus: 'WAITING' })
})

describe('a refund', () => {
  async function paidBy(method: PayMethod) {
    const { shopper, found } = await by(method)
    await shopper.payBy(method)
    const { id, paymentTransactions } = await found()
    const refundIn = (refundPrice: number) =>
      testServer.client.payment().refundPaymentTransaction({
        paymentTransactionId: paymentTransactions[0]?.id ?? 0,
        refundPrice,
        conversationId: 'refund-1',
      } as never)
    const refundAll = () =>
      testServer.client.payment().refundPayment({ paymentId: id, conversationId: 'refund-2' } as never)
    return { id, refundIn, refundAll }
  }

  it('gives back any part of a meal card', async () => {
    const { refundIn } = await paidBy('EDENRED')
    expect(await refundIn(10)).toMatchObject({ status: 'SUCCESS', refundPrice: 10 })
  })

  it('gives carrier billing back as a whole only', async () => {
    const { refundIn, refundAll } = await paidBy('VODAFONE_DCB')
    expect(await refusal(refundIn(10))).toMatchObject({ code: '4055' })
    expect(await refundAll()).toMatchObject({ status: 'SUCCESS', refundPrice: 100 })
  })

  it('of a payment that waits for its money is refused', async () => {
    const { shopper, found } = await by('INSTANT_TRANSFER')
    await shopper.payBy('INSTANT_TRANSFER', { outcome: 'never' })
    const { id } = await found()
    const refund = testServer.client.payment().refundPayment({ paymentId: id } as never)
    expect(await refusal(refund)).toMatchObject({ code: '4050' })
  })

  it('has no capture before it where there is no pre-authorization', async () => {
    const { id } = await paidBy('PAPARA')
    const capture = testServer.client.payment().postAuthPayment(id, { paidPrice: 100 })
    expect(await refusal(capture)).toMatchObject({ code: '4040' })
  })
})

it('is found in the reports by its type and provider', async () => {
  const { shopper } = await by('PAPARA')
  await shopper.payBy('PAPARA')
  const search = (paymentProvider: string) =>
    testServer.client.paymentReporting().searchPayments({ paymentType: 'APM', paymentProvider } as never)
  expect((await search('PAPARA')).items).toHaveLength(1)
  expect((await search('EDENRED')).items).toEqual([])
})
