import { createHash } from 'node:crypto'
import { checkoutRequest } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { clientOf, startTestServer, type TestServer } from '../test/test-server'
import { type MethodOutcome, Shopper } from '../testing/shopper'

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer()
})
afterEach(() => testServer.close())

interface Answer {
  readonly paymentId: number
  readonly paymentStatus: string
  readonly additionalAction: string
  readonly redirectUrl: string
  readonly offerId: string
  readonly bankOffers: readonly Readonly<Record<string, unknown>>[]
}

async function call(path: string, body?: object, key?: string) {
  const sent = { method: 'POST', path: `/payment/v1/${path}`, body, key }
  const answer = JSON.parse((await signedFetch(testServer.sandbox, sent)).text) as {
    data?: Answer
    errors?: { errorCode: string }
  }
  return { data: answer.data, errorCode: answer.errors?.errorCode }
}

const CART = [
  { id: '200', name: 'Tablet', brandName: 'Marka', type: 'TABLET', unitPrice: 30, quantity: 2 },
  { id: '100', name: 'Televizyon', brandName: 'Marka', type: 'TV', unitPrice: 40, quantity: 1 },
]
const PERSON = {
  buyerPhoneNumber: '5551112233',
  buyerBirthdate: '1990-01-01',
  buyerIdentityNumber: '11111111110',
}

const application = (apmType: string, change: object = {}) => ({
  ...checkoutRequest(`${testServer.merchant.url}/callback`),
  ...{ apmType, cartItems: CART, ...change },
})
const init = (apmType: string, change: object = {}) =>
  call('bnpl-payments/init', application(apmType, change))

async function start(apmType: string, change: object = {}): Promise<Answer> {
  const { data, errorCode } = await init(apmType, change)
  if (data === undefined) throw new Error(`Refused with ${errorCode}`)
  return data
}

/** A loan of Haso, up to where its page ends. */
const haso = (outcome: Exclude<MethodOutcome, 'stay'>) => loan('HASO', { additionalParams: PERSON }, outcome)

async function loan(apmType: string, change: object, outcome: Exclude<MethodOutcome, 'stay'>) {
  const { paymentId, redirectUrl } = await start(apmType, change)
  const shopper = new Shopper()
  await shopper.open(redirectUrl)
  await shopper.answerProvider(outcome)
  return paymentId
}

const found = (id: number) => testServer.client.payment().retrievePayment(id)
const approve = (id: number, key?: string) => call(`bnpl-payments/${id}/approve`, undefined, key)
const verify = (id: number) => call(`bnpl-payments/${id}/verify`)
const callbacks = () =>
  testServer.merchant.at('/callback').map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
const notices = () =>
  testServer.sandbox.control.webhooks
    .list()
    .map(({ eventType, status, payloadId, payload }) => ({ eventType, status, payloadId, payload }))
const notice = (id: number, status: string, additionalAction: string) => ({
  ...{ eventType: 'BNPL_NOTIFICATION', status, payloadId: String(id), payload: { additionalAction } },
})

