import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { navigate, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { OrderType } from '@vendure/common/lib/generated-types'
import { Order, TransactionalConnection } from '@vendure/core'
import { CraftgatePlatform } from './craftgate-platform'
import { CraftgateShop } from './test/craftgate-shop'
import { begin, fillCart, growCart, statusOf } from './test/purchase'
import { CRAFTGATE } from './tokens'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 600_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

const nothing = { url: '', fields: {} }

const payment = (id: string | undefined) =>
  harness.sandbox.control.payments().find((each) => String(each.id) === id)

test('a card pays the order and the shopper lands on the page of the order', async () => {
  const { begun, result, order, payment } = await harness.bought({ cart: { quantity: 2 } })
  expect(order).toMatchObject({ state: 'PaymentSettled' })
  expect(order.payments).toMatchObject([{ state: 'Settled', amount: 30_970 }])
  expect(result.response).toMatchObject({
    status: 303,
    location: `https://shop.example.com/order/${begun.orderCode}?ref=${begun.reference}&outcome=captured`,
  })
  expect(payment.metadata).toMatchObject({
    reference: begun.reference,
    price: '309.70',
    pos: 'garanti',
    payment: Number(payment.transactionId),
  })
})

test('instalment interest stands beside the order, whose own amount stays', async () => {
  const { begun, payment } = await harness.bought({
    cart: { quantity: 2 },
    choice: { card: testCards.success, installment: 3, threeDS: 'ok' },
  })
  expect(payment).toMatchObject({ state: 'Settled', amount: 30_970 })
  const facts = {
    installment: 3,
    paidPrice: '321.31',
    interest: '11.61',
    cardFamily: 'Bonus',
    lastFour: '0002',
    threeDS: true,
    method: 'CARD',
  }
  const paidWith = 'Bonus Mastercard •••• 0002'
  expect(payment.metadata.public).toMatchObject({ ...facts, paidWith: { tr: paidWith, en: paidWith } })
  expect(await statusOf(harness.shop, begun.reference)).toMatchObject({ outcome: 'PAID', ...facts, paidWith })
})

test('the shop api shows the public part of the payment only', async () => {
  const { begun } = await harness.bought()
  const { orderByCode } = await harness.shop.ask<{ orderByCode: { payments: { metadata: object }[] } }>(
    `query ($code: String!) { orderByCode(code: $code) { payments { metadata } } }`,
    { code: begun.orderCode },
  )
  expect(Object.keys(orderByCode.payments[0]?.metadata ?? {})).toEqual(['public'])
})

test('a decline is entered once, and the same page then pays', async () => {
  const begun = await harness.checkout()
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  expect(await shopper.pay({ card: testCards.notSufficientFunds })).toMatchObject({ outcome: 'declined' })
  const left = await shopper.leave()
  await shopper.deliver(left.callback ?? nothing)
  const declined = await harness.orderOf(begun)
  expect(declined).toMatchObject({ state: 'ArrangingPayment', payments: [{ state: 'Declined' }] })
  expect(await statusOf(harness.shop, begun.reference)).toMatchObject({
    outcome: 'DECLINED',
    errorGroup: 'NOT_SUFFICIENT_FUNDS',
    declineMessage: expect.stringMatching(/card/i),
  })
  await harness.pay(begun.payLink)
  const paid = await harness.orderOf(begun)
  expect(paid.state).toBe('PaymentSettled')
  expect(paid.payments.map(({ state }) => state).sort()).toEqual(['Declined', 'Settled'])
})

test('a browser that never came back: the webhook pays the order', async () => {
  const begun = await harness.checkout()
  await harness.pay(begun.payLink, { card: testCards.success, deliver: false })
  expect((await harness.orderOf(begun)).state).toBe('ArrangingPayment')
  await harness.webhooks()
  expect(await harness.orderOf(begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled' }],
  })
})

test('five webhooks and two callbacks are one payment', async () => {
  harness.sandbox.control.webhooks.duplicate(5)
  harness.sandbox.control.callbacks.duplicate()
  const { begun } = await harness.bought()
  await harness.webhooks()
  expect((await harness.orderOf(begun)).payments).toHaveLength(1)
})

test('neither callback nor webhook: the merchant asks Craftgate', async () => {
  const begun = await harness.checkout()
  harness.sandbox.control.webhooks.lose()
  await harness.pay(begun.payLink, { card: testCards.success, deliver: false })
  expect(await settleCheckout(begun.reference)).toMatchObject({ state: 'captured', price: '179.80' })
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

test('neither callback nor webhook: the scheduled task asks', async () => {
  const begun = await harness.checkout()
  harness.sandbox.control.webhooks.lose()
  await harness.pay(begun.payLink, { card: testCards.success, deliver: false })
  expect(await harness.reconcile()).toMatchObject({ problems: [] })
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

test('two tabs have the same page: it is paid once, and the other tab is led back to the shop', async () => {
  const first = await harness.checkout()
  const second = await begin(harness.shop)
  expect(second).toEqual(first)
  await harness.pay(first.payLink)
  const page = await navigate(new Request(second.payLink))
  expect(page.status).toBe(303)
  expect(page.headers.get('location')).toContain(`/order/${second.orderCode}?ref=${second.reference}`)
  expect(harness.sandbox.control.checkouts()).toHaveLength(1)
})

test('a cart that was changed in another tab: the page of before is closed, and what it takes pays nothing', async () => {
  const first = await harness.checkout()
  await navigate(new Request(first.payLink))
  await growCart(harness.shop)
  const second = await begin(harness.shop)
  expect(second).toMatchObject({ reference: first.reference, payLink: first.payLink, amount: 30_970 })
  await harness.pay(second.payLink)
  expect(await harness.orderOf(second)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled', amount: 30_970 }],
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '309.70', refunded: '0.00' })
  const { craftgateCheckouts } = await harness.shop.manage<{ craftgateCheckouts: { items: object[] } }>(
    `query ($reference: String!) { craftgateCheckouts(options: { filter: { reference: { eq: $reference } } }) {
      items { attempt state }
    } }`,
    { reference: first.reference },
  )
  expect(craftgateCheckouts.items).toEqual([
    { attempt: 2, state: 'captured' },
    { attempt: 1, state: 'expired' },
  ])
})

test('a cart that grew while it was paid gives the money back, and can be paid anew', async () => {
  const begun = await harness.checkout()
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  await growCart(harness.shop)
  const { response } = await shopper.pay({ card: testCards.success })
  expect(response?.location).toContain('outcome=refunded')
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'AddingItems', payments: [] })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '179.80', refunded: '179.80' })
  const refunded = async (more = '', params?: { readonly languageCode: string }) =>
    (
      await harness.shop.manage<{ craftgateCheckouts: { items: object[] } }>(
        `query { craftgateCheckouts(options: { filter: { state: { eq: "refunded" } } }${more}) {
          items { reference orderCode price note } totalItems
        } }`,
        {},
        params,
      )
    ).craftgateCheckouts.items
  const { reference, orderCode } = begun
  const english = { reference, orderCode, note: expect.stringContaining('was given back') }
  const turkish = { ...english, note: expect.stringContaining('geri gönderildi') }
  expect(await refunded()).toMatchObject([english])
  expect(await refunded(', language: tr')).toMatchObject([turkish])
  expect(await refunded('', { languageCode: 'tr' })).toMatchObject([turkish])
  const again = await begin(harness.shop)
  await harness.pay(again.payLink)
  expect(await harness.orderOf(again)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ amount: 30_970 }],
  })
})

