import { checkoutRequest, newCard } from '../test/requests'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'
import { parsePage } from '../testing/shopper/html-form'

const testServer = useTestServer()

const payments = () => testServer.client.payment()

async function atPage(change: object = {}) {
  const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), ...change }
  const { token, pageUrl } = await payments().initCheckoutPayment(request)
  const shopper = new Shopper({ lang: 'en' })
  await shopper.open(pageUrl)
  const dom = () => parsePage(shopper.page.html)
  return { shopper, dom, pageUrl, paid: () => payments().retrieveCheckoutPayment(token) }
}

const cardsOf = async (cardUserKey: string | undefined) =>
  (await payments().searchStoredCards({ cardUserKey })).items

describe('saving a card', () => {
  it('is every shopper’s choice, and gives the first-time shopper a key of his own', async () => {
    const { shopper, paid } = await atPage()
    await shopper.pay({ card: testCards.success, storeCard: true, threeDS: 'ok' })
    const { cardUserKey, cardToken, paidWithStoredCard } = await paid()
    expect(paidWithStoredCard).toBe(false)
    expect(await cardsOf(cardUserKey)).toMatchObject([{ cardToken, lastFourDigits: '0002' }])
  })

  it('does not happen without the choice, nor after a decline', async () => {
    const plain = await atPage()
    await plain.shopper.pay({ card: testCards.success })
    expect((await plain.paid()).cardUserKey).toBeUndefined()
    const declined = await atPage()
    await declined.shopper.pay({ card: testCards.notSufficientFunds, storeCard: true })
    expect((await declined.paid()).cardToken).toBeUndefined()
    expect(await cardsOf(undefined)).toEqual([])
  })

  it.each(['disableStoreCard', 'guestCheckout', 'alwaysStoreCardAfterPayment'])(
    'is not offered with %s',
    async (field) => {
      const { dom } = await atPage({ [field]: true })
      expect(dom().querySelector('input[name=storeCard]')).toBeNull()
    },
  )

  it('cannot be forced by a form that does not offer it', async () => {
    const { shopper, paid } = await atPage({ disableStoreCard: true })
    const form = shopper.fillCard(testCards.success).set('installment', '1').tick('threeDS', false)
    const body = form.entries
    body.set('storeCard', 'true')
    await fetch(form.action, { method: 'POST', body })
    const payment = await paid()
    expect(payment.paymentStatus).toBe('SUCCESS')
    expect(payment.cardToken).toBeUndefined()
  })
})

describe('a guest', () => {
  it('sees no stored cards, whoever the merchant says he is', async () => {
    const { cardUserKey } = await payments().storeCard(newCard('5209220000000002'))
    const { dom } = await atPage({ cardUserKey, guestCheckout: true })
    expect(dom().querySelector('input[name=cardToken]')).toBeNull()
  })
})

describe('deleting a stored card on the page', () => {
  const stored = async () => {
    const { cardUserKey } = await payments().storeCard(newCard('5209220000000002'))
    await payments().storeCard({ ...newCard('5406670000000009'), cardUserKey })
    return cardUserKey
  }

  it('is there when init allows it, and leaves the other cards', async () => {
    const cardUserKey = await stored()
    const { shopper, paid } = await atPage({ cardUserKey, allowDeleteStoredCard: true })
    await shopper.deleteStoredCard('first')
    expect(await cardsOf(cardUserKey)).toMatchObject([{ lastFourDigits: '0009' }])
    await shopper.pay({ storedCard: 'first' })
    expect(await paid()).toMatchObject({ lastFourDigits: '0009', paidWithStoredCard: true })
  })

  it('is not there otherwise, and cannot be forced', async () => {
    const cardUserKey = await stored()
    const { dom, pageUrl } = await atPage({ cardUserKey })
    expect(dom().querySelector('[name=deleteCard]')).toBeNull()
    const [card] = await cardsOf(cardUserKey)
    const path = new URL(pageUrl)
    await fetch(`${path.origin}${path.pathname}/delete-card`, {
      method: 'POST',
      body: new URLSearchParams({ deleteCard: card?.cardToken ?? '' }),
    })
    expect(await cardsOf(cardUserKey)).toHaveLength(2)
  })

  it('never reaches the card of somebody else', async () => {
    const [mine, theirs] = [await stored(), await stored()]
    const { pageUrl } = await atPage({ cardUserKey: mine, allowDeleteStoredCard: true })
    const [card] = await cardsOf(theirs)
    const path = new URL(pageUrl)
    await fetch(`${path.origin}${path.pathname}/delete-card`, {
      method: 'POST',
      body: new URLSearchParams({ deleteCard: card?.cardToken ?? '' }),
    })
    expect(await cardsOf(theirs)).toHaveLength(2)
  })
})

describe('a stored card that expired', () => {
  async function expired() {
    const card = { ...newCard('5209220000000002'), expireYear: '2026', expireMonth: '04' }
    const { cardUserKey, cardToken } = await payments().storeCard(card)
    await testServer.sandbox.control.clock.advance({ days: 60 })
    return { cardUserKey, cardToken }
  }

  it('is shown, but cannot be chosen', async () => {
    const { cardUserKey, cardToken } = await expired()
    const { dom, shopper } = await atPage({ cardUserKey })
    expect(dom().querySelector(`input[value="${cardToken}"]`)?.hasAttribute('disabled')).toBe(true)
    await expect(shopper.pay({ storedCard: 'first' })).rejects.toThrow('offers no stored card')
  })

  it('pays again, under the same token, once it was renewed by its owner or by the merchant', async () => {
    const { cardUserKey, cardToken } = await expired()
    const first = await atPage({ cardUserKey })
    await first.shopper.pay({ card: testCards.success, storeCard: true })
    expect(await first.paid()).toMatchObject({ cardToken, paidWithStoredCard: false })
    const second = await atPage({ cardUserKey })
    await second.shopper.pay({ storedCard: 'first' })
    expect(await second.paid()).toMatchObject({ cardToken, paidWithStoredCard: true })
  })

  it('is renewed by cards/update', async () => {
    const { cardUserKey, cardToken } = await expired()
    await payments().updateCard({ cardUserKey, cardToken, expireYear: '2044', expireMonth: '01' })
    const { shopper, paid } = await atPage({ cardUserKey })
    await shopper.pay({ storedCard: 'first' })
    expect(await paid()).toMatchObject({ paymentStatus: 'SUCCESS', cardToken })
  })
})
