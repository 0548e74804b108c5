import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { CraftgateShop } from './test/craftgate-shop'
import { CRAFTGATE } from './tokens'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 180_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.faults.clear())

const bought = () => harness.bought({ method: 'craftgate-preauth' })

interface Answer {
  readonly __typename: string
  readonly state?: string
  readonly amount?: number
  readonly paymentErrorMessage?: string
}

async function capture(paymentId: string, amount: number): Promise<Answer> {
  const { captureCraftgatePayment } = await harness.shop.manage<{ captureCraftgatePayment: Answer }>(
    `mutation ($input: CaptureCraftgatePaymentInput!) { captureCraftgatePayment(input: $input) {
      __typename ... on Payment { state amount } ... on SettlePaymentError { paymentErrorMessage }
    } }`,
    { input: { paymentId, amount } },
  )
  return captureCraftgatePayment
}

const move = (id: string, state: string) =>
  harness.shop.manage(
    `mutation ($id: ID!, $state: String!) { transitionOrderToState(id: $id, state: $state) { __typename } }`,
    { id, state },
  )

async function refund(paymentId: string, amount: number): Promise<object> {
  const { refundOrder } = await harness.shop.manage<{ refundOrder: object }>(
    `mutation ($paymentId: ID!, $amount: Money!) { refundOrder(input: {
      lines: [], shipping: 0, adjustment: 0, paymentId: $paymentId, amount: $amount, reason: ""
    }) { __typename ... on Refund { state total metadata } ... on ErrorResult { message } } }`,
    { paymentId, amount },
  )
  return refundOrder
}

const atCraftgate = (transactionId: string) =>
  harness.sandbox.control.payments().find(({ id }) => String(id) === transactionId)

async function settleCheckout(reference: string): Promise<void> {
  await harness.shop.manage(
    `mutation ($reference: String!) { settleCraftgateCheckout(reference: $reference) { state } }`,
    { reference },
  )
}

test('less than was authorized is captured, and the payment is worth just that', async () => {
  const { begun, payment, order } = await bought()
  const less = order.totalWithTax - 1000
  expect(await capture(payment.id, less)).toEqual({ __typename: 'Payment', state: 'Settled', amount: less })
  expect(atCraftgate(payment.transactionId)).toMatchObject({ phase: 'POST_AUTH', refunded: '0.00' })
  const after = await harness.orderOf(begun)
  expect(after.state).toBe('PaymentAuthorized')
  expect(after.payments).toMatchObject([{ metadata: { authorizedAmount: order.totalWithTax } }])
})

/** The merchant lets the difference go, or takes it by other means. */
async function coverTheRest(id: string): Promise<void> {
  await move(id, 'ArrangingAdditionalPayment')
  await harness.shop.manage(
    `mutation ($id: ID!) { addManualPaymentToOrder(input: {
      orderId: $id, method: "discount", transactionId: "1", metadata: {}
    }) { __typename } }`,
    { id },
  )
  await move(id, 'PaymentSettled')
}

test('an order with less captured is paid in full by a manual payment for the rest', async () => {
  const { begun, payment, order } = await bought()
  await capture(payment.id, order.totalWithTax - 1000)
  await coverTheRest(order.id)
  const paid = await harness.orderOf(begun)
  expect(paid.state).toBe('PaymentSettled')
  expect(paid.payments.map(({ amount }) => amount).sort()).toEqual([1000, order.totalWithTax - 1000])
})

test('of what was captured of a pre-authorization a part is not refunded, and all of it is', async () => {
  const { payment, order } = await bought()
  const less = order.totalWithTax - 1000
  await capture(payment.id, less)
  await coverTheRest(order.id)
  expect(await refund(payment.id, 500)).not.toMatchObject({ state: 'Settled' })
  expect(await refund(payment.id, less)).toMatchObject({ state: 'Settled', total: less })
  const { refunded, paidPrice } = atCraftgate(payment.transactionId) ?? {}
  expect(refunded).toBe(paidPrice)
})

