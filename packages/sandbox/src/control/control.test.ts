import { request } from 'undici'
import { checkoutRequest, paymentRequest } from '../test/requests'
import { startTestServer } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer()

const control = () => testServer.sandbox.control
const pay = (conversationId = 'conversation-1') =>
  testServer.client.payment().createPayment(paymentRequest({ conversationId }))

describe('an API key that was deleted in the panel', () => {
  it('opens nothing until it is known again', async () => {
    control().apiKeys.revoke()
    await expect(pay()).rejects.toMatchObject({ _errorCode: '1000' })
    control().apiKeys.restore()
    expect(await pay()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('faults', () => {
  const connection = expect.objectContaining({ code: expect.stringMatching(/ECONNRESET|EPIPE/) })

  it('cut the connection after the work was done', async () => {
    control().faults.add({
      match: { method: 'POST', path: '/payment/v1/card-payments' },
      kind: 'drop-after-commit',
    })
    await expect(pay('lost-answer')).rejects.toEqual(connection)
    const found = await testServer.client.paymentReporting().searchPayments({ conversationId: 'lost-answer' })
    expect(found.items).toMatchObject([{ paymentStatus: 'SUCCESS' }])
    expect(control().requests()[0]).toMatchObject({
      status: 0,
      fault: 'drop-after-commit',
      conversationId: 'lost-answer',
    })
  })

  it('cut the connection before anything was done', async () => {
    control().faults.add({ match: { path: /card-payments$/ }, kind: 'drop-before' })
    await expect(pay()).rejects.toEqual(connection)
    expect(control().payments()).toEqual([])
    expect(await pay()).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('answer a status without doing the work, as often as asked', async () => {
    control().faults.add({ kind: 'status', status: 502, times: 2 })
    for (let n = 0; n < 2; n += 1) await expect(pay()).rejects.toMatchObject({ name: 'Error' })
    expect(control().requests()).toMatchObject([{ status: 502 }, { status: 502 }])
    await pay()
    expect(control().payments()).toHaveLength(1)
  })

  it('hit the nth request', async () => {
    control().faults.add({ match: { pathRegex: '^/payment/', nth: 2 }, kind: 'drop-before' })
    await pay()
    await expect(pay()).rejects.toEqual(connection)
    await pay()
    expect(control().payments()).toHaveLength(2)
  })

  it('delay the answer', async () => {
    control().faults.add({ kind: 'delay', ms: 120 })
    await pay()
    expect(control().requests()[0]?.ms).toBeGreaterThanOrEqual(119)
  })

  it('leave the control API and the console alone, and can be cleared', async () => {
    control().faults.add({ kind: 'drop-before', times: 10 })
    expect((await fetch(`${testServer.sandbox.url}/_control/faults`)).status).toBe(200)
    expect((await fetch(testServer.sandbox.url)).status).toBe(200)
    control().faults.clear()
    await pay()
  })

  it('make no sense with an unknown kind', () => {
    expect(() => control().faults.add({ kind: 'explode' as never })).toThrow()
  })
})

describe('callbacks', () => {
  async function buy() {
    const init = await testServer.client
      .payment()
      .initCheckoutPayment(checkoutRequest(`${testServer.merchant.url}/callback`))
    const shopper = new Shopper()
    await shopper.open(init.pageUrl)
    return shopper.pay({ card: testCards.success })
  }

  it('can be lost: the shopper sees a plain page and the merchant hears nothing', async () => {
    control().callbacks.lose()
    expect((await buy()).outcome).toBe('lost')
    expect(testServer.merchant.heard).toEqual([])
    control().callbacks.lose(false)
    expect((await buy()).outcome).toBe('returned')
  })

  it('can come twice', async () => {
    control().callbacks.duplicate()
    await buy()
    while (testServer.merchant.at('/callback').length < 2)
      await new Promise((resolve) => setImmediate(resolve))
    const [first, second] = testServer.merchant.at('/callback')
    expect(first?.body).toBe(second?.body)
  })
})

describe('what it shows', () => {
  it('has money by currency', async () => {
    const { id } = await pay()
    await testServer.client.payment().refundPayment({ paymentId: id })
    await testServer.client.payment().createPayment(paymentRequest({ paymentPhase: 'PRE_AUTH' as never }))
    expect(control().sums()).toEqual({ TRY: { captured: '100.00', refunded: '100.00', held: '100.00' } })
  })

  it('never has a card number, a name or a key in its requests and rows', async () => {
    await pay()
    const shown = JSON.stringify([control().requests(), control().payments(), control().refunds()])
    expect(shown).not.toContain('5258640000000001')
    expect(shown).not.toContain('Haluk')
    expect(shown).not.toContain(testServer.sandbox.secretKey)
  })

  it.each([
    ['SUCCESS', 'SUCCESS'],
    ['FAILURE', 'FAILURE'],
  ] as const)(
    'holds a payment on the page WAITING, and decides it later as %s',
    async (status, paymentStatus) => {
      const payment = () => testServer.client.payment()
      const { token, pageUrl } = await payment().initCheckoutPayment(
        checkoutRequest(`${testServer.merchant.url}/callback`),
      )
      control().payments.holdNext('WAITING')
      const shopper = new Shopper()
      await shopper.open(pageUrl)
      await shopper.pay({ card: testCards.success })
      expect(await payment().retrieveCheckoutPayment(token)).toMatchObject({ paymentStatus: 'WAITING' })
      expect(control().sums()).toEqual({})
      expect(control().payments.release(status)).toBe(1)
      expect(await payment().retrieveCheckoutPayment(token)).toMatchObject({ paymentStatus })
    },
  )

  it('is gone after a reset, and every fault setting is as at the start', async () => {
    const { id } = await pay()
    control().callbacks.lose()
    control().webhooks.lose()
    control().refunds.nextStatus('FAILURE')
    control().fraud.nextPayment('BLOCK')
    control().faults.add({ kind: 'drop-before', times: 9 })
    control().reset()
    expect([control().payments(), control().webhooks.list(), control().requests()]).toEqual([[], [], []])
    expect((await pay()).id).toBeGreaterThan(id)
  })

  it('can be made to tell another price and currency', async () => {
    const { id } = await pay()
    control().tamper(id, { price: 100, currency: 'USD' })
    expect(await testServer.client.payment().retrievePayment(id)).toMatchObject({ price: 1, currency: 'USD' })
    expect(control().sums()).toMatchObject({ TRY: { captured: '100.00' } })
  })
})

describe('over HTTP', () => {
  const get = async (path: string) => (await fetch(`${testServer.sandbox.url}/_control${path}`)).json()
  const post = (path: string, body?: object) =>
    fetch(`${testServer.sandbox.url}/_control${path}`, {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })

  it('reads what the library reads', async () => {
    await pay()
    for (const [path, rows] of [
      ['/payments', control().payments()],
      ['/checkouts', control().checkouts()],
      ['/refunds', control().refunds()],
      ['/webhooks', control().webhooks.list()],
      ['/sums', control().sums()],
    ] as const) {
      expect(await get(path)).toEqual({ data: JSON.parse(JSON.stringify(rows)) })
    }
  })

  it('moves the clock and delivers what falls due', async () => {
    await pay()
    expect(await (await post('/clock/advance', { seconds: 30 })).json()).toEqual({
      data: { now: '2026-03-10T09:00:30.000Z' },
    })
    expect(testServer.merchant.at('/webhook')).toHaveLength(1)
    expect(await get('/clock')).toEqual({ data: { now: '2026-03-10T09:00:30.000Z' } })
  })

  it('turns every switch', async () => {
    const orders: [string, object?][] = [
      ['/faults', { match: { path: '/nowhere' }, kind: 'delay', ms: 1 }],
      ['/faults/clear'],
      ['/webhooks/pause'],
      ['/webhooks/resume'],
      ['/webhooks/flush'],
      ['/webhooks/duplicate', { copies: 2 }],
      ['/webhooks/reorder', { on: true }],
      ['/webhooks/lose', {}],
      ['/webhooks/url', { url: `${testServer.merchant.url}/elsewhere` }],
      ['/callbacks/lose', { on: true }],
      ['/callbacks/duplicate', { on: false }],
      ['/callbacks/hash-as-text', { on: true }],
      ['/refunds/next', { status: 'WAITING' }],
      ['/refunds/finish', {}],
      ['/fraud/next', { action: 'REVIEW' }],
      ['/payments/hold', { status: 'WAITING' }],
      ['/payments/release', { status: 'FAILURE' }],
      ['/pos/margin', { percent: 20 }],
      ['/api-keys/revoke', {}],
      ['/api-keys/restore', {}],
      ['/reset'],
    ]
    for (const [path, body] of orders) expect([path, (await post(path, body)).status]).toEqual([path, 200])
  })

  it('decides a payment that waits for its money, once', async () => {
    await post('/payments/hold', { status: 'WAITING' })
    await pay()
    const [waiting] = control().payments()
    const decision = { paymentId: waiting?.id, status: 'FAILURE' }
    expect((await post('/payments/decide', decision)).status).toBe(200)
    expect(control().payments()).toMatchObject([{ status: 'FAILURE' }])
    expect((await post('/payments/decide', decision)).status).toBe(400)
  })

  it('says what is wrong with an order', async () => {
    expect((await post('/refunds/next', { status: 'MAYBE' })).status).toBe(400)
    expect((await post('/fraud/decide', { id: 1, status: 'FRAUD' })).status).toBe(400)
    expect((await post('/webhooks/resend', { id: 'nothing' })).status).toBe(400)
  })

  const headersOf = {
    'of another origin': { origin: 'http://evil.example' },
    'of a page that a browser calls another site': { 'sec-fetch-site': 'cross-site' },
    'for another host name, that a page let point here': { host: 'evil.example' },
  }

  it.each(Object.entries(headersOf))('takes no order and tells no keys %s', async (_whose, headers) => {
    await pay()
    for (const [method, path] of [
      ['POST', '/_control/reset'],
      ['POST', '/_control/clock/advance'],
      ['POST', '/_control/webhooks/url'],
      ['GET', '/_control/payments'],
      ['GET', '/_console/data'],
      ['GET', '/_console/view'],
      ['GET', '/'],
    ] as const) {
      const answer = await request(`${testServer.sandbox.url}${path}`, { method, headers })
      expect([path, answer.statusCode]).toEqual([path, 403])
      expect(await answer.body.text()).not.toContain(testServer.sandbox.secretKey)
    }
    expect(control().payments()).toHaveLength(1)
  })

  it('takes JSON by its media type, not by what stands beside it', async () => {
    await pay()
    const headers = { 'content-type': 'text/plain; x=application/json' }
    const disguised = await fetch(`${testServer.sandbox.url}/_control/reset`, {
      method: 'POST',
      headers,
      body: '{}',
    })
    expect(disguised.status).toBe(400)
    expect(control().payments()).toHaveLength(1)
  })

  it('may be asked for by a name of its own', async () => {
    const named = await startTestServer({ allowedHosts: ['craftgate-sandbox'] })
    const headers = { host: 'craftgate-sandbox:4010' }
    const answer = await request(`${named.sandbox.url}/_control/clock`, { headers })
    await answer.body.dump()
    await named.close()
    expect(answer.statusCode).toBe(200)
  })
})
