import { checkoutRequest, newCard } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'
import { HtmlForm, parsePage } from '../testing/shopper/html-form'

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

const payments = () => testServer.client.payment()
const COMMERCIAL_BONUS = newCard('4036660000000001')

async function open(change: object) {
  const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), ...change }
  const { token, pageUrl } = await payments().initCheckoutPayment(request)
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  return { token, pageUrl, shopper, paid: () => payments().retrieveCheckoutPayment(token) }
}

/** The instalments that the page offers to a card, with what each costs. */
async function offered(change: object, { cardNumber } = testCards.success): Promise<string[]> {
  const { pageUrl } = await open(change)
  const { origin, pathname } = new URL(pageUrl)
  const html = await (await fetch(`${origin}${pathname}/bin/${cardNumber.slice(0, 8)}?lang=en`)).text()
  return parsePage(html)
    .querySelectorAll('.option')
    .map(
      (row) => `${row.querySelector('input')?.getAttribute('value')}: ${row.querySelector('.amount')?.text}`,
    )
}

describe('customInstallments', () => {
  const customInstallments = [
    { number: 2, totalPrice: 101 },
    { number: 6, totalPrice: 95.5 },
    { number: 4, totalPrice: 100 },
  ]

  it('are all that the page offers beside one payment, of those that the POS sells', async () => {
    expect(await offered({ customInstallments })).toEqual(['1: ₺100.00', '2: ₺101.00', '6: ₺95.50'])
  })

  it('are what is charged', async () => {
    const { shopper, paid } = await open({ customInstallments })
    await shopper.pay({ card: testCards.success, installment: 6 })
    expect(await paid()).toMatchObject({ price: 100, paidPrice: 95.5, merchantCommissionRateAmount: -4.5 })
  })

  it('give way to those of the card’s family', async () => {
    const change = {
      customInstallments,
      cardBrandInstallments: { World: [{ number: 3, totalPrice: 100.01 }] },
    }
    expect(await offered(change, testCards.world)).toEqual(['1: ₺100.00', '3: ₺100.01'])
    expect(await offered(change)).toHaveLength(3)
  })

  it('can price one payment too, and are narrowed by enabledInstallments', async () => {
    const change = {
      customInstallments: [{ number: 1, totalPrice: 99 }, ...customInstallments],
      enabledInstallments: [6],
    }
    expect(await offered(change)).toEqual(['1: ₺99.00', '6: ₺95.50'])
  })
})

describe('allowInstallmentOnlyCommercialCards', () => {
  const change = { allowInstallmentOnlyCommercialCards: true }

  it('offers instalments to commercial cards only', async () => {
    expect(await offered(change)).toEqual(['1: ₺100.00'])
    expect((await offered(change, COMMERCIAL_BONUS)).length).toBeGreaterThan(1)
  })

  it('cannot be got around by a form', async () => {
    const { shopper } = await open(change)
    const form = shopper.fillCard(testCards.success).tick('threeDS', false)
    const body = form.entries
    body.set('installment', '3')
    await fetch(form.action, { method: 'POST', body })
    expect(testServer.sandbox.control.payments()).toEqual([])
  })
})

describe('allowOnlyStoredCards', () => {
  it('needs to know whose, and stores nothing', async () => {
    expect(await refusal(open({ allowOnlyStoredCards: true }))).toMatchObject({ code: '4015' })
    const both = { allowOnlyStoredCards: true, alwaysStoreCardAfterPayment: true, cardUserKey: 'somebody' }
    expect(await refusal(open(both))).toMatchObject({ code: '4016' })
  })

  it('takes a stored card, and no form for another', async () => {
    const { cardUserKey } = await payments().storeCard(newCard('5209220000000002'))
    const { shopper, paid } = await open({ allowOnlyStoredCards: true, cardUserKey })
    const form = parsePage(shopper.page.html).querySelector('#pay-form')
    expect(form && new HtmlForm(form, shopper.page.url).has('cardNumber')).toBe(false)
    await shopper.pay({ storedCard: 'first' })
    expect(await paid()).toMatchObject({ paidWithStoredCard: true })
  })
})

describe('the order number of the bank', () => {
  it.each(['orderId', 'bankOrderId'])('is init’s %s', async (field) => {
    const { shopper, paid } = await open({ [field]: 'order-7' })
    await shopper.pay({ card: testCards.success })
    expect(await paid()).toMatchObject({ orderId: 'order-7' })
  })
})
