import { buy, press, read, TOTAL } from '../test/buy'
import { CAPTURE, REFUND, VOID } from '../test/documents'
import { callGraphQL, install, type Json, postJson } from '../test/requests'
import { openTestApp, type TestApp } from '../test/test-app'

describe('an order', () => {
  let testApp: TestApp
  let token: string
  beforeEach(async () => {
    testApp = await openTestApp()
    token = await install(testApp)
  })
  afterEach(() => testApp.close())

  const call = (query: string, variables: object) => callGraphQL(testApp, { token, query, variables })
  const order = async (checkout: Json) => (await read(testApp, checkout)).order

  test('is refunded by sessions that name the payment, up to what was captured', async () => {
    const checkout = await buy(testApp, token)
    const first = await press(testApp, checkout, { button: 'refund', amount: 10_000 })
    expect(first).toMatchObject({ status: 201, body: { kind: 'refund', amount: 10_000, state: 'pending' } })
    const payment = JSON.parse(testApp.app.received[0]?.raw ?? '')
    expect(JSON.parse(testApp.app.received[1]?.raw ?? '')).toEqual({
      id: first.body.id,
      gid: `gid://shopify/RefundSession/${first.body.id}`,
      payment_id: payment.id,
      amount: '100.00',
      currency: 'TRY',
      test: true,
      merchant_locale: 'tr',
      proposed_at: expect.any(String),
    })
    expect(await order(checkout)).toMatchObject({
      refundPending: 10_000,
      refunded: 0,
      financialStatus: 'paid',
    })
    expect(await press(testApp, checkout, { button: 'refund', amount: TOTAL - 9_999 })).toMatchObject({
      status: 422,
      body: { code: 'more-than-captured' },
    })
    await call(REFUND.resolve, { id: first.body.gid })
    expect(await order(checkout)).toMatchObject({ refunded: 10_000, financialStatus: 'partially_refunded' })
    const rest = await press(testApp, checkout, { button: 'refund', amount: TOTAL - 10_000 })
    await call(REFUND.resolve, { id: rest.body.gid })
    expect(await order(checkout)).toMatchObject({
      refunded: TOTAL,
      refundPending: 0,
      financialStatus: 'refunded',
    })
  })

  test('shows why a refund was rejected, and can be refunded again', async () => {
    const checkout = await buy(testApp, token)
    const { body } = await press(testApp, checkout, { button: 'refund', amount: TOTAL })
    const reason = { code: 'PROCESSING_ERROR', merchantMessage: 'Banka reddetti' }
    const rejected = await call(REFUND.reject, { id: body.gid, reason })
    expect(rejected.body.data?.refundSessionReject?.userErrors).toEqual([])
    expect(
      (await call(REFUND.resolve, { id: body.gid })).body.data?.refundSessionResolve?.userErrors,
    ).toMatchObject([{ code: 'REFUND_SESSION_INVALID_STATE' }])
    expect(await order(checkout)).toMatchObject({
      refundPending: 0,
      transactions: [{ state: 'rejected', message: 'Banka reddetti' }],
    })
    expect((await press(testApp, checkout, { button: 'refund', amount: TOTAL })).status).toBe(201)
  })

  test('that was authorized is captured once, of all or of less', async () => {
    const checkout = await buy(testApp, token, 'authorization')
    expect(await order(checkout)).toMatchObject({
      financialStatus: 'authorized',
      authorized: TOTAL,
      captured: 0,
    })
    const more = await press(testApp, checkout, { button: 'capture', amount: TOTAL + 1 })
    expect(more).toMatchObject({ status: 422, body: { code: 'more-than-authorized' } })
    const { body } = await press(testApp, checkout, { button: 'capture', amount: 20_000 })
    expect((await press(testApp, checkout, { button: 'capture' })).status).toBe(422)
    expect((await press(testApp, checkout, { button: 'void' })).status).toBe(422)
    await call(CAPTURE.resolve, { id: body.gid })
    expect(await order(checkout)).toMatchObject({ financialStatus: 'paid', captured: 20_000 })
    expect((await press(testApp, checkout, { button: 'refund', amount: 20_001 })).status).toBe(422)
  })

  test('that was authorized can be voided, and is not captured after that', async () => {
    const checkout = await buy(testApp, token, 'authorization')
    const { body } = await press(testApp, checkout, { button: 'void' })
    expect(JSON.parse(testApp.app.received[1]?.raw ?? '')).not.toHaveProperty('amount')
    expect(await order(checkout)).toMatchObject({ voidPending: TOTAL, financialStatus: 'authorized' })
    expect((await press(testApp, checkout, { button: 'capture' })).status).toBe(422)
    await call(VOID.resolve, { id: body.gid })
    expect(await order(checkout)).toMatchObject({ financialStatus: 'voided', authorized: 0 })
    expect((await press(testApp, checkout, { button: 'capture' })).body).toMatchObject({
      code: 'nothing-authorized',
    })
  })

  test('that was paid can neither be captured nor voided', async () => {
    const checkout = await buy(testApp, token)
    for (const button of ['capture', 'void'])
      expect((await press(testApp, checkout, { button })).status).toBe(422)
  })

  test('keeps a refund that did not reach the app, and sends it again under the same id', async () => {
    const checkout = await buy(testApp, token)
    testApp.app.answerWith({ status: 503 })
    const { body } = await press(testApp, checkout, { button: 'refund', amount: 500 })
    expect(body).toMatchObject({ state: 'undelivered', message: 'HTTP 503' })
    testApp.app.answerWith({ status: 201 })
    const again = await postJson(
      `${testApp.emulator.shopUrl('zerdali.myshopify.com')}/api/orders/${checkout.id}/transactions/${body.id}/retry`,
    )
    expect(again.body).toMatchObject({ id: body.id, state: 'pending' })
    const ids = testApp.app.received.slice(1).map(({ raw }) => JSON.parse(raw).id)
    expect(new Set(ids)).toEqual(new Set([body.id]))
  })
})
