import { checkoutRequest } from '../../test/requests'
import { startTestServer, type TestServer } from '../../test/test-server'
import { HtmlForm, parsePage } from './html-form'
import { Shopper } from './shopper'
import { type TestCardName, testCards } from './test-cards'

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

type Wanted = Partial<Parameters<ReturnType<TestServer['client']['payment']>['initCheckoutPayment']>[0]>

/** A hosted page of the running sandbox, opened by nothing but its pageUrl. */
async function atPage(wanted: Wanted = {}, options: ConstructorParameters<typeof Shopper>[0] = {}) {
  const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), ...wanted }
  const { token, pageUrl } = await testServer.client.payment().initCheckoutPayment(request)
  const shopper = new Shopper(options)
  await shopper.open(pageUrl)
  const found = () => testServer.client.payment().retrieveCheckoutPayment(token)
  return { token, pageUrl, shopper, found }
}

const textAt = (shopper: Shopper, selector: string): string =>
  parsePage(shopper.page.html).querySelector(selector)?.text.trim() ?? ''

it('pays in instalments that the page offers for the card, interest included', async () => {
  const { shopper, found, token } = await atPage()
  const result = await shopper.pay({ card: testCards.success, installment: 3, threeDS: 'ok' })
  expect(result).toMatchObject({ outcome: 'returned', response: { status: 200 } })
  expect(testServer.merchant.at('/callback').map(({ body }) => body)).toEqual([`token=${token}`])
  expect(await found()).toMatchObject({ price: 100, paidPrice: 103.75, installment: 3, isThreeDS: true })
})

it('tells the bank page what will really be charged', async () => {
  const { shopper } = await atPage({}, { lang: 'en' })
  expect(await shopper.pay({ card: testCards.world, installment: 12, threeDS: 'stay' })).toMatchObject({
    outcome: 'bank',
  })
  expect(textAt(shopper, '.bank dd.amount')).toBe('₺117.00')
})

it.each(['wrong-code', 'cancel'] as const)(
  'comes back to an open page from a bank that said no (%s), and pays there',
  async (threeDS) => {
    const { shopper, found } = await atPage()
    expect(await shopper.pay({ card: testCards.success, threeDS })).toMatchObject({ outcome: 'declined' })
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
    expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  },
)

it.each([
  ['tr', 'cancel', 'Bankanızın sayfasında vazgeçtiniz; kartınızdan para çekilmedi'],
  ['en', 'cancel', 'You cancelled at your bank; your card was not charged'],
  ['tr', 'wrong-code', '3D Secure doğrulaması başarısız'],
] as const)('says (%s) what became of it at the bank: %s', async (lang, threeDS, message) => {
  const { shopper } = await atPage({}, { lang })
  const declined = await shopper.pay({ card: testCards.success, threeDS })
  expect(declined).toMatchObject({ outcome: 'declined', message: expect.stringContaining(message) })
})

it.each<[TestCardName, string]>([
  ['notSufficientFunds', 'NOT_SUFFICIENT_FUNDS'],
  ['doNotHonour', 'DO_NOT_HONOUR'],
  ['invalidTransaction', 'INVALID_TRANSACTION'],
  ['notPermittedToCardholder', 'NOT_PERMITTED_TO_CARDHOLDER'],
  ['stolenCard', 'STOLEN_CARD'],
  ['declined', 'DECLINED'],
  ['lostCard', 'LOST_CARD'],
  ['expiredCard', 'EXPIRED_CARD'],
  ['fraudSuspect', 'FRAUD_SUSPECT'],
  ['invalidCvc', 'INVALID_CVC2'],
  ['requires3ds', 'REQUIRES_3DS'],
])('declines testCards.%s with %s', async (name, group) => {
  const { shopper } = await atPage()
  expect(await shopper.pay({ card: testCards[name] })).toMatchObject({ outcome: 'declined', group })
})

it.each<TestCardName>(['success', 'axess', 'maximum', 'world', 'amex', 'debit', 'commercial', 'prepaid'])(
  'pays with testCards.%s',
  async (name) => {
    const { shopper } = await atPage()
    expect(await shopper.pay({ card: testCards[name] })).toMatchObject({ outcome: 'returned' })
  },
)

it('pays in a foreign currency with testCards.foreign', async () => {
  const { shopper, found } = await atPage({ currency: 'USD' as Wanted['currency'] })
  expect(textAt(shopper, '.grand')).toBe('$100,00')
  expect(await shopper.pay({ card: testCards.foreign })).toMatchObject({ outcome: 'returned' })
  expect(await found()).toMatchObject({ currency: 'USD', paymentStatus: 'SUCCESS' })
})

it.each<TestCardName>(['threeDSMdStatus0', 'threeDSMdStatus4', 'threeDSInitError'])(
  'fails 3D Secure with testCards.%s',
  async (name) => {
    const { shopper } = await atPage()
    expect(await shopper.pay({ card: testCards[name], threeDS: 'ok' })).toMatchObject({ outcome: 'declined' })
  },
)

it.each<TestCardName>(['requires3ds', 'debitRequires3ds'])(
  'ticks 3D Secure after testCards.%s was declined for it, keeps what may be kept, and pays by the next press',
  async (name) => {
    const { shopper } = await atPage()
    const card = testCards[name]
    await shopper.pay({ card, installment: 1 })
    expect(shopper.fillCard(card).entries.get('threeDS')).toBe('true')
    expect(shopper.page.html).toContain(`value="${card.expireMonth}/${card.expireYear.slice(2)}"`)
    expect(shopper.page.html).toContain(`value="${card.cardHolderName}"`)
    expect(await shopper.pay({ card, threeDS: 'ok' })).toMatchObject({ outcome: 'returned' })
  },
)

