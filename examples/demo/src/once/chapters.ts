// The same story in every shop: a sale with instalments, a pre-authorized sale, a wallet, a transfer, and refunds.
import { type Control, testCards } from '@craftgate-commerce/sandbox'
import { lira } from './money'
import { landing, pay, payBy } from './pay'
import type { Begun, Bought, Customer, Merchant, OnceShop, Refund } from './shop'
import { expectIs, type Steps } from './steps'

/** `craftgate`: where a test person sends the money that was promised. */
export async function chapters(shop: OnceShop, craftgate: Control, steps: Steps): Promise<void> {
  const merchant = await shop.merchant()
  const sale = new Purchase(shop.customer())
  const held = new Purchase(shop.customer())
  await buyInInstalments(shop, sale, merchant, steps)
  await buyAndCapture(shop, held, merchant, steps)
  await buyByWallet(shop, new Purchase(shop.customer()), merchant, steps)
  await buyByTransfer(shop, new Purchase(shop.customer()), { merchant, craftgate }, steps)
  await refundPart(shop, merchant, sale, steps)
  await refundAll(shop, merchant, held, steps)
}

/** What one step leaves for the next. */
class Purchase {
  total = 0
  private begunAt: Begun | undefined
  private order: Bought | undefined

  constructor(readonly customer: Customer) {}

  async begin(phase: 'AUTH' | 'PRE_AUTH'): Promise<void> {
    this.begunAt = await this.customer.begin(phase)
  }

  async arrive(): Promise<Bought> {
    this.order = await this.customer.bought(this.begun.reference)
    return this.order
  }

  get begun(): Begun {
    if (!this.begunAt) throw new Error('The payment has not begun')
    return this.begunAt
  }

  get bought(): Bought {
    if (!this.order) throw new Error('Nothing was bought')
    return this.order
  }
}

async function buyInInstalments(
  { name, storefrontUrl }: OnceShop,
  purchase: Purchase,
  merchant: Merchant,
  steps: Steps,
) {
  const chapter = `${name}: sale, 6 instalments`
  await steps.run(chapter, 'cart with coupon and shipping', async () => {
    const goods = { 'SRM-KUP-DNZ': 2, 'KHV-DIB-250': 1 }
    purchase.total = await purchase.customer.fill({ goods, coupon: 'HOSGELDIN10', shipping: 'standard' })
    return `to pay ${lira(purchase.total)}`
  })
  await steps.run(chapter, 'pay link', async () => {
    await purchase.begin('AUTH')
    return 'made, and the payment page waits'
  })
  await steps.run(chapter, 'payment page, 3D Secure', async () => {
    const { url, status } = await landing(
      await pay(purchase.begun.payLink, { card: testCards.success, installment: 6 }),
    )
    if (storefrontUrl) expectIs('Where the shopper lands', new URL(url).origin, storefrontUrl)
    expectIs('The page there', status, 200)
    return 'back at the shop'
  })
  await steps.run(chapter, 'order is paid', async () => {
    const { order, total, number, installment, paidPrice, interest, paidWith } = await purchase.arrive()
    expectIs('The order', (await merchant.sale(order)).state, 'paid')
    expectIs('The total', total, purchase.total)
    expectIs('The instalment count', installment, 6)
    expectIs('Price and interest together', total + interest, paidPrice)
    return `order ${number}: ${lira(total)} + ${lira(interest)} interest = ${lira(paidPrice)} on ${paidWith}`
  })
}

