import { testCards } from '@craftgate-commerce/sandbox'
import type { Stack } from '../stack'
import { SUPERADMIN } from '../vendure'
import { type Begun, Customer } from './customer'
import { Merchant, type MerchantOrder, type MerchantPayment } from './merchant'
import { lira, unitsOf } from './money'
import { expectIs, type Steps } from './steps'

const SALE = 'Sale with 6 instalments'
const PRE_AUTH = 'Pre-authorization'
const PARTIAL = 'Partial refund'
const FULL = 'Full refund'

/** A sale, a pre-authorized sale, and their refunds. */
export async function vendureChapters(stack: Stack, steps: Steps): Promise<void> {
  const { shopApi, adminApi } = stack.vendure.main
  const sale = new Customer(shopApi)
  const held = new Customer(shopApi)
  const merchant = await Merchant.login(adminApi, SUPERADMIN.identifier, SUPERADMIN.password)
  const bought = await buyInInstalments(sale, steps, stack.storefront?.url)
  const captured = await buyAndCapture(held, merchant, steps)
  await refundOneLine(merchant, steps, bought)
  await refundAll(merchant, steps, captured)
}

/** What one chapter leaves for the next. */
interface Bought {
  total: number
  begun?: Begun
}

async function buyInInstalments(customer: Customer, steps: Steps, storefrontUrl?: string): Promise<Bought> {
  const bought: Bought = { total: 0 }
  await steps.run(SALE, 'cart with coupon and shipping', async () => {
    const goods = { 'SRM-KUP-DNZ': 2, 'KHV-DIB-250': 1 }
    const order = await customer.fill({ goods, coupon: 'HOSGELDIN10', shipping: 'yurtici-kargo' })
    bought.total = order.totalWithTax
    return `to pay ${lira(order.totalWithTax)}`
  })
  await steps.run(SALE, 'pay link', async () => {
    bought.begun = await customer.begin('craftgate')
    return `order ${bought.begun.orderCode}`
  })
  await steps.run(SALE, 'payment page, 3D Secure', async () => {
    const { payLink, orderCode } = begunOf(bought)
    const location = await customer.pay(payLink, { card: testCards.success, installment: 6 })
    if (storefrontUrl) expectIs('Where the shopper lands', new URL(location).origin, storefrontUrl)
    expectIs('The page there', (await fetch(location)).status, 200)
    return `back at the shop, order ${orderCode}`
  })
  await steps.run(SALE, 'order is paid', async () => {
    const { reference, orderCode } = begunOf(bought)
    const order = await customer.order(orderCode)
    expectIs('The order', order.state, 'PaymentSettled')
    expectIs('The total', order.totalWithTax, bought.total)
    const status = await customer.status(reference)
    expectIs('The instalment count', status.installment, 6)
    const paid = unitsOf(status.paidPrice ?? '')
    const interest = unitsOf(status.interest ?? '')
    expectIs('Price and interest together', bought.total + interest, paid)
    return `${lira(order.totalWithTax)} + ${lira(interest)} interest = ${lira(paid)} on ${status.cardFamily} •••• ${status.lastFour}`
  })
  return bought
}

async function buyAndCapture(customer: Customer, merchant: Merchant, steps: Steps): Promise<Bought> {
  const bought: Bought = { total: 0 }
  await steps.run(PRE_AUTH, 'cart', async () => {
    const order = await customer.fill({ goods: { 'SRM-VAZ-32': 1 }, shipping: 'ucretsiz-kargo' })
    bought.total = order.totalWithTax
    bought.begun = await customer.begin('craftgate-on-provizyon')
    return `to pay ${lira(order.totalWithTax)}, order ${bought.begun.orderCode}`
  })
  await steps.run(PRE_AUTH, 'amount is held', async () => {
    const { payLink, orderCode } = begunOf(bought)
    await customer.pay(payLink, { card: testCards.world })
    const { state, payments } = await merchant.order(orderCode)
    expectIs('The order', state, 'PaymentAuthorized')
    return `held ${lira(paymentOf(payments, 'Authorized').amount)}`
  })
  await steps.run(PRE_AUTH, 'merchant captures', async () => {
    const { orderCode } = begunOf(bought)
    const before = await merchant.order(orderCode)
    const settled = await merchant.settle(paymentOf(before.payments, 'Authorized').id)
    expectIs('The payment', settled.state, 'Settled')
    expectIs('The order', (await merchant.order(orderCode)).state, 'PaymentSettled')
    return `captured ${lira(settled.amount)}`
  })
  return bought
}

async function refundOneLine(merchant: Merchant, steps: Steps, bought: Bought): Promise<void> {
  await steps.run(PARTIAL, 'one mug of two goes back', async () => {
    const order = await merchant.order(begunOf(bought).orderCode)
    const line = lineOf(order, 2)
    const payment = paymentOf(order.payments, 'Settled')
    const refund = await merchant.refund({
      paymentId: payment.id,
      amount: line.proratedUnitPriceWithTax,
      lines: [{ orderLineId: line.id, quantity: 1 }],
      reason: 'Kupa kırık geldi',
    })
    expectIs('The refund', refund.state, 'Settled')
    expectIs('Its amount', refund.total, line.proratedUnitPriceWithTax)
    return `${lira(refund.total)} of ${lira(payment.amount)}, with its share of the interest`
  })
  await steps.run(PARTIAL, 'no more than what is left', async () => {
    const order = await merchant.order(begunOf(bought).orderCode)
    const payment = paymentOf(order.payments, 'Settled')
    const attempt = merchant.refund({ paymentId: payment.id, amount: payment.amount, reason: 'Fazla iade' })
    const refusal = await attempt.then(
      ({ state }) => `a refund in state ${state}`,
      (error: Error) => error.message.split(':')[0],
    )
    expectIs('The answer', refusal, 'REFUND_AMOUNT_ERROR')
    return `${lira(payment.amount)} once more: refused`
  })
}

async function refundAll(merchant: Merchant, steps: Steps, bought: Bought): Promise<void> {
  await steps.run(FULL, 'the whole order goes back', async () => {
    const before = await merchant.order(begunOf(bought).orderCode)
    const payment = paymentOf(before.payments, 'Settled')
    const refund = await merchant.refund({
      paymentId: payment.id,
      amount: payment.amount,
      reason: 'Müşteri vazgeçti',
    })
    expectIs('The refund', refund.state, 'Settled')
    const after = await merchant.order(begunOf(bought).orderCode)
    const back = after.payments.flatMap(({ refunds }) => refunds).reduce((sum, { total }) => sum + total, 0)
    expectIs('All that went back', back, bought.total)
    return `${lira(back)} of ${lira(payment.amount)}`
  })
}

function begunOf({ begun }: Bought): Begun {
  if (!begun) throw new Error('The payment has not begun')
  return begun
}

function paymentOf(payments: readonly MerchantPayment[], state: string): MerchantPayment {
  const payment = payments.find((each) => each.state === state)
  if (!payment)
    throw new Error(
      `No payment is ${state}: ${payments.map((each) => each.state).join(', ') || 'none at all'}`,
    )
  return payment
}

function lineOf(order: MerchantOrder, quantity: number): MerchantOrder['lines'][number] {
  const line = order.lines.find((each) => each.quantity === quantity)
  if (!line) throw new Error(`The order has no line of ${quantity} pieces`)
  return line
}
