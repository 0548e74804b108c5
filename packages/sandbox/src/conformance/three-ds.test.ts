import { createHash } from 'node:crypto'
import type { SeedInput } from '../seed/seed'
import { newCard, paymentRequest } from '../test/requests'
import { refusal, startTestServer, type TestServer } from '../test/test-server'
import { Shopper } from '../testing/shopper'

const KEYS = { name: 'Shop', apiKey: 'key', secretKey: 'secret' }
const threeDPay: SeedInput = {
  merchants: [
    { ...KEYS, poses: [{ alias: 'pay', name: 'Pay', bank: 'AKBANK T.A.Ş.', threeDSModel: '3DPAY' }] },
  ],
}

let testServer: TestServer
afterEach(() => testServer.close())

async function start(cardNumber: string, additionalParams: Record<string, unknown> = {}) {
  const callbackUrl = `${testServer.merchant.url}/callback`
  const request = { ...paymentRequest({ card: newCard(cardNumber), additionalParams }), callbackUrl }
  return testServer.client.payment().init3DSPayment(request)
}

/** Walks through the bank's page; returns the form that the browser brings to the merchant. */
async function verify(init: { htmlContent: string }, answer: 'ok' | 'wrong-code' | 'cancel' = 'ok') {
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(init.htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
  const { callback } = await shopper.answerBank(answer)
  return { ...callback?.fields } as Record<string, string>
}

const complete = (paymentId: number) => testServer.client.payment().complete3DSPayment({ paymentId })
const events = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, status }) => `${eventType} ${status}`)

describe('a POS with the 3D model', () => {
  beforeEach(async () => {
    testServer = await startTestServer()
  })

  it('starts, verifies with a hash that the SDK accepts, and completes', async () => {
    const init = await start('5258640000000001')
    expect(init).toMatchObject({ paymentStatus: 'INIT_THREEDS', additionalAction: 'SHOW_HTML_CONTENT' })
    const fields = await verify(init)
    expect(fields).toMatchObject({
      status: 'SUCCESS',
      completeStatus: 'WAITING',
      paymentId: String(init.paymentId),
    })
    const params = fields as unknown as Map<string, string>
    const { callbackKey } = testServer.sandbox
    expect(await testServer.client.payment().is3DSecureCallbackVerified(callbackKey, params)).toBe(true)
    expect(await testServer.client.payment().retrievePayment(init.paymentId)).toMatchObject({
      paymentStatus: 'CALLBACK_THREEDS',
      mdStatus: 1,
    })
    expect(await complete(init.paymentId)).toMatchObject({ paymentStatus: 'SUCCESS', isThreeDS: true })
    expect(events()).toEqual(['THREEDS_VERIFY SUCCESS', 'API_AUTH SUCCESS'])
  })

  it('posts to the merchant what it hashed', async () => {
    const init = await start('5258640000000001')
    const fields = await verify(init)
    const [heard] = testServer.merchant.at('/callback')
    expect(Object.fromEntries(new URLSearchParams(heard?.body))).toEqual(fields)
  })

  it('hashes version 2 by hashParams, without delimiters', async () => {
    const fields = await verify(await start('5258640000000001', { threeDSCallbackVersion: 2 }))
    const named = fields.hashParams?.split(':') ?? []
    expect(named).toEqual(expect.arrayContaining(['status', 'paymentId', 'conversationId', 'mdStatus']))
    const hashed = testServer.sandbox.callbackKey + named.map((name) => fields[name] ?? '').join('')
    expect(fields.hash).toBe(createHash('sha256').update(hashed).digest('hex'))
    expect(fields.mdStatus).toBe('1')
  })

  it('says ALREADY_RETURNED when the page is answered again', async () => {
    const init = await start('5258640000000001')
    const html = Buffer.from(init.htmlContent, 'base64').toString('utf8')
    const tabs = [new Shopper(), new Shopper()]
    for (const tab of tabs) await tab.openHtml(html, testServer.sandbox.url)
    await tabs[0]?.answerBank('ok')
    const again = await tabs[1]?.answerBank('ok')
    expect(again?.callback?.fields).toMatchObject({ status: 'FAILURE', callbackStatus: 'ALREADY_RETURNED' })
    expect(await complete(init.paymentId)).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('fails with mdStatus 0 when the shopper gives up, and cannot be completed', async () => {
    const init = await start('5258640000000001')
    expect(await verify(init, 'cancel')).toMatchObject({ status: 'FAILURE', paymentId: '' })
    const { code, group } = await refusal(complete(init.paymentId))
    expect(Number(code)).toBeLessThan(10_000)
    expect(group).toBeUndefined()
    expect(events()).toEqual(['THREEDS_VERIFY FAILURE'])
  })

  it('gives up after three wrong codes', async () => {
    expect(await verify(await start('5258640000000001'), 'wrong-code')).toMatchObject({ status: 'FAILURE' })
  })

  it('takes nothing twice and nothing unverified', async () => {
    const init = await start('5258640000000001')
    expect(await refusal(complete(init.paymentId))).toMatchObject({ code: '4060' })
    await verify(init)
    await complete(init.paymentId)
    expect(await refusal(complete(init.paymentId))).toMatchObject({ code: '4060' })
  })

  it('tells both outcomes of completion by webhook', async () => {
    const init = await start('5100050000006661')
    await verify(init)
    expect(await refusal(complete(init.paymentId))).toMatchObject({
      code: '10051',
      group: 'NOT_SUFFICIENT_FUNDS',
    })
    expect(events()).toEqual(['THREEDS_VERIFY SUCCESS', 'API_AUTH FAILURE'])
  })
})

describe('a POS with the 3DPAY model', () => {
  beforeEach(async () => {
    testServer = await startTestServer({ seed: threeDPay })
  })

  it('takes the money at verification', async () => {
    const init = await start('5258640000000001')
    expect(await verify(init)).toMatchObject({ status: 'SUCCESS', completeStatus: 'COMPLETED' })
    expect(await testServer.client.payment().retrievePayment(init.paymentId)).toMatchObject({
      paymentStatus: 'SUCCESS',
    })
    expect(events()).toEqual(['API_VERIFY_AND_AUTH SUCCESS'])
  })

  it('tells the bank error at completion', async () => {
    const init = await start('5100050000006661')
    expect(await verify(init)).toMatchObject({ status: 'FAILURE' })
    expect(await refusal(complete(init.paymentId))).toMatchObject({ group: 'NOT_SUFFICIENT_FUNDS' })
    expect(events()).toEqual(['API_VERIFY_AND_AUTH FAILURE'])
  })
})

it('takes mdStatus 4 from a merchant with half verification', async () => {
  testServer = await startTestServer({
    seed: { merchants: [{ ...KEYS, threeDSVerification: 'HALF_THREEDS' }] },
  })
  const init = await start('5117280000006665')
  expect(await verify(init)).toMatchObject({ status: 'SUCCESS', completeStatus: 'WAITING' })
  expect(await complete(init.paymentId)).toMatchObject({ paymentStatus: 'SUCCESS', mdStatus: 4 })
})
