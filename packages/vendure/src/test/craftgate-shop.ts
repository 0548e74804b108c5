import {
  type Sandbox,
  Shopper,
  type ShopperResult,
  startSandbox,
  testCards,
} from '@craftgate-commerce/sandbox'
import type { VendureConfig } from '@vendure/core'
import type { CraftgatePluginOptions } from '../plugin-options'
import {
  type BeginResult,
  begin,
  type Cart,
  fillCart,
  type OrderView,
  orderByCode,
  type PaymentView,
} from './purchase'
import { freeAddress, TestShop } from './shop'

type PayChoice = Parameters<Shopper['pay']>[0]

interface ShopUnderTest extends Partial<VendureConfig> {
  readonly network?: (craftgate: string) => Promise<string>
}

/** A Vendure shop whose Craftgate is the sandbox. Its clock stands still, so webhooks come when a test says so. */
export class CraftgateShop {
  private constructor(
    readonly shop: TestShop,
    readonly sandbox: Sandbox,
  ) {}

  /** `network` is given Craftgate's address, and answers the one that the shop is to use. */
  static async start(
    options: Partial<CraftgatePluginOptions> = {},
    { network = async (craftgate) => craftgate, ...more }: ShopUnderTest = {},
  ): Promise<CraftgateShop> {
    const sandbox = await startSandbox({ timeScale: 0 })
    const shopUrl = await freeAddress()
    sandbox.control.webhooks.setUrl(`${shopUrl}/craftgate/webhook`)
    const { apiKey, secretKey, webhookKey } = sandbox
    const environment = await network(sandbox.url)
    const given = {
      publicUrl: shopUrl,
      linkSecret: 'a link secret of thirty-two characters or more',
      merchants: { main: { apiKey, secretKey, webhookKey, environment } },
      returnUrl: 'https://shop.example.com/order/{orderCode}?ref={reference}&outcome={outcome}',
      reconcileAfterSeconds: 5,
      ...options,
    }
    const shop = await TestShop.start(given, more)
    return new CraftgateShop(shop, sandbox)
  }

  async close(): Promise<void> {
    await this.shop?.close()
    await this.sandbox?.close()
  }

  /** A filled cart, ready to be paid. */
  async checkout(cart?: Cart, input?: Record<string, unknown>): Promise<BeginResult> {
    await fillCart(this.shop, cart)
    return begin(this.shop, input)
  }

  async pay(payLink: string, choice: PayChoice = { card: testCards.success }): Promise<ShopperResult> {
    const shopper = new Shopper({ clientIp: '85.105.10.20' })
    await shopper.open(payLink)
    return shopper.pay(choice)
  }

  /** Cart, pay link, card, back in the shop. */
  async bought({ cart, choice, method }: Purchase = {}): Promise<Bought> {
    const begun = await this.checkout(cart, method ? { paymentMethodCode: method } : undefined)
    const result = await this.pay(begun.payLink, choice)
    const order = await orderByCode(this.shop, begun.orderCode)
    const [payment] = order.payments
    if (!payment)
      throw new Error(
        `The order has no payment; the shopper stands at ${result.page.url} (${result.page.status})`,
      )
    return { begun, result, order, payment }
  }

  orderOf({ orderCode }: Pick<BeginResult, 'orderCode'>): Promise<OrderView> {
    return orderByCode(this.shop, orderCode)
  }

  /** An hour goes by, and the scheduled task runs. */
  async reconcile(): Promise<object> {
    await this.shop.anHourLater()
    const { craftgateReconcile } = await this.shop.manage<{ craftgateReconcile: object }>(
      `mutation { craftgateReconcile { checkouts operations problems } }`,
    )
    return craftgateReconcile
  }

  /** Everything that is due within a minute is delivered. */
  async webhooks(): Promise<void> {
    await this.sandbox.control.clock.advance({ minutes: 1 })
  }
}

export interface Purchase {
  readonly cart?: Cart
  readonly choice?: PayChoice
  /** Code of the payment method. */
  readonly method?: string
}

export interface Bought {
  readonly begun: BeginResult
  readonly result: ShopperResult
  readonly order: OrderView
  readonly payment: PaymentView
}
