import { buy, gid, newCheckout, pay, press } from '../test/buy'
import { REFUND, RESOLVE } from '../test/documents'
import { callGraphQL, install } from '../test/requests'
import { openTestApp, SHOP, type TestApp } from '../test/test-app'
import { redirectUrlIn } from './redirect-url'

const GOOD = { status: 200, body: { redirect_url: 'https://app.example/pay/1' } }

describe('a session request', () => {
  let testApp: TestApp
  let token: string
  beforeEach(async () => {
    testApp = await openTestApp({ sessionRequests: { timeoutMs: 300, retryAfterMs: [10, 400] } })
    token = await install(testApp)
  })
  afterEach(() => testApp.close())

  const resolve = (id: string) => callGraphQL(testApp, { token, query: RESOLVE, variables: { id } })
  const errorsOf = async (id: string) => (await resolve(id)).body.data?.paymentSessionResolve?.userErrors

  test('shows a certificate that the app can trust; without it, or with another, it is refused', async () => {
    const { sessionRequests, sendSession } = testApp.emulator.control
    expect((await sendSession({ kind: 'payment' })).status).toBe(200)
    expect(await sessionRequests.withoutCertificate()).toBe(401)
    expect(await sessionRequests.withForeignCertificate({ kind: 'refund' })).toBe(401)
    expect(testApp.app.received.map(({ authorized }) => authorized)).toEqual([true, false, false])
  })

  test('is repeated under the same id when the app is slow or answers nonsense', async () => {
    testApp.app.answerWith(
      { status: 200, silent: true },
      { status: 200, body: { redirect_url: '/relative' } },
      GOOD,
    )
    expect((await pay(testApp, await newCheckout(testApp))).status).toBe(200)
    const ids = testApp.app.received.map(({ raw }) => JSON.parse(raw).id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(testApp.app.received.map(({ headers }) => headers['shopify-request-id'])).size).toBe(3)
  })

  test('whose answer was not read keeps the session from being resolved', async () => {
    const { control } = testApp.emulator
    control.sessionRequests.slow({ answerIgnored: true, times: 2 })
    const paying = pay(testApp, await newCheckout(testApp))
    await until(() => testApp.app.received.length === 2)
    const [session] = control.sessions()
    expect(session?.startAnswered).toBe(false)
    expect(await errorsOf(session?.gid ?? '')).toMatchObject([
      {
        message: expect.stringContaining(
          'the response to start_payment_session request has not been received',
        ),
      },
    ])
    const paid = await paying
    expect(await errorsOf(gid(paid))).toEqual([])
    expect(control.violations()).toEqual([])
  })

  test('of a refund whose answer was not read keeps the refund from being resolved', async () => {
    const checkout = await buy(testApp, token)
    const { control } = testApp.emulator
    control.sessionRequests.slow({ answerIgnored: true, times: 2 })
    const pressing = press(testApp, checkout, { button: 'refund', amount: 500 })
    await until(() => testApp.app.received.length === 3)
    const [refund] = control.transactions()
    const end = () => callGraphQL(testApp, { token, query: REFUND.resolve, variables: { id: refund?.gid } })
    const errors = async () => (await end()).body.data?.refundSessionResolve?.userErrors
    expect(await errors()).toMatchObject([{ code: 'REFUND_SESSION_INVALID_STATE' }])
    await pressing
    expect(await errors()).toEqual([])
    expect(control.violations()).toEqual([])
  })

  test('may come several times at once', async () => {
    testApp.emulator.control.sessionRequests.duplicate(3)
    expect((await pay(testApp, await newCheckout(testApp))).status).toBe(200)
    expect(testApp.app.received).toHaveLength(3)
    expect(testApp.emulator.control.violations()).toEqual([])
  })

  test('may come again long after it was answered, with the same body', async () => {
    const paid = await pay(testApp, await newCheckout(testApp))
    expect((await testApp.emulator.control.resendSession(gid(paid))).status).toBe(200)
    const [first, again] = testApp.app.received.map(({ raw }) => raw)
    expect(again).toBe(first)
  })

  test('that is answered differently the second time is a violation', async () => {
    testApp.emulator.control.sessionRequests.duplicate(2)
    testApp.app.answerWith(GOOD, { status: 200, body: { redirect_url: 'https://app.example/pay/other' } })
    await pay(testApp, await newCheckout(testApp))
    expect(testApp.emulator.control.violations()).toMatchObject([{ kind: 'different-answer', shop: SHOP }])
  })

  test('takes only an absolute address of fewer than 8192 bytes', () => {
    const answer = (redirect_url: unknown) => redirectUrlIn(JSON.stringify({ redirect_url }))
    const ofLength = (length: number) => 'https://a.example/'.padEnd(length, 'x')
    expect(answer(ofLength(8191))).toBe(ofLength(8191))
    for (const wrong of [ofLength(8192), '/pay', 'javascript:alert(1)', 5, undefined])
      expect(answer(wrong)).toBeUndefined()
    expect(redirectUrlIn('<html>')).toBeUndefined()
  })
})

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
