import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { type RawAnswer, type SignedCall, signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'

const FURTHER = { apiKey: 'further-key', secretKey: 'further-secret' }
const merchants = [
  { name: 'A', apiKey: 'a', secretKey: 'sa', furtherKeys: [FURTHER] },
  { name: 'B', apiKey: 'b', secretKey: 'sb' },
]

const testServer = useTestServer({ seed: { merchants } })

const control = () => testServer.sandbox.control
const settings = (change: Parameters<ReturnType<typeof control>['idempotency']['set']>[0]) =>
  control().idempotency.set(change)
const call = (sent: SignedCall, keys: { apiKey: string; secretKey: string } = testServer.sandbox) =>
  signedFetch({ url: testServer.sandbox.url, ...{ apiKey: keys.apiKey, secretKey: keys.secretKey } }, sent)

const path = '/payment/v1/card-payments'
const sale = (key: string | undefined, change: Parameters<typeof paymentRequest>[0] = {}) =>
  ({ method: 'POST', path, body: paymentRequest(change), key }) satisfies SignedCall
const declinedSale = (key: string) => sale(key, { card: newCard('5100050000006661') })
const fault = (kind: 'status' | 'status-after-commit' | 'drop-after-commit' | 'delay', change = {}) =>
  control().faults.add({ kind, match: { path }, ...change })

const payments = () => control().payments().length
const idOf = ({ text }: RawAnswer): number => JSON.parse(text).data.id

/** The first of two requests is slow, so that the second finds it at work. */
const bothRunning = (first: SignedCall, second: SignedCall) => {
  fault('delay', { ms: 100 })
  return Promise.all([call(first), call(second)])
}

describe('a repeated key', () => {
  it('gives the first result byte for byte, and nothing is done again', async () => {
    const first = await call(sale('key-1'))
    expect(first.status).toBe(200)
    expect(await call(sale('key-1'))).toEqual(first)
    expect(payments()).toBe(1)
  })

  it('gives it whatever the body and the path', async () => {
    const first = await call(sale('key-1'))
    expect(await call(sale('key-1', { price: 1, paidPrice: 1, items: [{ price: 1 }] }))).toEqual(first)
    const refund = { method: 'POST', path: '/payment/v1/refunds', body: { paymentId: idOf(first) } }
    expect(await call({ ...refund, key: 'key-1' })).toEqual(first)
    expect(control().refunds()).toEqual([])
  })

  it('gives the first result after the state has moved on', async () => {
    const first = await call(sale('key-1'))
    await call({
      method: 'POST',
      path: '/payment/v1/refunds',
      body: { paymentId: idOf(first) },
      key: 'key-2',
    })
    expect(await call(sale('key-1'))).toEqual(first)
  })

  it('holds on DELETE as well, also for an answer without content', async () => {
    const init = { method: 'POST', path: '/payment/v1/checkout-payments/init' }
    const opened = await call({ ...init, body: checkoutRequest('http://shop.test/callback'), key: 'init' })
    const { token } = JSON.parse(opened.text).data
    const expire = { method: 'DELETE', path: `/payment/v1/checkout-payments/${token}` }
    const first = await call({ ...expire, key: 'expire' })
    expect(first).toEqual({ status: 204, text: '' })
    expect(await call({ ...expire, key: 'expire' })).toEqual(first)
    expect(await call({ ...init, body: checkoutRequest('http://shop.test/callback'), key: 'init' })).toEqual(
      opened,
    )
    expect(control().checkouts()).toHaveLength(1)
  })

  it('does nothing on GET', async () => {
    const { text } = await call(sale(undefined))
    const read = {
      method: 'GET',
      path: `/payment-reporting/v1/payments/${JSON.parse(text).data.id}`,
      key: 'same',
    }
    const before = await call(read)
    await call({ method: 'POST', path: '/payment/v1/refunds', body: { paymentId: JSON.parse(text).data.id } })
    expect(await call(read)).not.toEqual(before)
  })

  it('is ignored on PUT', async () => {
    control().fraud.nextPayment('REVIEW')
    await call(sale(undefined))
    const id = control().payments()[0]?.fraudId
    const decide = (checkStatus: string) =>
      call({
        method: 'PUT',
        path: `/fraud/v1/fraud-checks/${id}/check-status`,
        body: { checkStatus },
        key: 'same',
      })
    await decide('FRAUD')
    await decide('NOT_FRAUD')
    expect(control().payments()[0]?.fraudAction).toBeUndefined()
  })

  it('of another merchant is another key', async () => {
    await call(sale('key-1'))
    expect((await call(sale('key-1'), { apiKey: 'b', secretKey: 'sb' })).status).toBe(200)
    expect(payments()).toBe(2)
  })

  it('that is different makes a second payment', async () => {
    await call(sale('key-1'))
    await call(sale('key-2'))
    await call(sale(undefined))
    expect(payments()).toBe(3)
  })

  it('needs the right signature all the same', async () => {
    await call(sale('key-1'))
    expect((await call(sale('key-1'), { apiKey: 'a', secretKey: 'wrong' })).status).toBe(401)
  })

  it('is forgotten when the sandbox is reset', async () => {
    await call(sale('key-1'))
    control().reset()
    await call(sale('key-1'))
    expect(payments()).toBe(1)
  })
})

describe('another request with the same key', () => {
  it('may be refused, while the same one is replayed', async () => {
    settings({ differentRequest: 'refuse' })
    const first = await call(sale('key-1'))
    expect(await call(sale('key-1', { conversationId: 'other' }))).toMatchObject({ status: 422 })
    expect(await call(sale('key-1'))).toEqual(first)
    expect(payments()).toBe(1)
  })
})

describe('two requests at once with the same key', () => {
  it('are both executed by default, and the one that ended first is the result', async () => {
    const [slow, quick] = await bothRunning(sale('key-1'), sale('key-1'))
    expect(idOf(slow)).not.toBe(idOf(quick))
    expect(payments()).toBe(2)
    const ids = [idOf(slow), idOf(quick)]
    expect(idOf(await call(sale('key-1')))).toBe(Math.min(...ids))
  })

  it('may have the second refused with 409', async () => {
    settings({ concurrent: 'refuse' })
    const answers = await bothRunning(sale('key-1'), sale('key-1'))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(payments()).toBe(1)
  })

  it('may have the second wait for the first result', async () => {
    settings({ concurrent: 'wait' })
    const [first, second] = await bothRunning(sale('key-1'), sale('key-1'))
    expect(second).toEqual(first)
    expect(payments()).toBe(1)
  })

  it('run the second that waited when the first left nothing to remember', async () => {
    settings({ concurrent: 'wait', rememberRefusals: false })
    const [first, second] = await bothRunning(declinedSale('key-1'), declinedSale('key-1'))
    expect([first?.status, second?.status]).toEqual([422, 422])
    expect(payments()).toBe(2)
  })
})

describe('a refusal', () => {
  it.each([
    [true, 422, 1],
    [false, 200, 2],
  ])('remembered: %s, so the same key with a good card gets %i', async (rememberRefusals, status, made) => {
    settings({ rememberRefusals })
    expect((await call(declinedSale('key-1'))).status).toBe(422)
    expect((await call(sale('key-1'))).status).toBe(status)
    expect(payments()).toBe(made)
  })

  it('by 429 is never remembered', async () => {
    fault('status', { status: 429 })
    expect((await call(sale('key-1'))).status).toBe(429)
    expect((await call(sale('key-1'))).status).toBe(200)
  })
})

describe('a server error', () => {
  it('before the work is no result: the same key does it', async () => {
    fault('status', { status: 500 })
    expect((await call(sale('key-1'))).status).toBe(500)
    expect((await call(sale('key-1'))).status).toBe(200)
    expect(payments()).toBe(1)
  })

  it('before the work may be remembered: the key is spent, and nothing was done', async () => {
    settings({ rememberServerErrors: true })
    fault('status', { status: 500 })
    const first = await call(sale('key-1'))
    expect(await call(sale('key-1'))).toEqual(first)
    expect(payments()).toBe(0)
  })

  it('after the work hides a result that the same key gets', async () => {
    fault('status-after-commit', { status: 502 })
    expect((await call(sale('key-1'))).status).toBe(502)
    expect(await call(sale('key-1'))).toMatchObject({ status: 200 })
    expect(payments()).toBe(1)
  })

  it('after the work may be remembered instead of the result', async () => {
    settings({ rememberServerErrors: true })
    fault('status-after-commit', { status: 502 })
    const first = await call(sale('key-1'))
    expect(first.status).toBe(502)
    expect(await call(sale('key-1'))).toEqual(first)
    expect(payments()).toBe(1)
  })

  it('after the work of a refusal hides the refusal, by the switch for refusals', async () => {
    settings({ rememberRefusals: false })
    fault('status-after-commit')
    expect((await call(declinedSale('key-1'))).status).toBe(503)
    expect((await call(sale('key-1'))).status).toBe(200)
  })

  it('may meet a replay, which stays what it was', async () => {
    const first = await call(sale('key-1'))
    fault('status', { status: 503, match: { path } })
    expect((await call(sale('key-1'))).status).toBe(503)
    expect(await call(sale('key-1'))).toEqual(first)
  })
})

describe('an answer that was lost after the work', () => {
  it('is replayed by the same key, and done again by another', async () => {
    fault('drop-after-commit')
    await expect(call(sale('key-1'))).rejects.toThrow('fetch failed')
    const replayed = await call(sale('key-1'))
    expect(idOf(replayed)).toBe(control().payments()[0]?.id)
    expect(payments()).toBe(1)
    await call(sale('key-2'))
    expect(payments()).toBe(2)
  })

  it('may be lost a second time, and is replayed by the third', async () => {
    fault('drop-after-commit', { times: 2 })
    for (let time = 0; time < 2; time += 1) await expect(call(sale('key-1'))).rejects.toThrow('fetch failed')
    expect((await call(sale('key-1'))).status).toBe(200)
    expect(payments()).toBe(1)
  })
})

describe('an old key', () => {
  it('is forgotten after a day of the sandbox clock', async () => {
    const first = await call(sale('key-1'))
    await control().clock.advance({ hours: 23, minutes: 59 })
    expect(await call(sale('key-1'))).toEqual(first)
    await control().clock.advance({ minutes: 1 })
    await call(sale('key-1'))
    expect(payments()).toBe(2)
  })

  it('may be forgotten after a minute', async () => {
    settings({ forgetAfterSeconds: 60 })
    await call(sale('key-1'))
    await control().clock.advance({ seconds: 59 })
    await call(sale('key-1'))
    expect(payments()).toBe(1)
    await control().clock.advance({ seconds: 1 })
    await call(sale('key-1'))
    expect(payments()).toBe(2)
  })
})

describe('after a change of API keys', () => {
  it.each([
    ['api-key', 2],
    ['merchant', 1],
  ] as const)('a key that is bound to the %s makes %i payments', async (boundTo, made) => {
    settings({ boundTo })
    await call(sale('key-1'))
    expect((await call(sale('key-1'), FURTHER)).status).toBe(200)
    expect(payments()).toBe(made)
    expect(
      control()
        .payments()
        .map(({ merchant }) => merchant),
    ).toEqual(Array(made).fill('a'))
  })
})

it('is set over HTTP as well, and says what it is set to', async () => {
  const post = (body: unknown) =>
    fetch(`${testServer.sandbox.url}/_control/idempotency`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect(await (await post({ concurrent: 'wait', forgetAfterSeconds: 60 })).json()).toEqual({
    data: { ...control().idempotency.settings(), concurrent: 'wait', forgetAfterSeconds: 60 },
  })
  expect((await post({ forgetAfterSeconds: 59 })).status).toBe(400)
  control().reset()
  expect(control().idempotency.settings()).toMatchObject({
    concurrent: 'execute',
    forgetAfterSeconds: 86_400,
  })
})
