import { CART, gid, newCheckout, pay, read, TOTAL } from '../test/buy'
import { PENDING, REJECT, RESOLVE } from '../test/documents'
import { callGraphQL, install, postJson } from '../test/requests'
import { openTestApp, SHOP, type TestApp } from '../test/test-app'

describe('a payment', () => {
  let testApp: TestApp
  let token: string
  beforeEach(async () => {
    testApp = await openTestApp()
    token = await install(testApp)
  })
  afterEach(() => testApp.close())

  const call = (query: string, variables: object) => callGraphQL(testApp, { token, query, variables })

  test('is posted to the app with the fields and headers of Shopify', async () => {
    const checkout = await newCheckout(testApp)
    const paid = await pay(testApp, checkout)
    expect(paid).toEqual({
      status: 200,
      body: { session: expect.any(String), redirect_url: 'https://app.example/pay/1' },
    })
    const [received] = testApp.app.received
    expect(received?.authorized).toBe(true)
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json',
      'shopify-shop-domain': SHOP,
      'shopify-api-version': '2026-10',
      'shopify-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(JSON.parse(received?.raw ?? '')).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9]{24}$/),
      gid: gid(paid),
      group: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      session_id: expect.any(String),
      amount: '271.90',
      currency: 'TRY',
      test: true,
      merchant_locale: 'tr',
      payment_method: {
        type: 'offsite',
        data: { cancel_url: `${testApp.emulator.shopUrl(SHOP)}/checkout/${checkout.id}` },
      },
      proposed_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      kind: 'sale',
      customer: expect.objectContaining({ email: 'ayse.yilmaz@example.com', locale: 'tr-TR' }),
      transaction_metadata: {
        shipping: { price: '25.00', discount: '0.00' },
        tax_amount: '0.00',
        order_level_discount: '0.00',
        localized_fields: [],
      },
    })
  })

  test('makes an order when it is resolved, though the buyer never comes back', async () => {
    const checkout = await newCheckout(testApp)
    const { body } = await call(RESOLVE, { id: gid(await pay(testApp, checkout)) })
    expect(body.data?.paymentSessionResolve?.paymentSession).toMatchObject({
      state: { code: 'RESOLVED' },
      nextAction: { action: 'REDIRECT', context: { redirectUrl: expect.stringMatching(/\/thank-you$/) } },
    })
    expect((await read(testApp, checkout)).order).toMatchObject({
      number: '#1001',
      amount: TOTAL,
      currency: 'TRY',
      financialStatus: 'paid',
      authorized: TOTAL,
      captured: TOTAL,
    })
    expect((await pay(testApp, checkout)).status).toBe(409)
  })

  test('keeps its amount when the cart changes under it', async () => {
    const checkout = await newCheckout(testApp)
    const paid = await pay(testApp, checkout)
    const lines = checkout.lines as unknown as readonly { readonly id: string }[]
    await postJson(`${testApp.emulator.shopUrl(SHOP)}/api/checkouts/${checkout.id}/lines/${lines[0]?.id}`, {
      quantity: 5,
    })
    await call(RESOLVE, { id: gid(paid) })
    expect(await read(testApp, checkout)).toMatchObject({ total: 64_225, order: { amount: TOTAL } })
  })

  test('that was rejected leaves the checkout open for a new session of the same group', async () => {
    const checkout = await newCheckout(testApp)
    const reason = { code: 'INSUFFICIENT_FUNDS', merchantMessage: 'Bakiye yetersiz', source: 'NETWORK' }
    const { body } = await call(REJECT, { id: gid(await pay(testApp, checkout)), reason })
    expect(body.data?.paymentSessionReject?.paymentSession).toMatchObject({
      state: {
        code: 'REJECTED',
        reason: 'INSUFFICIENT_FUNDS',
        merchantMessage: 'Bakiye yetersiz',
        source: 'NETWORK',
      },
      nextAction: { context: { redirectUrl: checkout.url } },
    })
    await call(RESOLVE, { id: gid(await pay(testApp, checkout)) })
    const { sessions, order } = await read(testApp, checkout)
    expect(sessions).toMatchObject([{ state: 'rejected' }, { state: 'resolved' }])
    expect(order).toMatchObject({ financialStatus: 'paid' })
    expect(new Set(testApp.app.received.map(({ raw }) => JSON.parse(raw).group)).size).toBe(1)
    expect(testApp.emulator.control.violations()).toEqual([])
  })

  test('that is reviewed makes a pending order, and is paid when it is resolved', async () => {
    const checkout = await newCheckout(testApp)
    const id = gid(await pay(testApp, checkout))
    const at = new Date(Date.now() + 3_600_000).toISOString()
    await call(PENDING, { id, at, reason: 'PARTNER_ACTION_REQUIRED' })
    expect((await read(testApp, checkout)).order).toMatchObject({
      financialStatus: 'pending',
      authorized: 0,
      pendingAmount: TOTAL,
    })
    await call(RESOLVE, { id })
    expect((await read(testApp, checkout)).order).toMatchObject({ financialStatus: 'paid', pendingAmount: 0 })
  })

  test('that was waited for long enough is not resolved any more', async () => {
    let now = Date.now()
    const waiting = await openTestApp({ clock: () => now })
    const ask = async (query: string, variables: object) =>
      callGraphQL(waiting, { token: await install(waiting), query, variables })
    const id = gid(await pay(waiting, await newCheckout(waiting)))
    const at = new Date(now + 3_600_000).toISOString()
    await ask(PENDING, { id, at, reason: 'BUYER_ACTION_REQUIRED' })
    now += 3_600_000
    for (const [query, more] of [
      [RESOLVE, {}],
      [REJECT, { reason: { code: 'PROCESSING_ERROR' } }],
    ] as const) {
      const { data } = (await ask(query, { id, ...more })).body
      expect(data?.paymentSessionResolve?.userErrors ?? data?.paymentSessionReject?.userErrors).toHaveLength(
        1,
      )
    }
    await waiting.close()
  })

  test('takes over the order of another that was reviewed and rejected', async () => {
    const checkout = await newCheckout(testApp)
    const [reviewed, other] = [gid(await pay(testApp, checkout)), gid(await pay(testApp, checkout))]
    const at = new Date(Date.now() + 3_600_000).toISOString()
    await call(PENDING, { id: reviewed, at, reason: 'NETWORK_ACTION_REQUIRED' })
    await call(REJECT, { id: reviewed, reason: { code: 'FRAUD_SUSPECTED' } })
    expect((await read(testApp, checkout)).order).toMatchObject({ financialStatus: 'voided', authorized: 0 })
    await call(RESOLVE, { id: other })
    expect((await read(testApp, checkout)).order).toMatchObject({ number: '#1001', financialStatus: 'paid' })
    expect(testApp.emulator.control.violations()).toEqual([])
  })

  test('of a buyer without email and phone names no customer', async () => {
    await pay(testApp, await newCheckout(testApp, { ...CART, customer: {} }))
    expect(JSON.parse(testApp.app.received[0]?.raw ?? '')).not.toHaveProperty('customer')
  })

  test('of a checkout that another session has paid is a violation', async () => {
    const checkout = await newCheckout(testApp)
    const [first, second] = [await pay(testApp, checkout), await pay(testApp, checkout)]
    await call(RESOLVE, { id: gid(first) })
    const { body } = await call(RESOLVE, { id: gid(second) })
    expect(body.data?.paymentSessionResolve?.userErrors).toEqual([])
    expect(testApp.emulator.control.violations()).toMatchObject([
      { kind: 'second-payment-in-group', shop: SHOP, gid: gid(second) },
    ])
    expect(testApp.emulator.control.orders()).toHaveLength(1)
  })

  test('that the app does not take shows on the checkout page, and can be tried again', async () => {
    const checkout = await newCheckout(testApp)
    testApp.app.answerWith({ status: 500 })
    expect(await pay(testApp, checkout)).toMatchObject({ status: 502, body: { error: 'no-answer' } })
    expect(testApp.app.received).toHaveLength(4)
    expect(new Set(testApp.app.received.map(({ raw }) => JSON.parse(raw).id)).size).toBe(1)
    expect(await (await fetch(String(checkout.url))).text()).toContain('id="payment-alert"')
    testApp.app.answerWith({ status: 200, body: { redirect_url: 'https://app.example/pay/2' } })
    expect((await pay(testApp, checkout)).status).toBe(200)
  })

  test('needs a merchant who has activated the app', async () => {
    testApp.emulator.control.settings(SHOP, { active: false })
    expect(await pay(testApp, await newCheckout(testApp))).toMatchObject({
      status: 422,
      body: { error: 'not-ready' },
    })
  })

  test.each([
    ['JPY', '1100'],
    ['KWD', '2.750'],
  ])('in %s is written with its own decimals', async (currency, amount) => {
    await pay(testApp, await newCheckout(testApp, { ...CART, currency }))
    expect(JSON.parse(testApp.app.received[0]?.raw ?? '')).toMatchObject({ amount, currency })
  })
})
