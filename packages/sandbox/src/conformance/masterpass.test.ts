import { answerOf, callApi } from '../test/call-api'
import { checkoutRequest, paymentRequest } from '../test/requests'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })

const V2 = '/payment/v2/masterpass-payments'
type Keys = (typeof TWO_MERCHANTS)[number]
interface Generated {
  readonly referenceId: string
  readonly token: string
  readonly orderNo: string
}
interface Purchase {
  readonly responseCode: string
  readonly cards?: readonly { readonly Name: string; readonly Value1: string }[]
  readonly token?: string
  readonly url3D?: string
}

function requestOf({ createPayment, ...change }: { createPayment?: object } & Record<string, unknown> = {}) {
  const { callbackUrl: _callbackUrl, ...sale } = checkoutRequest('')
  return {
    ...{ msisdn: '905551112233', userId: 'user-1', binNumber: '404308', forceThreeDS: false },
    createPayment: { ...sale, installment: 1, ...createPayment },
    ...change,
  }
}
const generate = (change: Parameters<typeof requestOf>[0] = {}) =>
  answerOf<Generated>(testServer, `${V2}/generate-token`, requestOf(change))
const complete = (referenceId: string, token = 'token', keys?: Keys) =>
  callApi<{ id: number }>(testServer, `${V2}/complete`, { referenceId, token }, keys)
const initThreeDS = (referenceId: string, keys?: Keys) =>
  callApi<{ paymentId: number; returnUrl: string }>(
    testServer,
    `${V2}/3ds-init`,
    { referenceId, callbackUrl: `${testServer.merchant.url}/callback` },
    keys,
  )
const completeThreeDS = (paymentId: number, keys?: Keys) =>
  callApi<{ paymentStatus: string }>(testServer, `${V2}/3ds-complete`, { paymentId }, keys)
const webhooks = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, status }) => `${eventType} ${status}`)

/** What Masterpass's script does in the shopper's browser. */
async function script(
  path: 'cards' | 'purchase' | 'validate',
  fields: Record<string, string>,
): Promise<Purchase> {
  const url = `${testServer.sandbox.url}/masterpass/${path}`
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  return (await answer.json()) as Purchase
}

async function approvedToken({ token }: Generated): Promise<string> {
  expect(await script('purchase', { token })).toEqual({ responseCode: '5001' })
  const { token: completion } = await script('validate', { token, code: '283126' })
  return String(completion)
}

describe('a telephone number', () => {
  const check = (masterpassGsmNumber?: string) =>
    callApi(testServer, '/payment/v1/masterpass-payments/check-user', { masterpassGsmNumber })

  it('has an account, none, or a locked one', async () => {
    expect(await check('905551112233')).toMatchObject({
      data: { hasMasterpassAccount: true, isMasterpassAccountLocked: false, isEligibleToUseMasterpass: true },
    })
    expect(await check('905551110404')).toMatchObject({
      data: { hasMasterpassAccount: false, isEligibleToUseMasterpass: false },
    })
    expect(await check('905551110423')).toMatchObject({
      data: { hasMasterpassAccount: true, isMasterpassAccountLocked: true },
    })
  })

  it.each([undefined, '5551112233', '90555111223'])('is refused as %s', async (number) => {
    expect(await check(number)).toMatchObject({ errorCode: '4000' })
  })
})

