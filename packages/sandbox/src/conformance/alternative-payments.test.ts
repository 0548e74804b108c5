import { createHash } from 'node:crypto'
import { checkoutRequest } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const testServer = useTestServer()

interface Started {
  readonly paymentId: number
  readonly paymentStatus: string
  readonly additionalAction: string
  readonly redirectUrl?: string
  readonly htmlContent?: string
  readonly qrCode?: string
}

async function call<T>(path: string, body?: object): Promise<{ data?: T; errorCode?: string }> {
  const method = body === undefined ? 'GET' : 'POST'
  const { text } = await signedFetch(testServer.sandbox, { method, path: `/payment/v1/${path}`, body })
  const answer = JSON.parse(text) as { data?: T; errors?: { errorCode: string } }
  return { data: answer.data, errorCode: answer.errors?.errorCode }
}

async function start(apmType: string, change: object = {}): Promise<Started> {
  const { data, errorCode } = await init(apmType, change)
  if (data === undefined) throw new Error(`Refused with ${errorCode}`)
  return data
}

const init = (apmType: string, change: object = {}) =>
  call<Started>('apm-payments/init', {
    ...checkoutRequest(`${testServer.merchant.url}/callback`),
    ...{ apmType, ...change },
  })

const found = (id: number) => testServer.client.payment().retrievePayment(id)

/** The callback's form as the merchant received it. */
const callbacks = () =>
  testServer.merchant.at('/callback').map(({ body }) => Object.fromEntries(new URLSearchParams(body)))

const hashOf = (...parts: (string | number)[]) =>
  createHash('sha256')
    .update(['merchantCallbackKeySandbox', ...parts].join('###'))
    .digest('hex')

const webhooks = () =>
  testServer.sandbox.control.webhooks
    .list()
    .map(({ eventType, status, payloadId }) => ({ eventType, status, payloadId }))

async function atProvider(url: string | undefined) {
  const shopper = new Shopper()
  await shopper.open(String(url))
  return shopper
}

