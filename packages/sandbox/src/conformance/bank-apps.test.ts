import { createHash } from 'node:crypto'
import { answerOf, callApi } from '../test/call-api'
import { checkoutRequest } from '../test/requests'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const merchants = [
  { name: 'A', apiKey: 'a', secretKey: 'sa', webhookKey: 'key' },
  { name: 'B', apiKey: 'b', secretKey: 'sb' },
]

const testServer = useTestServer({ seed: { merchants } })

const requestOf = (change: object = {}) => ({
  ...checkoutRequest(`${testServer.merchant.url}/callback`),
  ...change,
})
const callbacks = () =>
  testServer.merchant.at('/callback').map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
const webhooks = () =>
  testServer.sandbox.control.webhooks.list().map(({ eventType, status }) => `${eventType} ${status}`)
const found = (id: number) => testServer.client.payment().retrievePayment(id)
const advance = (minutes: number) => testServer.sandbox.control.clock.advance({ minutes })

async function at(url: string): Promise<Shopper> {
  const shopper = new Shopper()
  await shopper.open(url)
  return shopper
}

describe('GarantiPay, first version', () => {
  const PATH = '/payment/v1/garanti-pay-payments'
  const start = (change: object = {}) =>
    answerOf<{ htmlContent: string; paymentId: number }>(testServer, PATH, requestOf(change))

  async function shown({ htmlContent }: { readonly htmlContent: string }): Promise<Shopper> {
    const shopper = new Shopper()
    await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString(), testServer.sandbox.url)
    return shopper
  }

  it('is paid in the app, in the instalments that the request offers', async () => {
    const started = await start({
      installments: [
        { number: 2, totalPrice: 120 },
        { number: 3, totalPrice: 125 },
      ],
      enabledInstallments: [3],
    })
    const shopper = await shown(started)
    expect(shopper.page.html).not.toContain('value="2"')
    await shopper.answerProvider('paid', { installment: 3 })
    expect(await found(started.paymentId)).toMatchObject({
      ...{ paymentStatus: 'SUCCESS', installment: 3, paidPrice: 125, paymentProvider: 'GARANTI_PAY' },
    })
    const parts = ['SUCCESS', '', started.paymentId, '', 'conversation-1', '']
    const hash = createHash('sha256')
      .update(['merchantCallbackKeySandbox', ...parts].join('###'))
      .digest('hex')
    expect(callbacks()).toMatchObject([{ status: 'SUCCESS', conversationData: '', hash }])
    expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
  })

  it('offers one payment only when the request offers nothing', async () => {
    const shopper = await shown(await start())
    expect(shopper.page.html).not.toContain('type="radio"')
  })

  it('says ALREADY_RETURNED when the page is answered twice', async () => {
    const started = await start()
    const shopper = await shown(started)
    const { url } = shopper.page
    await shopper.answerProvider('paid')
    const again = await fetch(url, { method: 'POST', body: new URLSearchParams({ action: 'approve' }) })
    expect(await again.text()).toContain('ALREADY_RETURNED')
  })

  it('is refused when the fraud rules block it, as the answer has no place for that', async () => {
    testServer.sandbox.control.fraud.nextPayment('BLOCK')
    expect(await callApi(testServer, PATH, requestOf())).toMatchObject({ errorGroup: 'FRAUD_CHECK_BLOCK' })
  })

  it('takes lira only', async () => {
    expect(await callApi(testServer, PATH, requestOf({ currency: 'USD' }))).toMatchObject({
      errorCode: '4091',
    })
  })
})