describe('a payment by one-time code', () => {
  it('is paid with the token that the code gave, as a card payment', async () => {
    const generated = await generate({ createPayment: { installment: 3, paidPrice: 103.75 } })
    const { data } = await complete(generated.referenceId, await approvedToken(generated))
    expect(data).toMatchObject({
      ...{ paymentStatus: 'SUCCESS', paymentType: 'CARD_PAYMENT', paymentProvider: 'MASTERPASS' },
      ...{ binNumber: '40430800', installment: 3, paidPrice: 103.75, orderId: generated.orderNo },
      ...{ paymentSource: 'API', isThreeDS: false },
    })
    expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
  })

  it('wants exactly that token, once, of the same merchant, in time', async () => {
    const generated = await generate()
    const { referenceId } = generated
    expect(await complete(referenceId, 'undefined')).toMatchObject({ errorCode: '4123' })
    const token = await approvedToken(generated)
    expect(await complete(referenceId, generated.token)).toMatchObject({ errorCode: '4123' })
    expect(await complete(referenceId, token, TWO_MERCHANTS[1])).toMatchObject({ errorCode: '4120' })
    expect(await complete(referenceId, token)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
    expect(await complete(referenceId, token)).toMatchObject({ errorCode: '4121' })
    const late = await generate()
    const lateToken = await approvedToken(late)
    await testServer.sandbox.control.clock.advance({ minutes: 16 })
    expect(await complete(late.referenceId, lateToken)).toMatchObject({ errorCode: '4122' })
    expect(await script('purchase', { token: late.token })).toEqual({ responseCode: 'REFUSED' })
  })

  it('ends after three wrong codes', async () => {
    const { token } = await generate()
    const answers: string[] = []
    for (const code of ['1', '2', '3', '283126'])
      answers.push((await script('validate', { token, code })).responseCode)
    expect(answers).toEqual(['5001', '5001', 'REFUSED', 'REFUSED'])
  })

  it('is declined by the bank for a card of the failing ones, and its reference is used up', async () => {
    const generated = await generate({ binNumber: '51015200' })
    const token = await approvedToken(generated)
    expect(await complete(generated.referenceId, token)).toMatchObject({ errorGroup: 'STOLEN_CARD' })
    expect(await complete(generated.referenceId, token)).toMatchObject({ errorCode: '4121' })
    expect(webhooks()).toEqual(['API_AUTH FAILURE'])
  })

  it('is not asked for where the validation is none', async () => {
    const { referenceId, token } = await generate({ validationType: 'NONE' })
    const approved = await script('purchase', { token })
    expect(await complete(referenceId, approved.token)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
  })

  it('uses the points of the card', async () => {
    const loyalty = { type: 'REWARD_MONEY', reward: { cardRewardMoney: 10, firmRewardMoney: 0 } }
    const generated = await generate({ loyalty })
    const paid = await complete(generated.referenceId, await approvedToken(generated))
    expect(paid).toMatchObject({ data: { loyalty: { type: 'REWARD_MONEY' } } })
  })

  it('may be a pre-authorization', async () => {
    const generated = await generate({ createPayment: { paymentPhase: 'PRE_AUTH', bankOrderId: 'order-1' } })
    expect(generated.orderNo).toBe('order-1')
    const { data } = await complete(generated.referenceId, await approvedToken(generated))
    const captured = await testServer.client.payment().postAuthPayment(data?.id ?? 0, { paidPrice: 100 })
    expect(captured).toMatchObject({ paymentPhase: 'POST_AUTH', orderId: 'order-1' })
  })
})

describe('a payment with 3D Secure', () => {
  const start = () => generate({ forceThreeDS: true, masterpassIntegrationVersion: 2 })

  it('goes to the bank and back, and is completed by its id', async () => {
    const generated = await start()
    expect(generated).toMatchObject({ terminalGroupId: expect.any(String) })
    const { url3D } = await script('purchase', { token: generated.token })
    const { data } = await initThreeDS(generated.referenceId)
    const shopper = new Shopper()
    await shopper.open(`${url3D}&returnUrl=${data?.returnUrl}`)
    expect(await shopper.answerBank('ok')).toMatchObject({ outcome: 'returned' })
    const [callback] = testServer.merchant.at('/callback')
    const fields = Object.fromEntries(new URLSearchParams(callback?.body))
    expect(fields).toMatchObject({ status: 'SUCCESS', completeStatus: 'WAITING' })
    // The client's types ask for a Map, of which it reads the properties.
    const params = Object.assign(new Map<string, string>(), fields)
    const verified = await testServer.client
      .payment()
      .is3DSecureCallbackVerified('merchantCallbackKeySandbox', params)
    expect(verified).toBe(true)
    const paymentId = data?.paymentId ?? 0
    expect(await completeThreeDS(paymentId, TWO_MERCHANTS[1])).toMatchObject({ errorCode: '4001' })
    expect(await completeThreeDS(paymentId)).toMatchObject({
      data: { paymentStatus: 'SUCCESS', paymentProvider: 'MASTERPASS', isThreeDS: true },
    })
    expect(await completeThreeDS(paymentId)).toMatchObject({ errorCode: '4060' })
    expect(webhooks()).toEqual(['THREEDS_VERIFY SUCCESS', 'API_AUTH SUCCESS'])
  })

  it('is not completed by token, nor before the bank’s answer', async () => {
    const { referenceId, token } = await start()
    await script('purchase', { token })
    expect(await complete(referenceId)).toMatchObject({ errorCode: '4123' })
    expect(await script('validate', { token, code: '283126' })).toEqual({ responseCode: 'REFUSED' })
    const { data } = await initThreeDS(referenceId)
    expect(await completeThreeDS(data?.paymentId ?? 0)).toMatchObject({ errorCode: '4060' })
    expect(await initThreeDS(referenceId)).toMatchObject({ errorCode: '4121' })
  })

  it('leads to no other page than the bank’s', async () => {
    const { referenceId, token } = await start()
    const { url3D } = await script('purchase', { token })
    await initThreeDS(referenceId)
    expect((await fetch(`${url3D}&returnUrl=https://elsewhere.test`)).status).toBe(404)
  })

  it('is refused for a reference of another validation or merchant', async () => {
    const { referenceId } = await generate()
    expect(await initThreeDS(referenceId)).toMatchObject({ errorCode: '4124' })
    expect(await initThreeDS(referenceId, TWO_MERCHANTS[1])).toMatchObject({ errorCode: '4120' })
  })

  it('does not complete a card payment of another way', async () => {
    const { id } = await testServer.client.payment().createPayment(paymentRequest())
    expect(await completeThreeDS(id)).toMatchObject({ errorCode: '4092' })
  })
})

it.each<[string, Parameters<typeof requestOf>[0]]>([
  ['4000', { msisdn: '5551112233' }],
  ['4000', { createPayment: { installment: 13 } }],
  ['4005', { createPayment: { price: 99 } }],
  ['4033', { createPayment: { installment: 5 } }],
  ['4091', { createPayment: { currency: 'EUR' } }],
  ['4035', { loyalty: { type: 'POSTPONING_STATEMENT' } }],
])('a token is refused with %s for %j', async (errorCode, change) => {
  expect(await callApi(testServer, `${V2}/generate-token`, requestOf(change))).toMatchObject({ errorCode })
})

it('tells the rewards of a card in the account', async () => {
  const ask = (binNumber: string) =>
    callApi(testServer, `${V2}/loyalties/retrieve`, {
      ...{ msisdn: '905551112233', cardName: 'Kartım', binNumber },
    })
  expect(await ask('404308')).toMatchObject({
    data: { cardBrand: 'Bonus', loyalties: [{ type: 'REWARD_MONEY', reward: { cardRewardMoney: 12.35 } }] },
  })
  expect(await ask('999999')).toMatchObject({ errorGroup: 'BIN_NOT_FOUND' })
})

describe('Masterpass’s script', () => {
  it('lists the cards of an account, each by its name and first digits', async () => {
    const { cards = [] } = await script('cards', { msisdn: '905551112233', token: 'of Masterpass' })
    expect(cards).toContainEqual({ Name: 'Bonus kartım', Value1: '520922******0002' })
    const nobody = { responseCode: '1056' }
    expect(await script('cards', { msisdn: '905551110404', token: 'of Masterpass' })).toEqual(nobody)
    expect(await script('cards', { msisdn: '905551112233', token: '' })).toEqual(nobody)
  })

  it('refuses a purchase that tells another amount, order or card than its token', async () => {
    const { token, orderNo } = await generate({ binNumber: '520922' })
    const told = { token, orderNo, amount: '10000', listAccountName: 'Bonus kartım' }
    for (const wrong of [{ amount: '100' }, { orderNo: 'another' }, { listAccountName: 'Puanlı kartım' }])
      expect(await script('purchase', { ...told, ...wrong })).toEqual({ responseCode: 'REFUSED' })
    expect(await script('purchase', told)).toEqual({ responseCode: '5001' })
  })

  it.each(['jquery.js', 'mfs-client.js'])('is served in place of %s', async (name) => {
    const answer = await fetch(`${testServer.sandbox.url}/masterpass/${name}`)
    expect(answer.headers.get('content-type')).toMatch('text/javascript')
  })
})