it('sends the shopper to the provider and back by a callback that can be verified', async () => {
  const { paymentId, redirectUrl, ...started } = await start('PAPARA')
  expect(started).toMatchObject({ paymentStatus: 'WAITING', additionalAction: 'REDIRECT_TO_URL' })
  const shopper = await atProvider(redirectUrl)
  expect(await shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  const hash = hashOf('SUCCESS', '', paymentId, '', 'conversation-1', '')
  expect(callbacks()).toMatchObject([
    { status: 'SUCCESS', paymentId: String(paymentId), conversationId: 'conversation-1', hash },
  ])
  expect(await found(paymentId)).toMatchObject({
    ...{ paymentStatus: 'SUCCESS', paymentType: 'APM', paymentProvider: 'PAPARA', paymentSource: 'API' },
  })
  expect(webhooks()).toEqual([{ eventType: 'API_AUTH', status: 'SUCCESS', payloadId: String(paymentId) }])
})

it('hashes as the portal describes it when a test asks for that', async () => {
  testServer.sandbox.control.callbacks.hashAsText()
  const { paymentId, redirectUrl } = await start('PAPARA')
  await (await atProvider(redirectUrl)).answerProvider('paid')
  expect(callbacks()[0]?.hash).toBe(hashOf('SUCCESS', paymentId, 'conversation-1', ''))
})

it.each(['declined', 'cancelled'] as const)(
  'comes back without a payment id when it is %s',
  async (outcome) => {
    const { paymentId, redirectUrl } = await start('PAPARA')
    await (await atProvider(redirectUrl)).answerProvider(outcome)
    expect(callbacks()).toMatchObject([{ status: 'FAILURE', paymentId: '' }])
    expect(await found(paymentId)).toMatchObject({
      ...{ paymentStatus: 'FAILURE', paymentError: { errorGroup: 'APM_ERROR' } },
    })
    expect(webhooks()).toMatchObject([{ eventType: 'API_AUTH', status: 'FAILURE' }])
  },
)

it('says ALREADY_RETURNED when a provider’s page is answered twice', async () => {
  const { paymentId, redirectUrl } = await start('PAPARA')
  await (await atProvider(redirectUrl)).answerProvider('paid')
  const again = await fetch(String(redirectUrl), {
    method: 'POST',
    body: new URLSearchParams({ action: 'approve' }),
  })
  expect(again.status).toBe(200)
  const fields = await again.text()
  expect(fields).toContain('ALREADY_RETURNED')
  expect(fields).toContain(`value="${paymentId}"`)
})

it('shows a QR code, or HTML of a bank, where the method has one', async () => {
  const kaspi = await start('KASPI', { currency: 'KZT' })
  expect(kaspi.additionalAction).toBe('SHOW_QR_CODE')
  expect(await (await atProvider(kaspi.qrCode)).answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  const { data: banks } = await call<{ items: { bankCode: string }[] }>('instant-transfer-banks')
  const bankCode = banks?.items[0]?.bankCode
  const transfer = await start('INSTANT_TRANSFER', { additionalParams: { bankCode } })
  expect(transfer.additionalAction).toBe('SHOW_HTML_CONTENT')
  const shopper = new Shopper()
  const html = Buffer.from(String(transfer.htmlContent), 'base64').toString('utf8')
  await shopper.openHtml(html, testServer.sandbox.url)
  await shopper.answerProvider('waiting')
  expect(await found(transfer.paymentId)).toMatchObject({ paymentStatus: 'WAITING' })
  await testServer.sandbox.control.clock.advance({ minutes: 6 })
  expect(await found(transfer.paymentId)).toMatchObject({ paymentStatus: 'SUCCESS' })
})

describe('a one-time code', () => {
  const card = { apmUserIdentity: '6036819041742253' }
  const complete = (paymentId: number, otpCode: string) =>
    call<object>('apm-payments/complete', { paymentId, additionalParams: { otpCode } })

  it('completes the payment', async () => {
    const { paymentId, additionalAction } = await start('EDENRED', card)
    expect(additionalAction).toBe('OTP_REQUIRED')
    const { data } = await complete(paymentId, '283126')
    expect(data).toMatchObject({ paymentId, paymentStatus: 'SUCCESS' })
    expect(await complete(paymentId, '283126')).toMatchObject({ errorCode: '4092' })
  })

  it('that is wrong ends it', async () => {
    const { paymentId } = await start('EDENRED', card)
    const { data } = await complete(paymentId, '000000')
    expect(data).toMatchObject({ paymentStatus: 'FAILURE', paymentError: { errorGroup: 'APM_ERROR' } })
  })

  it('of Pluxee comes with the start', async () => {
    const sodexo = (sodexoCode: string) =>
      start('SODEXO', { apmUserIdentity: '5555555555', additionalParams: { sodexoCode } })
    expect(await sodexo('843195')).toMatchObject({ paymentStatus: 'SUCCESS', additionalAction: 'NONE' })
    expect(await sodexo('111111')).toMatchObject({ paymentStatus: 'FAILURE', additionalAction: 'NONE' })
  })
})

it.each([
  ['EDENRED', {}, '4090'],
  ['KLARNA', { currency: 'EUR' }, '4090'],
  ['CHIPPIN', {}, '4090'],
  ['INSTANT_TRANSFER', { additionalParams: { bankCode: '99' } }, '4090'],
  ['PAPARA', { currency: 'EUR' }, '4091'],
])('refuses %s without what it needs (%j)', async (apmType, change, errorCode) => {
  expect(await init(apmType, change)).toMatchObject({ errorCode })
  expect(testServer.sandbox.control.payments()).toEqual([])
})

it.each(['CASH_ON_DELIVERY', 'FUND_TRANSFER'])('writes %s down as paid', async (apmType) => {
  const { callbackUrl: _callbackUrl, ...body } = checkoutRequest('http://shop.test')
  const { data } = await call<{ id: number }>('apm-payments', { ...body, apmType })
  expect(data).toMatchObject({
    paymentStatus: 'SUCCESS',
    paymentType: 'APM',
    paymentProvider: 'OFFLINE',
    apmType,
  })
  expect(await call('apm-payments', { ...body, apmType: 'PAPARA' })).toMatchObject({ errorCode: '4000' })
})
