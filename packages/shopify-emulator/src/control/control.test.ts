import { request } from 'undici'
import { gid, newCheckout, pay } from '../test/buy'
import { RESOLVE } from '../test/documents'
import { callGraphQL, install, postJson } from '../test/requests'
import { openTestApp, SHOP, type TestApp } from '../test/test-app'

describe('the control', () => {
  let testApp: TestApp
  let token: string
  let id: string
  beforeAll(async () => {
    testApp = await openTestApp()
    token = await install(testApp)
  })
  beforeEach(async () => {
    testApp.emulator.control.reset()
    id = gid(await pay(testApp, await newCheckout(testApp)))
  })
  afterAll(() => testApp.close())

  const resolve = () => callGraphQL(testApp, { token, query: RESOLVE, variables: { id } })
  const stateOf = () => testApp.emulator.control.sessions().find((session) => session.gid === id)?.state
  const { objectContaining } = expect

  test.each([
    [{ kind: 'status', status: 503 } as const, 503],
    [{ kind: 'unauthorized' } as const, 401],
    [{ kind: 'access-denied' } as const, 403],
  ])('answers %o once, and nothing happens', async (fault, status) => {
    testApp.emulator.control.faults.add({ operation: 'paymentSessionResolve', ...fault })
    expect((await resolve()).status).toBe(status)
    expect(stateOf()).toBe('open')
    expect((await resolve()).status).toBe(200)
    expect(stateOf()).toBe('resolved')
  })

  test.each([
    ['throttled', 'THROTTLED'],
    ['shop-inactive', 'SHOP_INACTIVE'],
  ] as const)('answers %s with HTTP 200', async (kind, code) => {
    testApp.emulator.control.faults.add({ kind, shop: SHOP, times: 2 })
    for (const _ of [1, 2]) {
      const { status, body } = await resolve()
      expect({ status, code: body.errors?.[0]?.extensions?.code }).toEqual({ status: 200, code })
    }
    expect(stateOf()).toBe('open')
  })

  test('answers a web page where JSON was expected', async () => {
    testApp.emulator.control.faults.add({ kind: 'malformed' })
    expect(await resolve()).toEqual({ status: 200, body: {} })
  })

  test('cuts the connection before, or after, the mutation took effect', async () => {
    testApp.emulator.control.faults.add({ kind: 'drop-before' })
    await expect(resolve()).rejects.toThrow()
    expect(stateOf()).toBe('open')
    testApp.emulator.control.faults.add({ kind: 'drop-after-commit' })
    await expect(resolve()).rejects.toThrow()
    expect(stateOf()).toBe('resolved')
  })

  test('never answers a call that hangs', async () => {
    testApp.emulator.control.faults.add({ kind: 'hang' })
    const url = `${testApp.emulator.shopUrl(SHOP)}/payments_apps/api/2026-10/graphql.json`
    const call = fetch(url, { method: 'POST', body: '{}', signal: AbortSignal.timeout(100) })
    await expect(call).rejects.toThrow()
  })

  test('takes all of GraphQL down and up', async () => {
    testApp.emulator.control.down()
    await expect(resolve()).rejects.toThrow()
    testApp.emulator.control.up()
    expect((await resolve()).status).toBe(200)
  })

  test('lists the calls of the app with what became of them', async () => {
    testApp.emulator.control.faults.add({ kind: 'throttled' })
    await resolve()
    await resolve()
    expect(testApp.emulator.control.requests().slice(-2)).toEqual([
      objectContaining({ shop: SHOP, operation: 'paymentSessionResolve', id, outcome: 'throttled' }),
      objectContaining({ shop: SHOP, operation: 'paymentSessionResolve', id, outcome: 'ok' }),
    ])
  })

  test('is served over HTTP too, for JSON only', async () => {
    const { url } = testApp.emulator
    expect(await postJson(`${url}/control/faults`, { kind: 'status', status: 502 })).toEqual({
      status: 200,
      body: { data: null },
    })
    expect((await resolve()).status).toBe(502)
    expect((await postJson(`${url}/control/faults`, { kind: 'nonsense' })).status).toBe(400)
    expect((await postJson(`${url}/control/installed`, { shop: SHOP })).body.data).toEqual({
      installed: true,
    })
    const text = await fetch(`${url}/control/down`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; x=application/json' },
      body: '{}',
    })
    expect(text.status).toBe(400)
  })

  test.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of a page that a browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['for another host name, that a page let point here', { host: 'evil.example' }],
  ])('takes no order %s', async (_whose, headers) => {
    const { url } = testApp.emulator
    const statusOf = async (path: string) => {
      const answer = await request(`${url}${path}`, { method: 'POST', headers })
      await answer.body.dump()
      return answer.statusCode
    }
    expect(await statusOf('/control/down')).toBe(403)
    expect(await statusOf(`/${SHOP}/api/settings`)).toBe(403)
    expect((await resolve()).status).toBe(200)
  })

  test('shows nothing of a shop under another host name', async () => {
    const { url } = testApp.emulator
    const answer = await request(`${url}/${SHOP}/admin`, { headers: { host: 'evil.example' } })
    expect([answer.statusCode, await answer.body.text()]).toEqual([403, expect.stringContaining('Host')])
  })
})
