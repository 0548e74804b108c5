import { newCard } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer()

interface Answer {
  readonly status: number
  readonly data: Record<string, unknown>
  readonly errors?: { readonly errorCode: string; readonly errorGroup?: string }
}

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const { status, text } = await signedFetch(testServer.sandbox, { method, path, body })
  const { data = {}, errors }: Pick<Answer, 'data' | 'errors'> = JSON.parse(text)
  return { status, data, errors }
}

const callbackUrl = () => `${testServer.merchant.url}/verified`
const common = { verificationPrice: 1, currency: 'TRY', conversationId: 'verify-1' }
const cardsOf = async (cardUserKey: unknown) =>
  (await testServer.client.payment().searchStoredCards({ cardUserKey: String(cardUserKey) })).items
const nothingKept = { TRY: { captured: '1.00', refunded: '1.00', held: '0.00' } }

describe('cards/verify', () => {
  const verify = (paymentAuthenticationType: string, change: object = {}) =>
    call('POST', '/payment/v1/cards/verify', {
      ...{ ...common, paymentAuthenticationType, callbackUrl: callbackUrl() },
      card: { ...newCard('5209220000000002'), cardAlias: 'Bonus' },
      ...change,
    })

  it('keeps the card after a charge that goes back at once, which no webhook tells', async () => {
    const { data } = await verify('NON_THREE_DS')
    expect(data).toMatchObject({ cardVerifyStatus: 'SUCCESS', refundStatus: 'SUCCESS' })
    expect(await cardsOf(data.cardUserKey)).toMatchObject([
      { cardToken: data.cardToken, cardAlias: 'Bonus', lastFourDigits: '0002' },
    ])
    expect(testServer.sandbox.control.sums()).toEqual(nothingKept)
    expect(testServer.sandbox.control.webhooks.list()).toEqual([])
  })

  it('keeps it without asking the bank', async () => {
    const { data } = await verify('NONE', { verificationPrice: 0 })
    expect(data).toMatchObject({ cardVerifyStatus: 'SUCCESS' })
    expect(data.refundStatus).toBeUndefined()
    expect(await cardsOf(data.cardUserKey)).toHaveLength(1)
    expect(testServer.sandbox.control.payments()).toEqual([])
  })

  it('adds to the cards of a shopper who has some', async () => {
    const { cardUserKey } = await testServer.client.payment().storeCard(newCard('5406670000000009'))
    await verify('NON_THREE_DS', { card: { ...newCard('5209220000000002'), cardUserKey } })
    expect(await cardsOf(cardUserKey)).toHaveLength(2)
  })

  it.each<['ok' | 'cancel', object]>([
    ['ok', { cardVerifyStatus: 'SUCCESS', conversationId: 'verify-1' }],
    ['cancel', { cardVerifyStatus: 'FAILURE', conversationId: 'verify-1' }],
  ])('goes through the bank page, which ends in %s', async (answer, told) => {
    const { data } = await verify('THREE_DS')
    expect(data).toMatchObject({ cardVerifyStatus: 'THREE_DS_PENDING', merchantCallbackUrl: callbackUrl() })
    expect(data.cardToken).toBeUndefined()
    const shopper = new Shopper()
    const html = Buffer.from(String(data.htmlContent), 'base64').toString('utf8')
    await shopper.openHtml(html, testServer.sandbox.url)
    const { callback } = await shopper.answerBank(answer)
    expect(callback).toMatchObject({ url: callbackUrl(), fields: told })
    const { cardUserKey = 'nobody', cardToken = '' } = callback?.fields ?? {}
    const kept = answer === 'ok' ? [{ cardToken }] : []
    expect(await cardsOf(cardUserKey || 'nobody')).toMatchObject(kept)
    expect(testServer.sandbox.control.sums()).toEqual(answer === 'ok' ? nothingKept : {})
  })

  it('keeps no card that the bank refuses', async () => {
    const refused = await verify('NON_THREE_DS', { card: newCard('5100050000006661') })
    expect(refused).toMatchObject({ status: 422, errors: { errorGroup: 'NOT_SUFFICIENT_FUNDS' } })
    expect((await testServer.client.payment().searchStoredCards({})).items).toEqual([])
  })

  it('proves nothing while the bank keeps silent, and gives the money back once it spoke', async () => {
    testServer.sandbox.control.payments.holdNext('WAITING')
    const silent = await verify('NON_THREE_DS')
    expect(silent).toMatchObject({ status: 422, errors: { errorGroup: 'NO_RESPONSE' } })
    testServer.sandbox.control.payments.release('SUCCESS')
    expect(testServer.sandbox.control.sums()).toEqual(nothingKept)
  })

  it('says when the charge did not go back', async () => {
    const { data } = await verify('NON_THREE_DS', { card: newCard('4355080000006663') })
    expect(data).toMatchObject({ cardVerifyStatus: 'SUCCESS', refundStatus: 'FAILURE' })
  })

  it.each<[string, object]>([
    ['a price', { verificationPrice: 0 }],
    ['a card', { card: undefined }],
    ['a currency', { currency: undefined }],
    ['a way back from the bank', { callbackUrl: undefined }],
  ])('needs %s', async (_name, change) => {
    expect(await verify('THREE_DS', change)).toMatchObject({ status: 422, errors: { errorCode: '4000' } })
  })
})

