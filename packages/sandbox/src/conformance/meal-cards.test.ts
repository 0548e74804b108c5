import { answerOf, callApi } from '../test/call-api'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })

const ROOT = '/payment/v1/meal-voucher/card-tokenizations'
type Keys = (typeof TWO_MERCHANTS)[number]
interface Started {
  readonly sessionId: string
  readonly additionalAction: string
  readonly htmlContent?: string
  readonly redirectUrl?: string
}
interface Card {
  readonly sessionId: string
  readonly maskedCardNumber: string
  readonly fingerprint: string
}

const METROPOL = { cardNumber: '6375780115068760', userReferenceNumber: 'user-1', gsmNumber: '5556667788' }
const callbackUrl = () => `${testServer.merchant.url}/callback`
const bodyOf = (apmType: string, card: object) => ({ apmType, mealVoucherCardTokenizationData: card })
const start = (apmType: string, card: object) =>
  answerOf<Started>(testServer, `${ROOT}/init`, bodyOf(apmType, card))
const complete = (sessionId: string, validationCode?: string, keys?: Keys) =>
  callApi<Card>(testServer, `${ROOT}/${sessionId}/complete`, { validationCode }, keys)
const regenerate = (sessionId: string, card: object) =>
  callApi<Started>(testServer, `${ROOT}/${sessionId}/regenerate`, { mealVoucherCardTokenizationData: card })
const callbacks = () =>
  testServer.merchant.at('/callback').map(({ body }) => Object.fromEntries(new URLSearchParams(body)))

async function at({ htmlContent }: Started): Promise<Shopper> {
  const shopper = new Shopper()
  const html = Buffer.from(String(htmlContent), 'base64').toString('utf8')
  await shopper.openHtml(html, testServer.sandbox.url)
  return shopper
}

it.each(['SETCARD', 'SODEXO'])('%s is kept on the provider’s page', async (apmType) => {
  const started = await start(apmType, { callbackUrl: callbackUrl() })
  const { sessionId } = started
  expect(started).toMatchObject({ additionalAction: 'SHOW_HTML_CONTENT', redirectUrl: expect.any(String) })
  expect(await complete(sessionId)).toMatchObject({ errorCode: '4143' })
  expect(await (await at(started)).answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  expect(callbacks()).toEqual([{ sessionId, status: 'SUCCESS' }])
  expect(await complete(sessionId)).toMatchObject({
    data: { sessionId, maskedCardNumber: '637578******8760', balance: 500 },
  })
  expect(await complete(sessionId)).toMatchObject({ errorCode: '4141' })
})

it('is refused when the owner cancels, and may be begun again', async () => {
  const started = await start('SETCARD', { callbackUrl: callbackUrl() })
  const { sessionId } = started
  await (await at(started)).answerProvider('cancelled')
  expect(callbacks()).toEqual([{ sessionId, status: 'FAILURE' }])
  expect(await complete(sessionId)).toMatchObject({ errorGroup: 'APM_ERROR' })
  const { data } = await regenerate(sessionId, { callbackUrl: callbackUrl() })
  if (!data) throw new Error('The page was made again')
  await (await at(data)).answerProvider('paid')
  expect(await complete(sessionId)).toMatchObject({ data: { sessionId } })
})

it('shows a wrong number again, and nothing after the answer', async () => {
  const { redirectUrl = '', sessionId } = await start('SETCARD', { callbackUrl: callbackUrl() })
  const send = (fields: Record<string, string>) =>
    fetch(redirectUrl, { method: 'POST', body: new URLSearchParams(fields) })
  expect((await send({ action: 'approve', value: '12' })).status).toBe(422)
  expect(await complete(sessionId)).toMatchObject({ errorCode: '4143' })
  await send({ action: 'approve', value: '6375780115068760' })
  expect(await (await send({ action: 'cancel' })).text()).not.toContain('return-form')
  expect(await complete(sessionId)).toMatchObject({ data: { sessionId } })
})

it('METROPOL is kept by the code that the telephone gets, with three tries', async () => {
  const { sessionId, additionalAction } = await start('METROPOL', METROPOL)
  expect(additionalAction).toBe('OTP_REQUIRED')
  for (const errorCode of ['4144', '4144', '4144', '4145'])
    expect(await complete(sessionId, '000000')).toMatchObject({ errorCode })
  expect(await complete(sessionId, '283126')).toMatchObject({ errorCode: '4145' })
  expect(await regenerate(sessionId, METROPOL)).toMatchObject({
    data: { sessionId, additionalAction: 'OTP_REQUIRED' },
  })
  const { data } = await complete(sessionId, '283126')
  expect(data).toMatchObject({ maskedCardNumber: '637578******8760' })
  expect(await regenerate(sessionId, METROPOL)).toMatchObject({ errorCode: '4141' })
})

it('gives the same fingerprint for the same card, and keeps no number', async () => {
  const kept = async () => {
    const { sessionId } = await start('METROPOL', METROPOL)
    return (await complete(sessionId, '283126')).data?.fingerprint
  }
  const [first, second] = [await kept(), await kept()]
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toBe(first)
})

it('ends after a while, and is no other merchant’s', async () => {
  const { sessionId } = await start('METROPOL', METROPOL)
  expect(await complete(sessionId, '283126', TWO_MERCHANTS[1])).toMatchObject({ errorCode: '4140' })
  await testServer.sandbox.control.clock.advance({ minutes: 16 })
  expect(await complete(sessionId, '283126')).toMatchObject({ errorCode: '4142' })
})

it.each<[string, object, string]>([
  ['METROPOL', { ...METROPOL, cardNumber: undefined }, '4090'],
  ['METROPOL', { ...METROPOL, gsmNumber: '123' }, '4000'],
  ['MULTINET', { callbackUrl: 'https://shop.test' }, '4090'],
  ['SETCARD', {}, '4090'],
  ['EDENRED', METROPOL, '4146'],
  ['PAPARA', METROPOL, '4146'],
])('%s with %j is refused with %s', async (apmType, card, errorCode) => {
  expect(await callApi(testServer, `${ROOT}/init`, bodyOf(apmType, card))).toMatchObject({ errorCode })
})