describe('offers', () => {
  const question = (change: object = {}) => ({
    ...{ apmType: 'MASLAK', price: 100, currency: 'TRY', items: CART, ...change },
  })
  const offers = (change: object = {}) => call('bnpl-payments/offers', question(change))

  it('show the plans of each bank, whose terms sum to what the shopper pays back', async () => {
    const { data } = await offers()
    const bank = data?.bankOffers.find(({ bankCode }) => bankCode === '046')
    expect(bank).toMatchObject({ bankName: 'Akbank', isPaymentPlanCalculatedByBank: false })
    expect(bank).not.toHaveProperty('preApprovedApplicationId')
    expect(bank?.bankOfferTerms).toContainEqual({
      ...{ term: 6, amount: 20.16, totalAmount: 120.94, interestRate: 3.49, annualInterestRate: 41.88 },
    })
    const own = data?.bankOffers.find(({ bankName }) => bankName === 'TEB')
    expect(own).toMatchObject({ isPaymentPlanCalculatedByBank: true, bankOfferTerms: [] })
  })

  it.each([
    ['of a lender that shows none', { apmType: 'HASO' }, '4120'],
    ['for a cart of another amount', { price: 99 }, '4113'],
    ['in a currency that the lender does not lend', { currency: 'EUR' }, '4091'],
    [
      'of pre-approved loans for a buyer who is not named',
      { additionalParams: { fingate: { isPreApproved: true } } },
      '4090',
    ],
  ])('are refused %s', async (_what, change, errorCode) => {
    expect(await offers(change)).toMatchObject({ errorCode })
  })

  const preApproved = async () => {
    const additionalParams = { ...PERSON, fingate: { isPreApproved: true } }
    const { data } = await offers({ additionalParams })
    const bank = data?.bankOffers.find(
      ({ preApprovedApplicationId }) => preApprovedApplicationId !== undefined,
    )
    return { offerId: data?.offerId, bankCode: bank?.bankCode, id: bank?.preApprovedApplicationId }
  }
  const direct = (bankCode: unknown, fingate: object) => ({
    ...{ bankCode, additionalParams: { ...PERSON, fingate: { isHostedPage: false, ...fingate } } },
  })

  it('of a pre-approved loan lead to an application while they hold', async () => {
    const { bankCode, id } = await preApproved()
    const applied = direct(bankCode, { preApprovedApplicationId: id, totalTerm: 12 })
    expect(await start('MASLAK', applied)).toMatchObject({ additionalAction: 'REDIRECT_TO_URL' })
    expect(
      await init('MASLAK', direct('046', { preApprovedApplicationId: id, totalTerm: 12 })),
    ).toMatchObject({
      errorCode: '4117',
    })
    await testServer.sandbox.control.clock.advance({ minutes: 30 })
    expect(await init('MASLAK', applied)).toMatchObject({ errorCode: '4118' })
  })

  it('hold for their lender and amount, and not for ever', async () => {
    const { offerId } = await preApproved()
    const bankCode = '046'
    expect(await init('MASLAK', { bankCode, apmOrderId: offerId })).toMatchObject({ errorCode: undefined })
    const other = { price: 50, paidPrice: 50, items: [{ price: 50 }] }
    const cartItems = [{ ...CART[0], unitPrice: 50, quantity: 1 }]
    expect(await init('MASLAK', { bankCode, apmOrderId: offerId, ...other, cartItems })).toMatchObject({
      errorCode: '4119',
    })
    await testServer.sandbox.control.clock.advance({ minutes: 30 })
    expect(await init('MASLAK', { bankCode, apmOrderId: offerId })).toMatchObject({ errorCode: '4118' })
  })
})

it.each([
  ['MASLAK', {}, '4116'],
  ['MASLAK', { bankCode: '999' }, '4116'],
  ['MASLAK', { bankCode: '046', additionalParams: { fingate: { isHostedPage: true } } }, '4114'],
  ['MASLAK', { additionalParams: { ...PERSON, fingate: { isHostedPage: true } } }, '4114'],
  ['MASLAK', { bankCode: '046', additionalParams: PERSON }, '4090'],
  ['MASLAK', { bankCode: '046', additionalParams: { buyerBirthdate: '1990-01-01' } }, '4090'],
  ['MASLAK', { bankCode: '046', additionalParams: { fingate: { totalTerm: 5 } } }, '4090'],
  ['HASO', {}, '4090'],
  ['HASO', { additionalParams: { ...PERSON, buyerBirthdate: '01.01.1990' } }, '4090'],
  ['HASO', { additionalParams: PERSON, cartItems: [{ ...CART[0], brandName: '', unitPrice: 50 }] }, '4115'],
  ['ZIP', { additionalParams: { buyerPhoneNumber: '5551112233' } }, '4090'],
  ['PAYCELL', { additionalParams: PERSON }, '4090'],
  ['TOM_FINANCE', { additionalParams: { buyerPhoneNumber: '5551112233' } }, '4090'],
  ['ALFABANK', {}, '4091'],
  ['HASO', { additionalParams: PERSON, cartItems: [CART[0]] }, '4113'],
  ['HASO', { additionalParams: PERSON, items: [{ price: 99 }] }, '4005'],
  ['PAPARA', {}, '4000'],
])('%s is refused without what it needs (%j)', async (apmType, change, errorCode) => {
  expect(await init(apmType, change)).toMatchObject({ errorCode })
  expect(testServer.sandbox.control.payments()).toEqual([])
})

it.each([
  ['MASLAK', { bankCode: '046' }, 'SUCCESS', 'NONE'],
  ['MASLAK', { bankCode: '134' }, 'WAITING', 'APPROVAL_REQUIRED'],
  ['MASLAK', { additionalParams: { fingate: { isHostedPage: true } } }, 'SUCCESS', 'NONE'],
  ['HASO', { additionalParams: PERSON }, 'WAITING', 'APPROVAL_REQUIRED'],
  ['ZIP', { additionalParams: { ...PERSON, buyerEmail: 'ayse@example.com' } }, 'SUCCESS', 'NONE'],
  ['ALFABANK', { currency: 'KZT' }, 'WAITING', 'APPROVAL_REQUIRED'],
  ['TOM_FINANCE', { additionalParams: { ...PERSON, buyerName: 'Ayşe' } }, 'WAITING', 'APPROVAL_REQUIRED'],
  ['PAYCELL', { additionalParams: { ...PERSON, term: 6 } }, 'SUCCESS', 'NONE'],
  ['ALBARAKA', {}, 'SUCCESS', 'NONE'],
  ['KARACA_FINANS', {}, 'SUCCESS', 'NONE'],
  ['DKB', {}, 'SUCCESS', 'NONE'],
])('%s (%j) grants a loan that is %s and %s', async (apmType, change, paymentStatus, additionalAction) => {
  const id = await loan(apmType, change, 'paid')
  expect(await found(id)).toMatchObject({ paymentStatus, paymentType: 'APM', paymentSource: 'API' })
  expect(callbacks()).toMatchObject([
    { status: 'SUCCESS', paymentId: String(id), paymentStatus, additionalAction },
  ])
  expect(notices()).toEqual([notice(id, 'SUCCESS', additionalAction)])
})

