import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, newCard } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

const callbackUrl = () => `${testServer.merchant.url}/callback`
const payments = () => testServer.client.payment()
type Change = Partial<Parameters<ReturnType<typeof payments>['initCheckoutPayment']>[0]>

async function open(change: Change = {}) {
  const init = await payments().initCheckoutPayment({ ...checkoutRequest(callbackUrl()), ...change })
  const shopper = new Shopper()
  await shopper.open(init.pageUrl)
  return { ...init, shopper }
}

it('gives a token, a page and a Turkish wall-clock expiry one hour ahead', async () => {
  const { token, pageUrl, tokenExpireDate } = await open()
  expect(pageUrl).toBe(`${testServer.sandbox.url}/checkout/${token}?token=${token}`)
  expect(String(tokenExpireDate)).toBe('2026-03-10T13:00:00')
})

it('has no payment before anybody pays', async () => {
  const { token } = await open()
  const { code, group } = await refusal(payments().retrieveCheckoutPayment(token))
  expect(Number(code)).toBeLessThan(10_000)
  expect(group).toBeUndefined()
})

it('brings the shopper back with the token alone, and answers the payment by it', async () => {
  const { token, shopper } = await open()
  const { callback } = await shopper.pay({ card: testCards.success, installment: 3 })
  expect(callback).toEqual({ url: callbackUrl(), fields: { token } })
  const payment = await payments().retrieveCheckoutPayment(token)
  expect(payment).toMatchObject({
    paymentStatus: 'SUCCESS',
    paymentSource: 'CHECKOUT_FORM',
    price: 100,
    paidPrice: 103.75,
    installment: 3,
    merchantCommissionRate: 3.75,
    merchantCommissionRateAmount: 3.75,
    conversationId: 'conversation-1',
    externalId: 'external-1',
    isThreeDS: false,
    cardBrand: 'Bonus',
  })
  expect(
    payment.paymentTransactions.map(({ externalId, price, paidPrice }) => [externalId, price, paidPrice]),
  ).toEqual([
    ['item-1', 30, 31.13],
    ['item-2', 50, 51.87],
    ['item-3', 20, 20.75],
  ])
})

it('lets the shopper try again under the same token after a decline', async () => {
  const { token, shopper } = await open()
  const declined = await shopper.pay({ card: newCard('5100050000006661') })
  expect(declined.outcome).toBe('declined')
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paymentStatus: 'FAILURE',
    paymentError: { errorCode: '10051', errorGroup: 'NOT_SUFFICIENT_FUNDS' },
  })
  await shopper.pay({ card: testCards.success, threeDS: 'ok' })
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paymentStatus: 'SUCCESS',
    mdStatus: 1,
  })
})

it('completes 3D Secure itself, and shows the page again when the bank says no', async () => {
  const { token, shopper } = await open({ forceThreeDS: true })
  const cancelled = await shopper.pay({ card: testCards.success, threeDS: 'cancel' })
  expect(cancelled.outcome).toBe('declined')
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paymentStatus: 'FAILURE',
    mdStatus: 0,
  })
  const refused = await shopper.pay({ card: newCard('5100560000006669'), threeDS: 'ok' })
  expect(refused.outcome).toBe('declined')
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paymentError: { errorGroup: 'DO_NOT_HONOUR' },
  })
})

it('takes no money under a token that has expired', async () => {
  const { token, pageUrl, shopper } = await open({ ttl: 10 })
  await testServer.sandbox.control.clock.advance({ minutes: 10 })
  const late = await shopper.pay({ card: testCards.success })
  expect(late.outcome).toBe('expired')
  await shopper.open(pageUrl)
  expect((await shopper.pay({ card: testCards.success })).outcome).toBe('expired')
  expect(Number((await refusal(payments().retrieveCheckoutPayment(token))).code)).toBeLessThan(10_000)
})

it('takes no money under a token that the merchant expired, not even from the bank page', async () => {
  const { token, shopper } = await open()
  const form = shopper.fillCard(testCards.success).set('installment', '1').tick('threeDS', true)
  const atBank = await startThreeDS(shopper, form)
  await payments().expireCheckoutPayment(token)
  await shopper.answerBank('ok')
  expect(atBank).toContain('/3ds/')
  expect(testServer.sandbox.control.sums()).toEqual({})
})

/** Submits the card without answering the bank. */
async function startThreeDS(shopper: Shopper, form: ReturnType<Shopper['fillCard']>): Promise<string> {
  const body = new URLSearchParams(form.entries)
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'follow' })
  await shopper.open(answer.url)
  return answer.url
}

it('takes the money of one tab only when two pay under one token', async () => {
  const { token, pageUrl, shopper } = await open()
  const second = new Shopper()
  await second.open(pageUrl)
  await startThreeDS(
    shopper,
    shopper.fillCard(testCards.success).set('installment', '1').tick('threeDS', true),
  )
  await startThreeDS(second, second.fillCard(testCards.world).set('installment', '1').tick('threeDS', true))
  await shopper.answerBank('ok')
  await second.answerBank('ok')
  expect(testServer.sandbox.control.sums()).toEqual({
    TRY: { captured: '100.00', refunded: '0.00', held: '0.00' },
  })
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paymentStatus: 'SUCCESS',
    cardBrand: 'Bonus',
  })
})

it('does not expire what was paid', async () => {
  const { token, shopper } = await open()
  await shopper.pay({ card: testCards.success })
  expect(await refusal(payments().expireCheckoutPayment(token))).toMatchObject({ code: '4014' })
})

it('offers only the instalments that init enabled, at the prices that init set', async () => {
  const { token, shopper } = await open({
    enabledInstallments: [3],
    customInstallments: [
      { number: 3, totalPrice: 99 },
      { number: 6, totalPrice: 98 },
    ],
  })
  expect((await shopper.pay({ card: testCards.success, installment: 3 })).outcome).toBe('returned')
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    installment: 3,
    paidPrice: 99,
    price: 100,
  })
})

it('refuses a debit card when the merchant wants credit cards', async () => {
  const { shopper } = await open({ allowOnlyCreditCard: true })
  expect((await shopper.pay({ card: testCards.debit })).outcome).toBe('declined')
})

it('keeps the card of a shopper who asks for it, and takes it the next time', async () => {
  const stored = await payments().storeCard({ ...newCard('5406670000000009'), cardAlias: 'Maximum' })
  const { token, shopper } = await open({ cardUserKey: stored.cardUserKey })
  await shopper.pay({ storedCard: 'first' })
  expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
    paidWithStoredCard: true,
    cardUserKey: stored.cardUserKey,
    cardToken: stored.cardToken,
    cardBrand: 'Maximum',
  })
})

it('pre-authorizes when asked, but charges a debit card at once when told to', async () => {
  const { PaymentPhase } = Craftgate.Model
  const credit = await open({ paymentPhase: PaymentPhase.PreAuth })
  await credit.shopper.pay({ card: testCards.success })
  expect(await payments().retrieveCheckoutPayment(credit.token)).toMatchObject({ paymentPhase: 'PRE_AUTH' })
  const debit = await open({ paymentPhase: PaymentPhase.PreAuth, forceAuthForNonCreditCards: true })
  await debit.shopper.pay({ card: testCards.debit })
  expect(await payments().retrieveCheckoutPayment(debit.token)).toMatchObject({ paymentPhase: 'AUTH' })
})

it('knows no token of another merchant', async () => {
  const token = '00000000-0000-0000-0000-000000000000'
  expect(await refusal(payments().retrieveCheckoutPayment(token))).toMatchObject({ code: '4010' })
})
