import { checkoutRequest, ITEMS, newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const merchants = [
  { name: 'A', apiKey: 'a', secretKey: 'sa', firstId: 100 },
  { name: 'B', apiKey: 'b', secretKey: 'sb', firstId: 100 },
]

const testServer = useTestServer({ seed: { merchants } })

const control = () => testServer.sandbox.control
const payment = () => testServer.client.payment()
const onlyPayment = () => control().payments()[0]
const events = () =>
  control()
    .webhooks.list()
    .map(({ eventType, status }) => `${eventType} ${status}`)

async function atPage() {
  const { token, pageUrl } = await payment().initCheckoutPayment(
    checkoutRequest(`${testServer.merchant.url}/callback`),
  )
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  return { token, shopper, found: () => payment().retrieveCheckoutPayment(token) }
}

describe('a payment on the hosted page that a test holds', () => {
  it.each(['INIT_THREEDS', 'CALLBACK_THREEDS', 'WAITING'] as const)(
    'stays %s after the shopper has returned, and is paid when it is released',
    async (status) => {
      const { shopper, found } = await atPage()
      control().payments.holdNext(status)
      const attempt = await shopper.pay({ card: testCards.success, threeDS: 'ok' })
      expect(attempt.outcome).toBe('returned')
      expect(await found()).toMatchObject({ paymentStatus: status })
      expect([events(), control().sums()]).toEqual([[], {}])
      expect(control().payments.release()).toBe(1)
      expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS', mdStatus: 1 })
      expect(events()).toEqual(['CHECKOUTFORM_AUTH SUCCESS'])
      expect(control().payments.release()).toBe(0)
    },
  )

  it.each(['INIT_THREEDS', 'CALLBACK_THREEDS', 'WAITING'] as const)(
    'is declined from %s when it is released so, and the page takes another try',
    async (status) => {
      const { shopper, found, token } = await atPage()
      control().payments.holdNext(status)
      await shopper.pay({ card: testCards.success, threeDS: 'ok' })
      expect(control().checkouts()).toMatchObject([{ token, state: 'paid' }])
      control().payments.release('FAILURE')
      expect(await found()).toMatchObject({
        paymentStatus: 'FAILURE',
        paymentError: { errorGroup: 'DECLINED' },
      })
      expect(control().checkouts()).toMatchObject([{ token, state: 'open' }])
    },
  )

  it('is the next one that reaches the status, and only that one', async () => {
    control().payments.holdNext('CALLBACK_THREEDS')
    const plain = await atPage()
    await plain.shopper.pay({ card: testCards.success })
    expect(await plain.found()).toMatchObject({ paymentStatus: 'SUCCESS' })
    const [first, second] = [await atPage(), await atPage()]
    for (const { shopper } of [first, second]) await shopper.pay({ card: testCards.success, threeDS: 'ok' })
    expect(await first.found()).toMatchObject({ paymentStatus: 'CALLBACK_THREEDS' })
    expect(await second.found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('keeps a decline that its card brings for the release', async () => {
    const { shopper, found } = await atPage()
    control().payments.holdNext('INIT_THREEDS')
    await shopper.pay({ card: testCards.threeDSMdStatus0, threeDS: 'ok' })
    expect(await found()).toMatchObject({ paymentStatus: 'INIT_THREEDS' })
    control().payments.release()
    expect(await found()).toMatchObject({ paymentStatus: 'FAILURE', mdStatus: 0 })
  })
})

describe('a payment of the API that a test holds', () => {
  async function atBank() {
    const callbackUrl = `${testServer.merchant.url}/callback`
    const started = await payment().init3DSPayment({ ...paymentRequest(), callbackUrl })
    const shopper = new Shopper()
    await shopper.openHtml(
      Buffer.from(started.htmlContent, 'base64').toString('utf8'),
      testServer.sandbox.url,
    )
    const complete = () => payment().complete3DSPayment({ paymentId: started.paymentId })
    return { shopper, complete }
  }

  it('INIT_THREEDS has no callback, and cannot be completed until the bank has answered', async () => {
    const { shopper, complete } = await atBank()
    control().payments.holdNext('INIT_THREEDS')
    expect((await shopper.answerBank('ok')).outcome).toBe('lost')
    expect(await refusal(complete())).toMatchObject({ code: '4060' })
    control().payments.release()
    expect(onlyPayment()).toMatchObject({ status: 'CALLBACK_THREEDS' })
    expect(await complete()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it.each(['CALLBACK_THREEDS', 'WAITING'] as const)(
    '%s is what its completion answers, as often as it is asked',
    async (status) => {
      const { shopper, complete } = await atBank()
      await shopper.answerBank('ok')
      control().payments.holdNext(status)
      for (let time = 0; time < 2; time += 1)
        expect(await complete()).toMatchObject({ paymentStatus: status })
      expect(events()).toEqual(['THREEDS_VERIFY SUCCESS'])
      control().payments.release()
      expect(onlyPayment()).toMatchObject({ status: 'SUCCESS' })
      expect(events()).toEqual(['THREEDS_VERIFY SUCCESS', 'API_AUTH SUCCESS'])
    },
  )

  it('WAITING without 3D Secure is answered so, and told when it is decided', async () => {
    control().payments.holdNext('WAITING')
    expect(await payment().createPayment(paymentRequest())).toMatchObject({ paymentStatus: 'WAITING' })
    expect(events()).toEqual([])
    control().payments.release('FAILURE')
    expect(events()).toEqual(['API_AUTH FAILURE'])
  })
})

describe('what runs out by the clock', () => {
  it('a payment that waits for its money fails after seven days', async () => {
    const { shopper, found } = await atPage()
    control().payments.holdNext('WAITING')
    await shopper.pay({ card: testCards.success })
    await control().clock.advance({ days: 6, hours: 23 })
    expect(await found()).toMatchObject({ paymentStatus: 'WAITING' })
    await control().clock.advance({ hours: 1 })
    expect(await found()).toMatchObject({ paymentStatus: 'FAILURE' })
    expect(control().payments.release()).toBe(0)
  })

  it.each([
    ['captured', (id: number) => payment().postAuthPayment(id, { paidPrice: 100 })],
    ['cancelled', (id: number) => payment().refundPayment({ paymentId: id })],
  ] as const)('a pre-authorization can be %s for thirty days, then it is gone', async (_name, end) => {
    const preAuthorize = () => payment().createPayment(paymentRequest({ paymentPhase: 'PRE_AUTH' as never }))
    const [early, late] = [await preAuthorize(), await preAuthorize()]
    await control().clock.advance({ days: 29, hours: 23 })
    await end(early.id)
    await control().clock.advance({ hours: 1 })
    expect(await refusal(end(late.id))).toMatchObject({ group: 'EXPIRED_PROVISION' })
    expect(await testServer.client.paymentReporting().retrievePayment(late.id)).toMatchObject({
      refundablePrice: 0,
    })
    expect(control().sums()).toMatchObject({ TRY: { held: '0.00' } })
  })

  it('a payment whose token died at the bank takes no money', async () => {
    const { shopper, found } = await atPage()
    await shopper.pay({ card: testCards.success, threeDS: 'stay' })
    await control().clock.advance({ hours: 2 })
    await shopper.answerBank('ok')
    expect(await found()).toMatchObject({ paymentStatus: 'FAILURE' })
  })

  it('but is paid all the same when a test wants it so', async () => {
    const { shopper, found } = await atPage()
    control().payments.payAfterExpiry()
    await shopper.pay({ card: testCards.success, threeDS: 'stay' })
    await control().clock.advance({ hours: 2 })
    expect((await shopper.answerBank('ok')).outcome).toBe('returned')
    expect(await found()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('two merchants', () => {
  const both = () =>
    merchants.map(({ apiKey, secretKey }) => clientOf({ url: testServer.sandbox.url, apiKey, secretKey }))

  it('have series of ids of their own, that may meet', async () => {
    const [a, b] = both()
    const [mine, theirs] = [
      await a?.payment().createPayment(paymentRequest({ conversationId: 'of-a' })),
      await b?.payment().createPayment(paymentRequest({ conversationId: 'of-b' })),
    ]
    expect(mine?.id).toBe(theirs?.id)
    await a?.payment().refundPayment({ paymentId: mine?.id ?? 0 })
    expect(control().payments()).toMatchObject([
      { merchant: 'a', refundable: '0.00' },
      { merchant: 'b', refundable: '100.00' },
    ])
    expect(await b?.paymentReporting().retrievePaymentRefunds(theirs?.id ?? 0)).toMatchObject({
      totalSize: 0,
    })
    expect(await b?.payment().retrievePayment(theirs?.id ?? 0)).toMatchObject({ conversationId: 'of-b' })
  })

  it('have refunds of transactions that do not count for each other', async () => {
    const [a, b] = both()
    const made = await Promise.all([a, b].map((client) => client?.payment().createPayment(paymentRequest())))
    const [transaction] = made[0]?.paymentTransactions ?? []
    await a?.payment().refundPaymentTransaction({
      paymentTransactionId: transaction?.id ?? 0,
      refundPrice: ITEMS[0]?.price ?? 0,
    })
    await b?.payment().refundPaymentTransaction({
      paymentTransactionId: transaction?.id ?? 0,
      refundPrice: ITEMS[0]?.price ?? 0,
    })
    expect(
      control()
        .payments()
        .map(({ refunded }) => refunded),
    ).toEqual(['30.00', '30.00'])
  })

  it('can be made to meet later on, by control and over HTTP', async () => {
    const [a, b] = both()
    await a?.payment().createPayment(paymentRequest({ card: newCard('5209220000000002') }))
    control().ids.startAt(500)
    await fetch(`${testServer.sandbox.url}/_control/ids`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ startAt: 500, apiKey: 'b' }),
    })
    const ids = await Promise.all([a, b].map((client) => client?.payment().createPayment(paymentRequest())))
    expect(ids.map((made) => made?.id)).toEqual([500, 500])
  })

  it('are told apart by control where their ids are the same', async () => {
    const [a, b] = both()
    const made = await Promise.all([a, b].map((client) => client?.payment().createPayment(paymentRequest())))
    const id = made[0]?.id ?? 0
    control().tamper(id, { price: 1 }, 'b')
    expect(await a?.payment().retrievePayment(id)).toMatchObject({ price: 100 })
    expect(await b?.payment().retrievePayment(id)).toMatchObject({ price: 0.01 })
  })
})