it('comes back with a hash of the parts that hashParams names, joined by nothing', async () => {
  await haso('paid')
  const [fields = {}] = callbacks()
  const { hashParams = '', hash, ...parts } = fields
  expect(hashParams.split(':').sort()).toEqual(Object.keys(parts).sort())
  const text = hashParams.split(':').map((name) => fields[name] ?? '')
  expect(hash).toBe(
    createHash('sha256')
      .update(`merchantCallbackKeySandbox${text.join('')}`)
      .digest('hex'),
  )
  expect(hashParams).toMatch(/status.*paymentId.*conversationId/)
})

it('says ALREADY_RETURNED when the page is answered twice', async () => {
  const { redirectUrl } = await start('HASO', { additionalParams: PERSON })
  const shopper = new Shopper()
  await shopper.open(redirectUrl)
  await shopper.answerProvider('paid')
  const again = await fetch(redirectUrl, { method: 'POST', body: new URLSearchParams({ action: 'approve' }) })
  expect(await again.text()).toMatch(/name="status" value="FAILURE"[\s\S]*ALREADY_RETURNED/)
})

describe('a loan that waits for the merchant', () => {
  it('is paid once he approves it, and not twice', async () => {
    const id = await haso('paid')
    expect(await verify(id)).toMatchObject({
      data: { responseStatus: 'WAITING', additionalAction: 'APPROVAL_REQUIRED', paymentStatus: 'WAITING' },
    })
    const approved = await approve(id, 'approve-1')
    expect(approved).toMatchObject({ data: { id, paymentStatus: 'SUCCESS' } })
    expect(await approve(id)).toMatchObject({ errorCode: '4111' })
    expect(await approve(id, 'approve-1')).toEqual(approved)
    expect(await verify(id)).toMatchObject({ data: { responseStatus: 'APPROVED', additionalAction: 'NONE' } })
    expect(notices()).toEqual([notice(id, 'SUCCESS', 'APPROVAL_REQUIRED'), notice(id, 'SUCCESS', 'NONE')])
  })

  it('is nobody else’s to approve', async () => {
    const other = { name: 'Başka', apiKey: 'other-key', secretKey: 'other-secret' }
    const own = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key' }
    await testServer.close()
    testServer = await startTestServer({ seed: { merchants: [own, other] } })
    const id = await haso('paid')
    const asOther = clientOf({ ...other, url: testServer.sandbox.url }).payment()
    await expect(asOther.approveBnplPayment(id)).rejects.toMatchObject({ _errorCode: '4001' })
    await expect(asOther.verifyBnplPayment(id)).rejects.toMatchObject({ _errorCode: '4001' })
    expect(await found(id)).toMatchObject({ paymentStatus: 'WAITING' })
  })

  it('fails when nobody approves it', async () => {
    const id = await haso('paid')
    await testServer.sandbox.control.clock.advance({ days: 7 })
    expect(await found(id)).toMatchObject({ paymentStatus: 'FAILURE' })
    expect(await approve(id)).toMatchObject({ errorCode: '4112' })
    expect(notices().at(-1)).toEqual(notice(id, 'FAILURE', 'NONE'))
  })
})

it('tells by webhook when the lender decides later', async () => {
  const id = await loan('MASLAK', { bankCode: '103' }, 'waiting')
  expect(callbacks()).toMatchObject([{ paymentStatus: 'WAITING', additionalAction: 'WAIT_FOR_WEBHOOK' }])
  expect(await verify(id)).toMatchObject({
    data: { responseStatus: 'WAITING', additionalAction: 'WAIT_FOR_WEBHOOK' },
  })
  expect(notices()).toEqual([])
  await testServer.sandbox.control.clock.advance({ days: 1, minutes: 1 })
  expect(notices()).toEqual([notice(id, 'SUCCESS', 'APPROVAL_REQUIRED')])
  expect(testServer.merchant.at('/webhook')[0]?.body).toContain('"payload":{"additionalAction"')
  expect(await approve(id)).toMatchObject({ data: { paymentStatus: 'SUCCESS' } })
})