test('more than was authorized is captured within the margin, and the order is paid', async () => {
  const { begun, payment, order } = await bought()
  const more = order.totalWithTax + 1000
  expect(await capture(payment.id, more)).toMatchObject({ state: 'Settled', amount: more })
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

test('asking again after another amount was captured neither changes the books nor gives money back', async () => {
  const { begun, payment, order } = await bought()
  const less = order.totalWithTax - 1000
  await capture(payment.id, less)
  await settleCheckout(begun.reference)
  await harness.webhooks()
  await harness.reconcile()
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Settled', amount: less }])
  expect(atCraftgate(payment.transactionId)).toMatchObject({ phase: 'POST_AUTH', refunded: '0.00' })
})

test('beyond the margin the bank refuses, the reason is given, and the rest can still be captured', async () => {
  const { begun, payment, order } = await bought()
  const refused = await capture(payment.id, order.totalWithTax * 3)
  expect(refused.__typename).toBe('SettlePaymentError')
  expect(refused.paymentErrorMessage).toMatch(/capture failed/i)
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Authorized' }])
  expect(await capture(payment.id, order.totalWithTax)).toMatchObject({ state: 'Settled' })
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

test('pressed twice it is captured once', async () => {
  const { payment, order } = await bought()
  const less = order.totalWithTax - 500
  await capture(payment.id, less)
  expect(await capture(payment.id, less - 500)).toMatchObject({ state: 'Settled', amount: less })
  const { transactionId } = payment
  const posts = harness.sandbox.control
    .requests()
    .filter(({ path }) => path.includes(`${transactionId}/post-auth`))
  expect(posts).toHaveLength(1)
})

test('a capture of less whose answer was lost is entered with what was captured', async () => {
  const { begun, payment, order } = await bought()
  const less = order.totalWithTax - 1000
  const match = { method: 'POST', pathRegex: 'post-auth' }
  harness.sandbox.control.faults.add({ match, kind: 'drop-after-commit' })
  await capture(payment.id, less)
  await settleCheckout(begun.reference)
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Settled', amount: less }])
})

test.each([0, -5])('an amount of %s is refused before anybody is asked', async (amount) => {
  const { payment } = await bought()
  await expect(capture(payment.id, amount)).rejects.toThrow(/amount must be above zero/)
})

test('a payment under fraud review is not captured before somebody decided, in whatever phase', async () => {
  for (const method of ['craftgate-preauth', undefined]) {
    harness.sandbox.control.fraud.nextPayment('REVIEW')
    const { begun, payment, order } = await harness.bought({ method })
    const refused = await capture(payment.id, order.totalWithTax)
    expect(refused.paymentErrorMessage).toMatch(/under fraud review/)
    expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Authorized' }])
  }
})

const decide = (transactionId: string, status: 'FRAUD' | 'NOT_FRAUD') =>
  harness.sandbox.control.fraud.decide(atCraftgate(transactionId)?.fraudId ?? 0, status)

async function settlePayment(id: string, languageCode: string): Promise<Answer> {
  const { settlePayment } = await harness.shop.manage<{ settlePayment: Answer }>(
    `mutation ($id: ID!) { settlePayment(id: $id) {
      __typename ... on Payment { state } ... on SettlePaymentError { paymentErrorMessage }
    } }`,
    { id },
    { languageCode },
  )
  return settlePayment
}

const cancel = (id: string) =>
  harness.shop.manage(`mutation ($id: ID!) { cancelPayment(id: $id) { ... on Payment { state } } }`, { id })

test("Vendure's own settle waits for the review too, and says so in the merchant's language", async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const { begun, payment } = await harness.bought()
  expect((await settlePayment(payment.id, 'tr')).paymentErrorMessage).toMatch(
    /Craftgate panelinde karar verin/,
  )
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Authorized' }])
})

test('a review that found fraud keeps the payment held until the merchant cancels it; then the money is back', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const { begun, payment } = await harness.bought()
  decide(payment.transactionId, 'FRAUD')
  await settleCheckout(begun.reference)
  expect((await settlePayment(payment.id, 'en')).paymentErrorMessage).toMatch(/cancel the payment/)
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Authorized' }])
  expect(await cancel(payment.id)).toEqual({ cancelPayment: { state: 'Cancelled' } })
  expect(atCraftgate(payment.transactionId)).toMatchObject({
    refunded: atCraftgate(payment.transactionId)?.paidPrice,
  })
  decide(payment.transactionId, 'NOT_FRAUD')
  await settleCheckout(begun.reference)
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Cancelled' }])
})

test('core refuses to capture a payment under review, for every adapter', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const { payment } = await harness.bought()
  const craftgate = harness.shop.app.get<CraftgateCommerce>(CRAFTGATE)
  const paymentId = Number(payment.transactionId)
  const result = await craftgate.capture({ account: 'main:sandbox', paymentId, key: 'before-the-review' })
  expect(result).toMatchObject({ state: 'failed', error: { code: 'under-review' } })
})

test('who may not change orders captures nothing and approves no loan, whatever Craftgate permission they hold', async () => {
  const { payment, order } = await bought()
  await signInWith(['ReadOrder', 'WriteCraftgate'])
  await expect(capture(payment.id, order.totalWithTax)).rejects.toThrow(/not currently authorized/)
  await expect(approveLoan()).rejects.toThrow(/not currently authorized/)
  await signInWith(['ReadOrder', 'UpdateOrder'])
  await expect(capture(payment.id, order.totalWithTax)).rejects.toThrow(/not currently authorized/)
  await expect(approveLoan()).rejects.toThrow(/not currently authorized/)
  await signInWith(['ReadOrder', 'UpdateOrder', 'WriteCraftgate'])
  expect(await capture(payment.id, order.totalWithTax)).toMatchObject({ state: 'Settled' })
  await harness.shop.admin.asSuperAdmin()
}, 20_000)

const approveLoan = () =>
  harness.shop.manage('mutation { approveCraftgateLoan(reference: "unknown") { state } }')

/** A new member of staff with just these permissions takes the seat at the Admin API. */
async function signInWith(permissions: readonly string[]): Promise<void> {
  await harness.shop.admin.asSuperAdmin()
  const name = permissions.join('-').toLowerCase()
  const { createRole } = await harness.shop.manage<{ createRole: { id: string } }>(
    `mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }`,
    { input: { code: name, description: name, permissions } },
  )
  const emailAddress = `${name}@example.com`
  const person = { firstName: 'A', lastName: 'B', emailAddress, password: 'test', roleIds: [createRole.id] }
  await harness.shop.manage(
    `mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }`,
    { input: person },
  )
  await harness.shop.admin.asUserWithCredentials(emailAddress, 'test')
}