async function buyAndCapture({ name }: OnceShop, purchase: Purchase, merchant: Merchant, steps: Steps) {
  const chapter = `${name}: pre-authorization`
  await steps.run(chapter, 'cart', async () => {
    purchase.total = await purchase.customer.fill({ goods: { 'SRM-VAZ-32': 1 }, shipping: 'free' })
    await purchase.begin('PRE_AUTH')
    return `to pay ${lira(purchase.total)}`
  })
  await steps.run(chapter, 'amount is held', async () => {
    await pay(purchase.begun.payLink, { card: testCards.world })
    const { order, number } = await purchase.arrive()
    const sale = await merchant.sale(order)
    expectIs('The order', sale.state, 'authorized')
    expectIs('What is held', sale.authorized, purchase.total)
    expectIs('What is captured', sale.captured, 0)
    return `order ${number}: held ${lira(sale.authorized)}`
  })
  await steps.run(chapter, 'merchant captures', async () => {
    await merchant.capture(purchase.bought.order)
    const sale = await merchant.sale(purchase.bought.order)
    expectIs('The order', sale.state, 'paid')
    expectIs('What is captured', sale.captured, purchase.total)
    return `captured ${lira(sale.captured)}`
  })
}

async function buyByWallet({ name }: OnceShop, purchase: Purchase, merchant: Merchant, steps: Steps) {
  const chapter = `${name}: wallet`
  await steps.run(chapter, 'cart', () => fillAndBegin(purchase))
  await steps.run(chapter, 'approved at the wallet', async () => {
    await payBy(purchase.begun.payLink, 'PAPARA')
    const { order, number, total, paidWith } = await purchase.arrive()
    expectIs('The order', (await merchant.sale(order)).state, 'paid')
    expectIs('The total', total, purchase.total)
    expectIs('What it was paid with', paidWith, 'Papara')
    return `order ${number}: ${lira(total)} by ${paidWith}`
  })
}

async function buyByTransfer(
  { name }: OnceShop,
  purchase: Purchase,
  { merchant, craftgate }: { readonly merchant: Merchant; readonly craftgate: Control },
  steps: Steps,
) {
  const chapter = `${name}: instant transfer`
  await steps.run(chapter, 'cart', () => fillAndBegin(purchase))
  await steps.run(chapter, 'promised at the bank', async () => {
    await payBy(purchase.begun.payLink, 'INSTANT_TRANSFER', { outcome: 'waiting' })
    return 'the shop waits for the money'
  })
  await steps.run(chapter, 'the money comes', async () => {
    craftgate.payments.release('SUCCESS')
    await craftgate.webhooks.flush()
    const { order, number, total } = await purchase.arrive()
    expectIs('The order', (await merchant.sale(order)).state, 'paid')
    return `order ${number}: ${lira(total)}`
  })
}

async function fillAndBegin(purchase: Purchase): Promise<string> {
  purchase.total = await purchase.customer.fill({ goods: { 'SRM-VAZ-32': 1 }, shipping: 'free' })
  await purchase.begin('AUTH')
  return `to pay ${lira(purchase.total)}`
}

async function refundPart({ name }: OnceShop, merchant: Merchant, purchase: Purchase, steps: Steps) {
  const chapter = `${name}: partial refund`
  let back = 0
  await steps.run(chapter, 'one mug of two goes back', async () => {
    const { order } = purchase.bought
    back = amountOf(await merchant.refundMug(order))
    expectIs('All that went back', (await merchant.sale(order)).refunded, back)
    return `${lira(back)} of ${lira(purchase.total)}, with its share of the interest`
  })
  await steps.run(chapter, 'no more than what is left', async () => {
    const { order } = purchase.bought
    const refund = await merchant.refund(order, purchase.total)
    expectIs('The answer', refund.done ? 'a refund' : 'a refusal', 'a refusal')
    expectIs('All that went back', (await merchant.sale(order)).refunded, back)
    return `${lira(purchase.total)} once more: refused`
  })
}

async function refundAll({ name }: OnceShop, merchant: Merchant, purchase: Purchase, steps: Steps) {
  await steps.run(`${name}: full refund`, 'the whole order goes back', async () => {
    const { order } = purchase.bought
    expectIs('The refund', amountOf(await merchant.refund(order, purchase.total)), purchase.total)
    const { refunded, captured } = await merchant.sale(order)
    expectIs('All that went back', refunded, purchase.total)
    return `${lira(refunded)} of ${lira(captured)}`
  })
}

function amountOf(refund: Refund): number {
  if (!refund.done) throw new Error(refund.refusal)
  return refund.amount
}