describe('the hosted page of a card verification', () => {
  async function open(paymentAuthenticationType: string, change: object = {}) {
    const { data } = await call('POST', '/payment/v1/checkout-card-verify/init', {
      ...{ ...common, paymentAuthenticationType, callbackUrl: callbackUrl() },
      ...change,
    })
    const shopper = new Shopper({ lang: 'en' })
    await shopper.open(String(data.pageUrl))
    const found = async () =>
      (await call('GET', `/payment/v1/checkout-card-verify/${String(data.token)}`)).data
    return { ...data, token: String(data.token), pageUrl: String(data.pageUrl), shopper, found }
  }

  it.each(['NON_THREE_DS', 'THREE_DS', 'NONE'])(
    'keeps the card and comes back with the token: %s',
    async (type) => {
      const { shopper, token, found } = await open(type)
      expect(await found()).toEqual({ token })
      const { callback } = await shopper.saveCard(testCards.success)
      expect(callback).toEqual({ url: callbackUrl(), fields: { token } })
      const { card } = await found()
      expect(card).toMatchObject({ lastFourDigits: '0002', cardExpiryStatus: 'NOT_EXPIRED' })
      expect(testServer.sandbox.control.sums()).toEqual(type === 'NONE' ? {} : nothingKept)
      expect(testServer.sandbox.control.webhooks.list()).toEqual([])
    },
  )

  it('says what the charge is for, and shows no basket', async () => {
    const { shopper } = await open('THREE_DS')
    expect(shopper.page.html).toContain('₺1.00')
    expect(shopper.page.html).not.toContain('class="basket"')
  })

  it('takes another card after a decline', async () => {
    const { shopper, found } = await open('NON_THREE_DS')
    expect(await shopper.saveCard(testCards.notSufficientFunds)).toMatchObject({
      outcome: 'declined',
      group: 'NOT_SUFFICIENT_FUNDS',
    })
    await shopper.saveCard(testCards.world)
    expect((await found()).card).toMatchObject({ cardBrand: 'World' })
  })

  it('comes back to the page from a bank that said no', async () => {
    const { shopper, found, token } = await open('THREE_DS')
    expect(await shopper.saveCard(testCards.success, { threeDS: 'cancel' })).toMatchObject({
      outcome: 'declined',
    })
    expect(await found()).toEqual({ token })
  })

  it('is done once, and keeps the card for the shopper that init named', async () => {
    const { cardUserKey } = await testServer.client.payment().storeCard(newCard('5406670000000009'))
    const { shopper, pageUrl } = await open('NONE', { cardUserKey })
    await shopper.saveCard(testCards.success)
    expect(await cardsOf(cardUserKey)).toHaveLength(2)
    await shopper.open(pageUrl)
    expect(shopper.page.html).toContain('data-notice="saved"')
    expect(await shopper.pay({})).toMatchObject({ outcome: 'paid' })
  })

  it('dies with its token', async () => {
    const { shopper, pageUrl } = await open('NONE', { ttl: 5 })
    await testServer.sandbox.control.clock.advance({ minutes: 6 })
    await shopper.open(pageUrl)
    expect(shopper.page.html).toContain('data-notice="expired"')
  })

  it('is no payment page, and a payment page is none of it', async () => {
    const { token } = await open('NONE')
    expect(await call('GET', `/payment/v1/checkout-payments/${token}`)).toMatchObject({
      errors: { errorCode: '4010' },
    })
    expect(await call('GET', '/payment/v1/checkout-card-verify/nobody')).toMatchObject({
      errors: { errorCode: '4162' },
    })
  })
})