describe('BKM Express', () => {
  const PATH = '/payment/v1/bkm-express'
  interface Ticket {
    readonly id: string
    readonly token: string
    readonly path: string
  }
  const start = (change: object = {}) => answerOf<Ticket>(testServer, `${PATH}/init`, requestOf(change))
  const complete = (body: object, keys?: (typeof merchants)[number]) =>
    callApi<{ id: number; paymentStatus: string }>(testServer, `${PATH}/complete`, body, keys)
  const byTicket = (id: string, keys?: (typeof merchants)[number]) =>
    callApi<{ paymentStatus: string; refundStatus: string }>(
      testServer,
      `${PATH}/payments/${id}`,
      undefined,
      keys,
    )

  it('tells the merchant by webhook that the shopper approved, and is paid when he completes', async () => {
    const { id, token, path } = await start({ enabledInstallments: [5, 6] })
    const shopper = await at(path)
    expect(await shopper.answerProvider('paid', { installment: 6 })).toMatchObject({ outcome: 'elsewhere' })
    expect(await byTicket(id)).toMatchObject({ data: { paymentStatus: 'WAITING' } })
    await advance(1)
    const [heard] = testServer.merchant.at('/webhook')
    expect(JSON.parse(heard?.body ?? '')).toMatchObject({
      ...{ eventType: 'BKM_EXPRESS_PAYMENT_NOTIFICATION', status: 'SUCCESS', payloadId: id },
      payload: { ticketId: id, price: '100,00', paidPrice: '108,25', installment: 6 },
    })
    const { data } = await complete({ status: true, message: 'Tamam', ticketId: id })
    expect(data).toMatchObject({ paymentStatus: 'SUCCESS', paymentProvider: 'BKM_EXPRESS', installment: 6 })
    expect(webhooks()).toEqual(['BKM_EXPRESS_PAYMENT_NOTIFICATION SUCCESS', 'API_AUTH SUCCESS'])
    expect(await callApi(testServer, `${PATH}/${token}`)).toMatchObject({
      data: { id: data?.id, refundStatus: 'NOT_REFUNDED' },
    })
    expect(callbacks()).toEqual([])
  })

  it('fails when the merchant says no', async () => {
    const { id, token, path } = await start()
    await (await at(path)).answerProvider('paid')
    expect(await complete({ status: false, bkmExpressPaymentToken: token })).toMatchObject({
      data: { paymentStatus: 'FAILURE', paymentError: { errorGroup: 'APM_ERROR' } },
    })
    expect(await complete({ status: true, ticketId: id })).toMatchObject({ errorCode: '4092' })
  })

  it('is not completed before the shopper approved, twice, or by another merchant', async () => {
    const { id, token, path } = await start()
    expect(await complete({ status: true, ticketId: id })).toMatchObject({ errorCode: '4092' })
    await (await at(path)).answerProvider('paid')
    expect(await complete({ status: true, ticketId: id }, merchants[1])).toMatchObject({ errorCode: '4001' })
    expect(await complete({ status: true, ticketId: id, bkmExpressPaymentToken: 'x' })).toMatchObject({
      errorCode: '4001',
    })
    expect(await complete({ status: true })).toMatchObject({ errorCode: '4001' })
    expect(await complete({ status: true, ticketId: id, bkmExpressPaymentToken: token })).toMatchObject({
      data: { paymentStatus: 'SUCCESS' },
    })
    expect(await complete({ status: true, ticketId: id })).toMatchObject({ errorCode: '4092' })
    expect(await byTicket(id, merchants[1])).toMatchObject({ errorCode: '4001' })
    expect(await byTicket(token)).toMatchObject({ errorCode: '4001' })
  })

  it.each(['declined', 'cancelled'] as const)('fails when the shopper has it %s', async (outcome) => {
    const { id, path } = await start()
    await (await at(path)).answerProvider(outcome)
    expect(await byTicket(id)).toMatchObject({ data: { paymentStatus: 'FAILURE' } })
    expect(webhooks()).toEqual(['API_AUTH FAILURE'])
  })

  it('fails when nobody completes it in time', async () => {
    const { id, path } = await start()
    await (await at(path)).answerProvider('paid')
    await advance(20)
    expect(await complete({ status: true, ticketId: id })).toMatchObject({ errorCode: '4092' })
    expect(await byTicket(id)).toMatchObject({ data: { paymentStatus: 'FAILURE' } })
  })

  it('has no pre-authorization and takes lira only', async () => {
    const refused = (change: object) => callApi(testServer, `${PATH}/init`, requestOf(change))
    expect(await refused({ paymentPhase: 'PRE_AUTH' })).toMatchObject({ errorCode: '4110' })
    expect(await refused({ currency: 'EUR' })).toMatchObject({ errorCode: '4091' })
  })
})

describe('Juzdan', () => {
  const PATH = '/payment/v1/juzdan-payments'
  const start = (change: object = {}) =>
    answerOf<{ referenceId: string; juzdanQrUrl: string }>(testServer, `${PATH}/init`, requestOf(change))
  const state = (referenceId: string, keys?: (typeof merchants)[number]) =>
    callApi<{ id: number }>(testServer, `${PATH}/${referenceId}`, undefined, keys)

  it('shows a QR code, comes back with the reference only, and is asked for by it', async () => {
    const { referenceId, juzdanQrUrl } = await start({ clientType: 'W' })
    expect(await state(referenceId)).toMatchObject({ data: { paymentStatus: 'WAITING' } })
    const shopper = await at(juzdanQrUrl)
    expect(shopper.page.html).toContain('<svg')
    await shopper.answerProvider('paid')
    expect(callbacks()).toEqual([{ referenceId }])
    expect(await state(referenceId)).toMatchObject({
      data: { paymentStatus: 'SUCCESS', paymentProvider: 'JUZDAN', cardBrand: 'Axess' },
    })
    expect(webhooks()).toEqual(['API_AUTH SUCCESS'])
    expect(await state(referenceId, merchants[1])).toMatchObject({ errorCode: '4001' })
    expect(await state('unknown')).toMatchObject({ errorCode: '4001' })
  })

  it('is captured later where it was pre-authorized in the app', async () => {
    const { referenceId, juzdanQrUrl } = await start({ clientType: 'M', paymentPhase: 'PRE_AUTH' })
    await (await at(juzdanQrUrl)).answerProvider('paid')
    const { data } = await state(referenceId)
    expect(data).toMatchObject({ paymentPhase: 'PRE_AUTH' })
    const captured = await testServer.client.payment().postAuthPayment(data?.id ?? 0, { paidPrice: 100 })
    expect(captured).toMatchObject({ paymentPhase: 'POST_AUTH' })
  })

  it('fails when it is declined, and comes back all the same', async () => {
    const { referenceId, juzdanQrUrl } = await start()
    await (await at(juzdanQrUrl)).answerProvider('declined')
    expect(callbacks()).toEqual([{ referenceId }])
    expect(await state(referenceId)).toMatchObject({ data: { paymentStatus: 'FAILURE' } })
  })
})