it('pays with testCards.requires3ds when 3D Secure is asked for', async () => {
  const { shopper } = await atPage()
  expect(await shopper.pay({ card: testCards.requires3ds, threeDS: 'ok' })).toMatchObject({
    outcome: 'returned',
  })
})

it('saves a card, and pays with it next time in instalments', async () => {
  const first = await atPage({ alwaysStoreCardAfterPayment: true } as Wanted)
  await first.shopper.pay({ card: testCards.success })
  const { cardUserKey } = await first.found()
  const second = await atPage({ cardUserKey })
  await second.shopper.pay({ storedCard: 'first', installment: 6 })
  expect(await second.found()).toMatchObject({
    paidWithStoredCard: true,
    installment: 6,
    lastFourDigits: '0002',
  })
})

it('saves a card because the shopper ticked the box', async () => {
  const known = await atPage({ alwaysStoreCardAfterPayment: true } as Wanted)
  await known.shopper.pay({ card: testCards.success })
  const { cardUserKey } = await known.found()
  const { shopper } = await atPage({ cardUserKey })
  await shopper.pay({ card: testCards.world, storeCard: true })
  const again = await atPage({ cardUserKey })
  const form = parsePage(again.shopper.page.html).querySelector('#pay-form')
  if (form === null) throw new Error('no form')
  expect(new HtmlForm(form, again.pageUrl).offers('cardToken')).toHaveLength(3)
})

it('refuses a debit card where the merchant takes credit cards only', async () => {
  const { shopper } = await atPage({ allowOnlyCreditCard: true } as Wanted)
  const result = await shopper.pay({ card: testCards.debit })
  expect(result.outcome).toBe('declined')
  expect(result.message).not.toBe('')
})

it('explains that a pre-authorization only holds the money', async () => {
  const { shopper, found } = await atPage({ paymentPhase: 'PRE_AUTH' as Wanted['paymentPhase'] })
  expect(textAt(shopper, '.pre-auth')).toContain('bloke')
  await shopper.pay({ card: testCards.postAuthDeclined })
  expect(await found()).toMatchObject({ paymentPhase: 'PRE_AUTH', paymentStatus: 'SUCCESS' })
})

it('forces 3D Secure on a shopper who did not ask for it', async () => {
  const { shopper, found } = await atPage({ forceThreeDS: true } as Wanted)
  await shopper.pay({ card: testCards.success })
  expect(await found()).toMatchObject({ isThreeDS: true })
})

it('hears nothing when the sandbox loses callbacks on purpose', async () => {
  testServer.sandbox.control.callbacks.lose()
  const { shopper, found } = await atPage()
  expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'lost' })
  expect(testServer.merchant.at('/callback')).toEqual([])
  expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
})

it('goes back to the shop from a page that was paid already', async () => {
  const { shopper, pageUrl, token } = await atPage()
  await shopper.pay({ card: testCards.success, deliver: false })
  await shopper.open(pageUrl)
  expect(await shopper.leave()).toMatchObject({ outcome: 'returned', callback: { fields: { token } } })
})

it('reads the page, its tabs and its bank in Spanish, with the amounts as Spain writes them', async () => {
  const { shopper } = await atPage({}, { lang: 'es' })
  expect(shopper.page.html).toMatch(/<html lang="es">[\s\S]*Pago seguro/)
  expect(shopper.page.html).toContain('Tarjeta')
  expect(await shopper.pay({ card: testCards.success, threeDS: 'stay' })).toMatchObject({ outcome: 'bank' })
  expect(shopper.page.html).toMatch(/Verificación 3D Secure[\s\S]*100,00/)
})

it('reads the decline in the language of the page', async () => {
  const { shopper } = await atPage({}, { lang: 'en' })
  const english = await shopper.pay({ card: testCards.notSufficientFunds })
  const turkish = await (await atPage()).shopper.pay({ card: testCards.notSufficientFunds })
  expect(english.message).toMatch(/funds/i)
  expect(turkish.message).toMatch(/yetersiz/i)
})

describe('the console of a running sandbox', () => {
  it('shows the payment, its checkout and the requests, and no card number', async () => {
    const { shopper, token } = await atPage()
    await shopper.pay({ card: testCards.success, installment: 3 })
    const html = await (await fetch(`${testServer.sandbox.url}/`)).text()
    const page = parsePage(html)
    expect(page.querySelector('#payments tbody tr')?.text).toContain('103.75')
    expect(page.querySelector('#payments tbody tr')?.text).toContain('Bonus')
    expect(page.querySelector('#checkouts tbody tr')?.text).toContain(token)
    expect(page.querySelector('#requests')?.text).toContain('/payment/v1/checkout-payments/init')
    expect(page.querySelector('#view')?.text).not.toContain(testCards.success.cardNumber)
  })

  it('moves the clock, delivers the webhook, and sends it again', async () => {
    const { shopper } = await atPage()
    await shopper.pay({ card: testCards.success })
    const press = (fields: Record<string, string>) =>
      fetch(`${testServer.sandbox.url}/_console/act`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
    await press({ do: 'advance', seconds: '30' })
    expect(testServer.merchant.at('/webhook')).toHaveLength(1)
    const [event] = testServer.sandbox.control.webhooks.list()
    expect((await press({ do: 'resend', id: event?.id ?? '' })).status).toBe(303)
    expect(testServer.merchant.at('/webhook')).toHaveLength(2)
  })

  it('turns switches on and back', async () => {
    const press = (fields: Record<string, string>) =>
      fetch(`${testServer.sandbox.url}/_console/act`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
    await press({ do: 'switch', name: 'dropCallbacks', on: 'true' })
    const { shopper } = await atPage()
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'lost' })
    await press({ do: 'honest' })
    const next = await atPage()
    expect(await next.shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
  })
})
