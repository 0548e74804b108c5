import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

const payments = () => testServer.client.payment()
const report = (id: number) => testServer.client.paymentReporting().retrievePayment(id)
const callbackUrl = () => `${testServer.merchant.url}/callback`

/** Garanti's POS is the first choice for its own card, and out of order. */
const card = newCard('5209220000000002')
const breakPos = (group = 'DO_NOT_HONOUR') => testServer.sandbox.control.pos.refuse('garanti', group)
const pay = (change: object = {}) => payments().createPayment(paymentRequest({ card, ...change }))

describe('a refusal of the bank', () => {
  it('is tried again on a second POS', async () => {
    breakPos()
    const { id, pos } = await pay()
    expect(pos?.alias).toBe('yapikredi')
    expect(await report(id)).toMatchObject({ paymentStatus: 'SUCCESS', retryCount: 1 })
    testServer.sandbox.control.pos.refuse('garanti', undefined)
    const again = await pay()
    expect(again.pos?.alias).toBe('garanti')
    expect(await report(again.id)).toMatchObject({ retryCount: 0 })
  })

  it.each([
    ['the merchant said no', { retry: false }],
    ['the merchant named the POS', { posAlias: 'garanti' }],
    ['no other POS may take it', { routingOptions: { posAliases: ['garanti'] } }],
    ['no other POS sells these instalments to the card', { installment: 3 }],
  ])('is not where %s', async (_why, change) => {
    breakPos()
    expect(await refusal(pay(change))).toMatchObject({ group: 'DO_NOT_HONOUR' })
  })

  it('is not where a second POS would not help', async () => {
    breakPos('NOT_SUFFICIENT_FUNDS')
    expect(await refusal(pay())).toMatchObject({ group: 'NOT_SUFFICIENT_FUNDS' })
  })

  it('stands when the second refuses too', async () => {
    const own = testCards.doNotHonour.cardNumber
    expect(await refusal(pay({ card: newCard(own) }))).toMatchObject({ group: 'DO_NOT_HONOUR' })
    const [payment] = testServer.sandbox.control.payments()
    expect(await report(payment?.id ?? 0)).toMatchObject({ paymentStatus: 'FAILURE', retryCount: 1 })
  })

  it('before the bank’s page opens leads to the page of the second', async () => {
    breakPos()
    const request = { ...paymentRequest({ card }), callbackUrl: callbackUrl() }
    const { paymentId } = await payments().init3DSPayment(request)
    expect((await payments().retrievePayment(paymentId)).pos?.alias).toBe('yapikredi')
  })
})

describe('on the hosted page', () => {
  const open = async (change: object) => {
    const { token, pageUrl } = await payments().initCheckoutPayment({
      ...checkoutRequest(callbackUrl()),
      ...change,
    })
    const shopper = new Shopper()
    await shopper.open(pageUrl)
    return { token, shopper }
  }

  it('a refusal is tried again, unless init said no', async () => {
    breakPos()
    const { shopper, token } = await open({})
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
    expect((await payments().retrieveCheckoutPayment(token)).pos?.alias).toBe('yapikredi')
    const once = await open({ retry: false })
    expect(await once.shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'declined' })
  })

  it.each([
    [true, 'target="?_top'],
    [undefined, 'method="post" action="[^"]*"\\s+data-role="return"'],
  ])(
    'useTopRedirection %s sends the shopper back in the whole window, or not',
    async (useTopRedirection, form) => {
      const { shopper } = await open({ useTopRedirection })
      const { page } = await shopper.pay({ card: testCards.success, threeDS: 'ok', deliver: false })
      expect(page.html).toMatch(new RegExp(form))
    },
  )
})
