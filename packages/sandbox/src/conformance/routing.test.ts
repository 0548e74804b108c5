import { checkoutRequest, ITEMS, newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const commissions = (bankRate: string, merchantRate: string) =>
  [1, 3].map((installment) => ({ installment, bankRate, merchantRate }))
const poses = [
  {
    alias: 'own',
    name: 'Own',
    bank: 'T. GARANTİ BANKASI A.Ş.',
    cardBrands: ['Bonus'],
    commissions: commissions('3', '5'),
  },
  {
    alias: 'cheap',
    name: 'Cheap',
    bank: 'AKBANK T.A.Ş.',
    cardBrands: ['Axess', 'Bonus'],
    commissions: commissions('1', '2'),
  },
  {
    alias: 'dollar',
    name: 'Dollar',
    bank: 'FOREIGN BANK',
    currencies: ['USD'],
    cardBrands: ['Bonus'],
    commissions: commissions('0', '0'),
  },
]
const seed = { merchants: [{ name: 'Shop', apiKey: 'key', secretKey: 'secret', poses }] }

const testServer = useTestServer({ seed }, 'file')
afterEach(() => testServer.sandbox.control.reset())

const payments = () => testServer.client.payment()
const bonus = newCard('5209220000000002')

/** The SDK that npm serves does not know `routingOptions` yet; it sends what it is given. */
const pay = (routingOptions: object, change: object = {}) => {
  const request = { ...paymentRequest({ card: bonus }), ...change, routingOptions }
  return payments().createPayment(request)
}

describe('routingOptions', () => {
  it.each<[string, object, string]>([
    ['the card’s own POS without any', {}, 'own'],
    ['the card’s own POS with ON_US', { orderingRule: 'ON_US' }, 'own'],
    ['the lowest commission', { orderingRule: 'LOW_COMMISSION_RATE' }, 'cheap'],
    ['the first of a list', { orderingRule: 'IN_ORDER', posAliases: ['cheap', 'own'] }, 'cheap'],
    ['the first of the merchant’s own order', { orderingRule: 'IN_ORDER' }, 'own'],
    ['only what the list names', { posAliases: ['cheap'] }, 'cheap'],
    [
      'the next of the list that may take the payment',
      { orderingRule: 'IN_ORDER', posAliases: ['dollar', 'cheap'] },
      'cheap',
    ],
  ])('send a payment to %s', async (_name, options, alias) => {
    expect((await pay(options)).pos).toMatchObject({ alias })
  })

  it('hold with instalments, at the commission of the POS that takes them', async () => {
    const payment = await pay({ orderingRule: 'LOW_COMMISSION_RATE' }, { installment: 3, paidPrice: 102 })
    expect(payment).toMatchObject({ pos: { alias: 'cheap' }, bankCommissionRate: 1 })
  })

  it('hold for 3D Secure', async () => {
    const callbackUrl = `${testServer.merchant.url}/callback`
    const request = {
      ...paymentRequest({ card: bonus }),
      callbackUrl,
      routingOptions: { posAliases: ['cheap'] },
    }
    const { paymentId } = await payments().init3DSPayment(request)
    expect((await payments().retrievePayment(paymentId)).pos).toMatchObject({ alias: 'cheap' })
  })

  it('give way to posAlias', async () => {
    expect((await pay({ orderingRule: 'LOW_COMMISSION_RATE' }, { posAlias: 'own' })).pos).toMatchObject({
      alias: 'own',
    })
  })

  it('name no POS that is not there, and none that may not', async () => {
    expect(await refusal(pay({ posAliases: ['nobody'] }))).toMatchObject({ code: '4031' })
    expect(await refusal(pay({ posAliases: ['dollar'] }))).toMatchObject({ code: '4030' })
  })

  it('price the hosted page’s instalments, and send its payment there', async () => {
    const request = {
      ...checkoutRequest(`${testServer.merchant.url}/callback`),
      routingOptions: { posAliases: ['cheap'] },
    }
    const { token, pageUrl } = await payments().initCheckoutPayment(request)
    const shopper = new Shopper()
    await shopper.open(pageUrl)
    await shopper.pay({ card: testCards.success, installment: 3 })
    expect(await payments().retrieveCheckoutPayment(token)).toMatchObject({
      paidPrice: 102,
      pos: { alias: 'cheap' },
    })
  })
})

describe('blockageDay', () => {
  const items = ITEMS.map((item, index) => (index === 0 ? { ...item, blockageDay: 7 } : item))

  it('says when an item’s money may be paid out', async () => {
    const { id, paymentTransactions } = await pay({}, { items })
    expect(paymentTransactions.map(({ blockageResolvedDate }) => String(blockageResolvedDate))).toEqual([
      '2026-03-17T12:00:00',
      '2026-03-10T12:00:00',
      '2026-03-10T12:00:00',
    ])
    const report = await testServer.client.paymentReporting().retrievePaymentTransactions(id)
    expect(report.items.map(({ blockageResolvedDate }) => String(blockageResolvedDate))).toContain(
      '2026-03-17T12:00:00',
    )
  })

  it('holds for the hosted page', async () => {
    const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), items }
    const { token, pageUrl } = await payments().initCheckoutPayment(request)
    const shopper = new Shopper()
    await shopper.open(pageUrl)
    await shopper.pay({ card: testCards.success })
    const { paymentTransactions } = await payments().retrieveCheckoutPayment(token)
    expect(String(paymentTransactions[0]?.blockageResolvedDate)).toBe('2026-03-17T12:00:00')
  })
})
