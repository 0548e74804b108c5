import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { OrderService, RefundStateTransitionError, SettlePaymentError } from '@vendure/core'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import { CRAFTGATE } from './tokens'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 120_000)
afterAll(() => harness?.close())
afterEach(() => {
  jest.restoreAllMocks()
  harness.sandbox.control.reset()
})

const orders = () => harness.shop.app.get(OrderService)
const craftgate = () => harness.shop.app.get<CraftgateCommerce>(CRAFTGATE)

test('a capture that Vendure refuses to enter stays open, is told as a trouble, and is entered once Vendure takes it', async () => {
  const bought = await harness.bought({ method: 'craftgate-preauth' })
  const paymentId = Number(bought.payment.transactionId)
  await craftgate().capture({ account: 'main:sandbox', paymentId, key: `capture-${paymentId}-1` })
  const refusal = new SettlePaymentError({ paymentErrorMessage: 'stock is missing' })
  jest.spyOn(orders(), 'settlePayment').mockResolvedValue(refusal)
  const sentence = expect.stringMatching(
    `capture of payment ${paymentId} was made at Craftgate and Vendure refuses to enter it: .*stock is missing`,
  )
  expect(await harness.reconcile()).toMatchObject({
    operations: 0,
    troubles: expect.arrayContaining([sentence]),
  })
  expect(await paymentOf(bought)).toMatchObject({ state: 'Authorized' })
  jest.restoreAllMocks()
  expect(await harness.reconcile()).toMatchObject({ operations: 1, troubles: [] })
  expect(await paymentOf(bought)).toMatchObject({ state: 'Settled' })
})

test('a refund that Vendure refuses to settle stays open, and is settled once Vendure takes it', async () => {
  const bought = await harness.bought()
  const refusal = { transitionError: 'vetoed', fromState: 'Pending', toState: 'Settled' }
  jest.spyOn(orders(), 'transitionRefundToState').mockResolvedValue(new RefundStateTransitionError(refusal))
  expect(await refund(bought)).toMatchObject({ state: 'Pending' })
  const sentence = expect.stringMatching(/refund of payment .* refuses to enter it: .*vetoed/)
  expect(await harness.reconcile()).toMatchObject({ operations: 0, troubles: [sentence] })
  jest.restoreAllMocks()
  expect(await harness.reconcile()).toMatchObject({ operations: 1, troubles: [] })
  expect(await paymentOf(bought)).toMatchObject({ refunds: [{ state: 'Settled', total: 1_000 }] })
})

test('an outcome that Vendure refuses to enter is not final: it is entered when it is asked for again', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const bought = await harness.bought()
  const [atCraftgate] = harness.sandbox.control.payments()
  harness.sandbox.control.fraud.decide(atCraftgate?.fraudId ?? 0, 'NOT_FRAUD')
  const refusal = new SettlePaymentError({ paymentErrorMessage: 'stock is missing' })
  jest.spyOn(orders(), 'settlePayment').mockResolvedValue(refusal)
  await expect(askAgain(bought)).rejects.toThrow('stock is missing')
  expect(await paymentOf(bought)).toMatchObject({ state: 'Authorized' })
  jest.restoreAllMocks()
  expect(await askAgain(bought)).toMatchObject({ settleCraftgateCheckout: { state: 'captured' } })
  expect(await paymentOf(bought)).toMatchObject({ state: 'Settled' })
})

async function paymentOf({ begun }: Bought): Promise<object | undefined> {
  return (await harness.orderOf(begun)).payments[0]
}

async function refund({ payment }: Bought): Promise<object> {
  const { refundOrder } = await harness.shop.manage<{ refundOrder: object }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { state } } }`,
    { input: { paymentId: payment.id, amount: 1_000, shipping: 0, adjustment: 0, reason: '' } },
  )
  return refundOrder
}

function askAgain({ begun: { reference } }: Bought): Promise<object> {
  return harness.shop.manage(
    `mutation ($reference: String!) { settleCraftgateCheckout(reference: $reference) { state } }`,
    { reference },
  )
}
