// What the merchant set at a POS decides how its cards are charged by API.
import { newCard, paymentRequest } from '../test/requests'
import { refusal, startTestServer, type TestServer } from '../test/test-server'
import { Shopper } from '../testing/shopper'

let testServer: TestServer
afterEach(() => testServer.close())

async function withPos(rules: object): Promise<void> {
  const pos = { alias: 'akbank', name: 'Akbank', bank: 'AKBANK T.A.Ş.', cardBrands: ['Axess'], ...rules }
  const merchant = {
    name: 'Deneme',
    apiKey: 'sandbox-api-key',
    secretKey: 'sandbox-secret-key',
    poses: [pos],
  }
  testServer = await startTestServer({ seed: { merchants: [merchant] } })
}

const payments = () => testServer.client.payment()
const DEBIT = newCard('4796810000000002')

const init = (card = newCard('9792060000000007')) =>
  payments().init3DSPayment({
    ...paymentRequest({ card }),
    callbackUrl: `${testServer.merchant.url}/callback`,
  })

it('a debit card pays without 3D Secure where no POS demands it', async () => {
  await withPos({})
  expect(await payments().createPayment(paymentRequest({ card: DEBIT }))).toMatchObject({ isThreeDS: false })
})

it('a POS that demands 3D Secure of debit cards takes them no other way', async () => {
  await withPos({ force3dsForDebitCards: true })
  expect(await refusal(payments().createPayment(paymentRequest({ card: DEBIT })))).toMatchObject({
    group: 'DEBIT_CARDS_REQUIRES_3DS',
  })
  expect(await init(DEBIT)).toMatchObject({ paymentStatus: 'INIT_THREEDS' })
  const credit = newCard('9792060000000007')
  expect(await payments().createPayment(paymentRequest({ card: credit }))).toMatchObject({ isThreeDS: false })
})

it('3D Secure starts with a page, and its address beside it', async () => {
  await withPos({})
  expect(await init()).toMatchObject({
    additionalAction: 'SHOW_HTML_CONTENT',
    htmlContent: expect.any(String),
    redirectUrl: expect.stringContaining('/3ds/'),
  })
})

it('or with an address alone, where the POS does so', async () => {
  await withPos({ threeDSEntry: 'redirect' })
  const started = await init()
  expect(started).toMatchObject({ additionalAction: 'REDIRECT_TO_URL' })
  expect(started).not.toHaveProperty('htmlContent')
  const shopper = new Shopper()
  await shopper.open(String(Reflect.get(started, 'redirectUrl')))
  await shopper.answerBank('ok')
  const { paymentId } = started
  expect(await payments().complete3DSPayment({ paymentId })).toMatchObject({ paymentStatus: 'SUCCESS' })
})
