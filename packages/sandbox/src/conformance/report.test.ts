import Craftgate from '@craftgate/craftgate'
import { newCard, paymentRequest } from '../test/requests'
import { startTestServer, type TestServer } from '../test/test-server'

const { Currency } = Craftgate.Model
let testServer: TestServer
let ids: number[]
beforeAll(async () => {
  testServer = await startTestServer()
  const create = async (change: Parameters<typeof paymentRequest>[0]) =>
    (await testServer.client.payment().createPayment(paymentRequest(change))).id
  const first = await create({
    conversationId: 'a',
    externalId: 'order 1',
    buyerMemberId: 7,
    paymentChannel: 'web',
  })
  await testServer.sandbox.control.clock.advance({ days: 1 })
  const second = await create({
    conversationId: 'b',
    paidPrice: 104.75,
    installment: 3,
    card: newCard('5209220000000002'),
  })
  const third = await create({
    conversationId: 'b',
    currency: Currency.JPY,
    card: newCard('4111111111111111'),
  })
  ids = [first, second, third]
})
afterAll(() => testServer.close())

const search = (by: Parameters<ReturnType<TestServer['client']['paymentReporting']>['searchPayments']>[0]) =>
  testServer.client.paymentReporting().searchPayments(by)
const positions = async (by: Parameters<typeof search>[0]) =>
  (await search(by)).items.map(({ id }) => ids.indexOf(id) + 1)

it.each([
  ['nothing at all', {}, [3, 2, 1]],
  ['conversationId', { conversationId: 'b' }, [3, 2]],
  ['externalId with a space', { externalId: 'order 1' }, [1]],
  ['buyer', { buyerMemberId: 7 }, [1]],
  ['channel', { paymentChannel: 'web' }, [1]],
  ['source', { paymentSource: 'CHECKOUT_FORM' }, []],
  ['status', { paymentStatus: 'SUCCESS' }, [3, 2, 1]],
  ['provider', { paymentProvider: 'MASTERPASS' }, []],
  ['type', { paymentType: 'CARD_PAYMENT' }, [3, 2, 1]],
  ['BIN', { binNumber: '520922' }, [2]],
  ['ending', { lastFourDigits: '0002' }, [2]],
  ['currency', { currency: Currency.JPY }, [3]],
  ['instalments', { installment: 3 as const }, [2]],
  ['3D Secure', { isThreeDS: true }, []],
  ['least amount', { minPaidPrice: 104.75, currency: Currency.TRY }, [2]],
  ['greatest amount', { maxPaidPrice: 104.74, currency: Currency.TRY }, [1]],
  ['first day', { minCreatedDate: new Date('2026-03-10T21:00:00Z') }, [3, 2]],
  ['last day', { maxCreatedDate: new Date('2026-03-10T21:00:00Z') }, [1]],
])('finds payments by %s', async (_name, by, expected) => {
  expect(await positions(by)).toEqual(expected)
})

it('finds a payment by its own id and by a transaction of it', async () => {
  const [, second = 0] = ids
  const payment = await testServer.client.payment().retrievePayment(second)
  expect(await positions({ paymentId: second })).toEqual([2])
  expect(await positions({ paymentTransactionId: payment.paymentTransactions[1]?.id })).toEqual([2])
  expect(await positions({ orderId: payment.orderId })).toEqual([2])
})

it('answers page by page', async () => {
  expect(await search({ page: 1, size: 2 })).toMatchObject({
    page: 1,
    size: 2,
    totalSize: 3,
    items: [{ id: ids[0] }],
  })
})

it('reports one payment with what can be refunded', async () => {
  const report = await testServer.client.paymentReporting().retrievePayment(ids[1] ?? 0)
  expect(report).toMatchObject({
    price: 100,
    paidPrice: 104.75,
    refundablePrice: 104.75,
    refundStatus: 'NOT_REFUNDED',
    refunds: [],
    retryCount: 0,
  })
})
