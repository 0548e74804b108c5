import { gid, newCheckout, pay } from '../test/buy'
import { PENDING, REJECT, RESOLVE } from '../test/documents'
import { callGraphQL, install } from '../test/requests'
import { OTHER_SHOP, openTestApp, SHOP, type TestApp } from '../test/test-app'
import { CONFLICT } from './payment-mutations'

const REASON = { code: 'CARD_DECLINED' }
const later = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
const DAY = 86_400_000

describe('the GraphQL API', () => {
  let testApp: TestApp
  let token: string
  let id: string
  beforeAll(async () => {
    testApp = await openTestApp()
    token = await install(testApp)
  })
  beforeEach(async () => {
    id = gid(await pay(testApp, await newCheckout(testApp)))
  })
  afterAll(() => testApp.close())

  const call = (query: string, variables: object = {}) => callGraphQL(testApp, { token, query, variables })

  test('names its versions, and what a call costs', async () => {
    const { body } = await call('{ publicApiVersions { handle supported } }')
    expect(body.data?.publicApiVersions).toContainEqual({ handle: '2026-10', supported: true })
    expect(body.extensions).toEqual({
      cost: {
        requestedQueryCost: 13,
        actualQueryCost: 10,
        throttleStatus: { maximumAvailable: 1_092_000, currentlyAvailable: 1_091_990, restoreRate: 54_600 },
      },
    })
  })

  test('gives the same answer to the same mutation, however often', async () => {
    const first = await call(RESOLVE, { id })
    expect(await call(RESOLVE, { id })).toEqual(first)
    expect(first.body.data?.paymentSessionResolve?.userErrors).toEqual([])
    expect(testApp.emulator.control.finalStates()).toContainEqual({
      gid: id,
      kind: 'payment',
      states: ['resolved'],
    })
  })

  test('keeps the first reason of a rejection that is repeated', async () => {
    await call(REJECT, { id, reason: REASON })
    const { body } = await call(REJECT, { id, reason: { code: 'DO_NOT_HONOR' } })
    expect(body.data?.paymentSessionReject?.paymentSession?.state).toMatchObject({ reason: 'CARD_DECLINED' })
  })

  test('refuses to resolve what was rejected, in the words of Shopify, and takes note of it', async () => {
    await call(REJECT, { id, reason: REASON })
    const { status, body } = await call(RESOLVE, { id })
    expect(status).toBe(200)
    expect(body.data?.paymentSessionResolve).toEqual({
      paymentSession: null,
      userErrors: [{ field: ['id'], message: CONFLICT }],
    })
    expect(testApp.emulator.control.violations()).toContainEqual(
      expect.objectContaining({ kind: 'second-final-state', gid: id }),
    )
  })

  test('validates documents and enums with the published schema', async () => {
    const wrong = await call(REJECT, { id, reason: { code: 'NO_SUCH_CODE' } })
    expect(wrong.status).toBe(200)
    expect(wrong.body.errors?.[0]?.message).toContain('NO_SUCH_CODE')
    const noCode = await call(`mutation { paymentSessionResolve(id: "${id}") { userErrors { code } } }`)
    expect(noCode.body.errors?.[0]?.message).toContain('Cannot query field "code" on type "UserError"')
  })

  test.each([
    ['in the past', -1000, 'EXPIRED_PENDING_EXPIRES_AT'],
    ['beyond three days', 4 * DAY, 'OUT_OF_RANGE_PENDING_EXPIRES_AT'],
  ])('refuses a pending payment that expires %s', async (_when, wait, code) => {
    const { body } = await call(PENDING, { id, at: later(wait), reason: 'BUYER_ACTION_REQUIRED' })
    expect(body.data?.paymentSessionPending?.userErrors).toMatchObject([{ code }])
  })

  test('lets a pending payment be rejected, and not be pending again after that', async () => {
    const variables = { id, at: later(DAY), reason: 'NETWORK_ACTION_REQUIRED' }
    const first = await call(PENDING, variables)
    expect(await call(PENDING, variables)).toEqual(first)
    expect((await call(REJECT, { id, reason: REASON })).body.data?.paymentSessionReject?.userErrors).toEqual(
      [],
    )
    expect((await call(PENDING, variables)).body.data?.paymentSessionPending?.userErrors).toMatchObject([
      { code: 'PENDING_INVALID_STATE' },
    ])
  })

  test.each([
    ['paymentSessionConfirm', '', 'CONFIRMATION_NOT_SUPPORTED'],
    ['paymentSessionRedirect', ', redirectUrl: "https://a.example"', 'REDIRECT_NOT_SUPPORTED_FOR_OFFSITE'],
    ['paymentSessionModal', ', action: {}', 'UNSUPPORTED_PAYMENT_METHOD_FOR_MODAL'],
  ])('has no %s for offsite apps', async (mutation, more, code) => {
    const { body } = await call(`mutation { ${mutation}(id: "${id}"${more}) { userErrors { code } } }`)
    expect(body.data?.[mutation]?.userErrors).toEqual([{ code }])
  })

  test('does not know sessions of another shop', async () => {
    const query =
      'mutation { paymentSessionPending(id: "gid://shopify/PaymentSession/x", pendingExpiresAt: "2030-01-01T00:00:00Z", reason: BUYER_ACTION_REQUIRED) { userErrors { code } } }'
    expect((await call(query)).body.data?.paymentSessionPending?.userErrors).toEqual([{ code: 'NOT_FOUND' }])
    const foreign = await callGraphQL(testApp, { token, query: RESOLVE, variables: { id }, shop: OTHER_SHOP })
    expect(foreign.status).toBe(401)
  })

  test('answers 404 to other versions and other shops, and 401 to a wrong token', async () => {
    const query = '{ publicApiVersions { handle } }'
    expect((await callGraphQL(testApp, { token, query, version: '2024-01' })).status).toBe(404)
    expect((await callGraphQL(testApp, { token, query, shop: 'nobody.myshopify.com' })).status).toBe(404)
    expect(await callGraphQL(testApp, { token: 'shpat_wrong', query })).toEqual({
      status: 401,
      body: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
    })
  })

  test('remembers what the app said of itself', async () => {
    const answer = await fetch(`${testApp.emulator.shopUrl(SHOP)}/api/settings`)
    expect(await answer.json()).toMatchObject({
      configuration: { ready: true, externalHandle: 'Zerdali Ltd' },
      ready: true,
    })
  })
})