it('has to be asked for again where its end is unclear', async () => {
  const id = await loan('MASLAK', { bankCode: '046' }, 'unclear')
  expect(callbacks()).toMatchObject([{ paymentStatus: 'WAITING', additionalAction: 'VERIFY_REQUIRED' }])
  expect(notices()).toEqual([])
  expect(await verify(id)).toMatchObject({ data: { responseStatus: 'APPROVED', paymentStatus: 'SUCCESS' } })
  expect(notices()).toEqual([notice(id, 'SUCCESS', 'NONE')])
})

it('is declined, or given up, with a notice', async () => {
  for (const outcome of ['declined', 'cancelled'] as const) {
    const id = await haso(outcome)
    expect(await verify(id)).toMatchObject({
      data: { responseStatus: 'DECLINED', additionalAction: 'NONE', errorCode: expect.any(String) },
    })
    expect(notices().at(-1)).toEqual(notice(id, 'FAILURE', 'NONE'))
    expect(callbacks().at(-1)).toMatchObject({ status: 'FAILURE', paymentStatus: 'FAILURE' })
  }
})

it('ends as a test asks, on the hosted page too', async () => {
  const { control } = testServer.sandbox
  control.loans.nextGrant('APPROVAL_REQUIRED')
  const { token, pageUrl } = await testServer.client
    .payment()
    .initCheckoutPayment(checkoutRequest(`${testServer.merchant.url}/callback`))
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.payBy('DKB')
  const payment = await testServer.client.payment().retrieveCheckoutPayment(token)
  expect(payment).toMatchObject({ paymentStatus: 'WAITING' })
  expect(notices()).toEqual([notice(payment.id, 'SUCCESS', 'APPROVAL_REQUIRED')])
  await approve(payment.id)
  expect(notices().at(-1)).toMatchObject({ eventType: 'CHECKOUTFORM_AUTH', payloadId: token })
})

it('refuses to approve or verify what is no loan', async () => {
  const { callbackUrl: _callbackUrl, ...body } = checkoutRequest('http://shop.test')
  const { data } = await call('apm-payments', { ...body, apmType: 'CASH_ON_DELIVERY' })
  const id = (data as unknown as { id: number }).id
  expect(await approve(id)).toMatchObject({ errorCode: '4110' })
  expect(await verify(id)).toMatchObject({ errorCode: '4110' })
})

describe('Tom Finance and Alfabank', () => {
  const tom = () => loan('TOM_FINANCE', { additionalParams: { ...PERSON, buyerName: 'Ayşe' } }, 'paid')
  const refunds = () => testServer.client.payment()

  it('let a loan be cancelled only before it was approved', async () => {
    const id = await tom()
    expect(await refunds().refundPayment({ paymentId: id })).toMatchObject({
      refundType: 'CANCEL',
      refundPrice: 100,
    })
    expect(await found(id)).toMatchObject({ paymentStatus: 'FAILURE' })
    expect(await approve(id)).toMatchObject({ errorCode: '4112' })
  })

  it('let it be refunded, in part too, only once it was', async () => {
    const id = await tom()
    const [transaction] = (await found(id)).paymentTransactions
    const part = { paymentTransactionId: Number(transaction?.id), refundPrice: 10 }
    await expect(refunds().refundPaymentTransaction(part)).rejects.toMatchObject({ _errorCode: '4050' })
    await approve(id)
    expect(await refunds().refundPaymentTransaction(part)).toMatchObject({ status: 'SUCCESS' })
    expect(await refunds().refundPayment({ paymentId: id })).toMatchObject({
      refundType: 'REFUND',
      refundPrice: 90,
    })
  })
})

describe('a limit inquiry', () => {
  const ask = (change: object = {}) =>
    call('bnpl-payments/limit-inquiry/init', { apmType: 'ZIP', additionalParams: PERSON, ...change })
  const complete = (otpCode: string, buyerPhoneNumber = '+905551112233') =>
    call('bnpl-payments/limit-inquiry', { apmType: 'ZIP', additionalParams: { buyerPhoneNumber, otpCode } })

  it('ends with the code that was sent', async () => {
    expect(await ask()).toMatchObject({
      data: { paymentStatus: 'WAITING', additionalAction: 'OTP_REQUIRED' },
    })
    expect(await complete('000000')).toMatchObject({ data: { paymentStatus: 'FAILURE' } })
    expect(await complete('283126')).toMatchObject({
      data: { paymentStatus: 'SUCCESS', additionalData: { limit: 25_000 } },
    })
  })

  it('needs the buyer, its own start, and an answer in time', async () => {
    expect(await ask({ additionalParams: {} })).toMatchObject({ errorCode: '4090' })
    expect(await complete('283126')).toMatchObject({ errorCode: '4121' })
    await ask()
    await testServer.sandbox.control.clock.advance({ minutes: 5 })
    expect(await complete('283126')).toMatchObject({ errorCode: '4121' })
  })
})
