import { type Bench, openBench, SHOP } from '../test/bench'
import { gid, newCheckout, pay } from '../test/buy'
import { RESOLVE } from '../test/documents'
import { callGraphQL, install } from '../test/requests'
import { redirectUrlIn } from './redirect-url'

const GOOD = { status: 200, body: { redirect_url: 'https://app.example/pay/1' } }

describe('a session request', () => {
  let bench: Bench
  let token: string
  beforeEach(async () => {
    bench = await openBench({ sessionRequests: { timeoutMs: 300, retryAfterMs: [10, 400] } })
    token = await install(bench)
  })
  afterEach(() => bench.close())

  const resolve = (id: string) => callGraphQL(bench, { token, query: RESOLVE, variables: { id } })
  const errorsOf = async (id: string) => (await resolve(id)).body.data?.paymentSessionResolve?.userErrors

  test('shows a certificate that the app can trust; without it, or with another, it is refused', async () => {
    const { sessionRequests, sendSession } = bench.emulator.control
    expect((await sendSession({ kind: 'payment' })).status).toBe(200)
    expect(await sessionRequests.withoutCertificate()).toBe(401)
    expect(await sessionRequests.withForeignCertificate({ kind: 'refund' })).toBe(401)
    expect(bench.app.heard.map(({ authorized }) => authorized)).toEqual([true, false, false])
  })

  test('is repeated under the same id when the app is slow or answers nonsense', async () => {
    bench.app.answerWith(
      { status: 200, silent: true },
      { status: 200, body: { redirect_url: '/relative' } },
      GOOD,
    )
    expect((await pay(bench, await newCheckout(bench))).status).toBe(200)
    const ids = bench.app.heard.map(({ raw }) => JSON.parse(raw).id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(bench.app.heard.map(({ headers }) => headers['shopify-request-id'])).size).toBe(3)
  })

  test('whose answer was not read keeps the session from being resolved', async () => {
    const { control } = bench.emulator
    control.sessionRequests.slow({ answerIgnored: true, times: 2 })
    const paying = pay(bench, await newCheckout(bench))
    await until(() => bench.app.heard.length === 2)
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

  test('may come several times at once', async () => {
    bench.emulator.control.sessionRequests.duplicate(3)
    expect((await pay(bench, await newCheckout(bench))).status).toBe(200)
    expect(bench.app.heard).toHaveLength(3)
    expect(bench.emulator.control.violations()).toEqual([])
  })

  test('may come again long after it was answered, with the same body', async () => {
    const paid = await pay(bench, await newCheckout(bench))
    expect((await bench.emulator.control.resendSession(gid(paid))).status).toBe(200)
    const [first, again] = bench.app.heard.map(({ raw }) => raw)
    expect(again).toBe(first)
  })

  test('that is answered differently the second time is a violation', async () => {
    bench.emulator.control.sessionRequests.duplicate(2)
    bench.app.answerWith(GOOD, { status: 200, body: { redirect_url: 'https://app.example/pay/other' } })
    await pay(bench, await newCheckout(bench))
    expect(bench.emulator.control.violations()).toMatchObject([{ kind: 'different-answer', shop: SHOP }])
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