test('yen with a coupon are charged in whole yen, cover the order, and go back in whole yen', async () => {
  await harness.shop.price('T_1', 'JPY', 125_000)
  const bought = await harness.bought({ cart: { currencyCode: 'JPY' }, choice: { card: testCards.foreign } })
  harness.shop.currencyCode = undefined
  expect(bought.order).toMatchObject({ state: 'PaymentSettled', payments: [{ amount: 129_990 }] })
  expect(harness.sandbox.control.sums().JPY).toMatchObject({ captured: '1300' })
  const { refundOrder } = await harness.shop.manage<{ refundOrder: object }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { state total } } }`,
    { input: { paymentId: bought.payment.id, amount: 129_990, shipping: 0, adjustment: 0 } },
  )
  expect(refundOrder).toEqual({ state: 'Settled', total: 129_990 })
  expect(harness.sandbox.control.sums().JPY).toMatchObject({ refunded: '1300' })
})

test('a guest who comes back from paying learns the order code, and the holder of the link does not', async () => {
  const { begun } = await harness.bought()
  expect(await statusOf(harness.shop, begun.reference)).toMatchObject({
    outcome: 'PAID',
    orderCode: begun.orderCode,
  })
  await harness.shop.shopper.asAnonymousUser()
  expect(await statusOf(harness.shop, begun.reference)).toMatchObject({ outcome: 'PAID', orderCode: null })
})

test('a shopper who stepped back to the cart and changed nothing has paid', async () => {
  const begun = await harness.checkout()
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  await harness.shop.ask(`mutation { transitionOrderToState(state: "AddingItems") { __typename } }`)
  await shopper.pay({ card: testCards.success })
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

test('an order that was cancelled meanwhile gives the money back', async () => {
  const begun = await harness.checkout()
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  const { id } = await harness.orderOf(begun)
  await harness.shop.manage(
    `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`,
    {
      input: { orderId: id },
    },
  )
  await shopper.pay({ card: testCards.success })
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'Cancelled', payments: [] })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

test('a pre-authorized order is captured when the merchant captures it', async () => {
  const bought = await harness.bought({ method: 'craftgate-preauth' })
  expect(bought.order).toMatchObject({ state: 'PaymentAuthorized', payments: [{ state: 'Authorized' }] })
  expect(await settlePayment(bought.payment.id)).toMatchObject({ __typename: 'Payment', state: 'Settled' })
  expect(payment(bought.payment.transactionId)?.phase).toBe('POST_AUTH')
  expect((await harness.orderOf(bought.begun)).state).toBe('PaymentSettled')
})

test('a capture that the bank declines leaves the payment authorized and says why', async () => {
  const choice = { card: testCards.postAuthDeclined }
  const bought = await harness.bought({ choice, method: 'craftgate-preauth' })
  expect(await settlePayment(bought.payment.id)).toMatchObject({ __typename: 'SettlePaymentError' })
  const after = await harness.orderOf(bought.begun)
  expect(after).toMatchObject({ state: 'PaymentAuthorized', payments: [{ state: 'Authorized' }] })
  expect(after.payments[0]?.errorMessage).toMatch(/capture failed/i)
})

test('a capture made outside of the shop is entered when the merchant asks', async () => {
  const { begun, payment } = await harness.bought({ method: 'craftgate-preauth' })
  const craftgate = harness.shop.app.get<CraftgateCommerce>(CRAFTGATE)
  const paymentId = Number(payment.transactionId)
  await craftgate.capture({ account: 'main:sandbox', paymentId, key: 'elsewhere' })
  expect((await harness.orderOf(begun)).state).toBe('PaymentAuthorized')
  await settleCheckout(begun.reference)
  expect(await harness.orderOf(begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled' }],
  })
})

test('a pre-authorized payment that is cancelled is released at the bank', async () => {
  const bought = await harness.bought({ method: 'craftgate-preauth' })
  const { cancelPayment } = await harness.shop.manage<{ cancelPayment: object }>(
    `mutation ($id: ID!) { cancelPayment(id: $id) { __typename ... on Payment { state } ... on ErrorResult { message } } }`,
    { id: bought.payment.id },
  )
  expect(cancelPayment).toMatchObject({ __typename: 'Payment', state: 'Cancelled' })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ held: '0.00' })
})

test('a payment that ends in a fraud block is cancelled, and the order can be paid again', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const { begun, payment } = await harness.bought()
  const platform = harness.shop.app.get(CraftgatePlatform)
  const record = await platform.findCheckout({ reference: begun.reference })
  const facts = await harness.shop.app
    .get<CraftgateCommerce>(CRAFTGATE)
    .payment({ account: 'main:sandbox', paymentId: Number(payment.transactionId) })
  if (!record) throw new Error('No record')
  const blocked = { kind: 'declined', facts, error: { code: 'fraud-block', group: 'FRAUD_BLOCK' } } as const
  expect(await platform.apply(record, blocked)).toBe('applied')
  expect(await platform.apply(record, blocked)).toBe('already')
  expect(await harness.orderOf(begun)).toMatchObject({
    state: 'ArrangingAdditionalPayment',
    payments: [{ state: 'Cancelled' }],
  })
  const again = await begin(harness.shop, { orderCode: begun.orderCode })
  await harness.pay(again.payLink)
  const paid = await harness.orderOf(begun)
  expect(paid.state).toBe('PaymentSettled')
  expect(paid.payments.map(({ state }) => state).sort()).toEqual(['Cancelled', 'Settled'])
})

test('a payment under fraud review is held, and captured when it is approved', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const bought = await harness.bought()
  expect(bought.order).toMatchObject({ state: 'PaymentAuthorized', payments: [{ state: 'Authorized' }] })
  expect(await statusOf(harness.shop, bought.begun.reference)).toMatchObject({ outcome: 'IN_REVIEW' })
  harness.sandbox.control.fraud.decide(payment(bought.payment.transactionId)?.fraudId ?? 0, 'NOT_FRAUD')
  await settleCheckout(bought.begun.reference)
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled' }],
  })
})

test('nobody can make up a payment through the shop api', async () => {
  await fillCart(harness.shop)
  await harness.shop.ask(`mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }`)
  const { addPaymentToOrder } = await harness.shop.ask<{ addPaymentToOrder: object }>(
    `mutation { addPaymentToOrder(input: { method: "craftgate", metadata: { outcome: "captured" } }) {
      __typename ... on ErrorResult { message }
    } }`,
  )
  expect(addPaymentToOrder).toMatchObject({ __typename: 'PaymentFailedError' })
})

test('one seller’s part of an order is not paid by itself, and says where its money is', async () => {
  const begun = await harness.checkout()
  const orders = harness.shop.app.get(TransactionalConnection).rawConnection.getRepository(Order)
  await orders.update({ code: begun.orderCode }, { type: OrderType.Seller })
  expect(await begin(harness.shop)).toMatchObject({ reason: 'SELLER_ORDER' })
  const { addPaymentToOrder } = await harness.shop.ask<{ addPaymentToOrder: object }>(
    `mutation { addPaymentToOrder(input: { method: "craftgate", metadata: {} }) {
      __typename ... on PaymentFailedError { paymentErrorMessage }
    } }`,
  )
  expect(addPaymentToOrder).toEqual({
    __typename: 'PaymentFailedError',
    paymentErrorMessage: expect.stringContaining('its money is on the payment of the order that was split'),
  })
})

test('a new customer whose order was paid by a webhook keeps the address', async () => {
  const begun = await harness.checkout()
  await harness.pay(begun.payLink, { card: testCards.success, deliver: false })
  await harness.webhooks()
  const { orders } = await harness.shop.manage<{
    orders: { items: { customer: { addresses: object[] } }[] }
  }>(
    `query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) {
      items { customer { addresses { streetLine1 } } } } }`,
    { code: begun.orderCode },
  )
  expect(orders.items[0]?.customer.addresses).toEqual([{ streetLine1: 'Bağdat Cad. 1' }])
})

test('a method that was switched off meanwhile keeps the payment waiting until it is on again', async () => {
  const begun = await harness.checkout()
  const held = await harness.pay(begun.payLink, { card: testCards.success, deliver: false })
  await enable(false)
  const reply = await new Shopper().deliver(held.callback ?? nothing)
  expect(reply.location).toContain('outcome=pending')
  expect((await harness.orderOf(begun)).payments).toEqual([])
  await enable(true)
  await harness.webhooks()
  expect((await harness.orderOf(begun)).state).toBe('PaymentSettled')
})

async function settleCheckout(reference: string): Promise<object | null> {
  const { settleCraftgateCheckout } = await harness.shop.manage<{ settleCraftgateCheckout: object | null }>(
    `mutation ($reference: String!) { settleCraftgateCheckout(reference: $reference) { state paymentId note price } }`,
    { reference },
  )
  return settleCraftgateCheckout
}

async function enable(enabled: boolean): Promise<void> {
  await harness.shop.manage(
    `mutation ($input: UpdatePaymentMethodInput!) { updatePaymentMethod(input: $input) { id } }`,
    {
      input: { id: 'T_1', enabled },
    },
  )
}

async function settlePayment(id: string): Promise<object> {
  const { settlePayment } = await harness.shop.manage<{ settlePayment: object }>(
    `mutation ($id: ID!) { settlePayment(id: $id) {
      __typename ... on Payment { state } ... on SettlePaymentError { paymentErrorMessage } ... on ErrorResult { message }
    } }`,
    { id },
  )
  return settlePayment
}
