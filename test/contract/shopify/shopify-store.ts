import type { ShopifyMerchant } from '@craftgate-commerce/example-shopify-store'
import type {
  Capability,
  OrderSpec,
  OrderView,
  PlacedOrder,
  RefundView,
  ShopperView,
  Store,
  StorefrontAccess,
} from '../store'
import { limits } from './limits'
import { orderView, type PaymentView, shopperView } from './read-state'
import { type Checkout, ShopifyApi, ShopifyRefusal, type Transaction } from './shopify-api'

export interface ShopifyServers {
  /** Addresses of the app's running servers, read at each call. */
  readonly urls: () => readonly string[]
  readonly shopUrl: (domain: string) => string
  /** Domains of a shop and of another merchant's. */
  readonly shops: Readonly<Record<'first' | 'second', string>>
  merchant(domain: string): Promise<ShopifyMerchant>
  restart(): Promise<void>
}

type Answered = Awaited<ReturnType<Store['capture']>>

interface Known {
  readonly shop: string
  readonly api: ShopifyApi
}

/** How long a refund or capture may take until Shopify hears of its end, or the merchant why it waits. */
const PATIENCE_MS = 60_000

/** Shopify, played by its published schema, through its checkout and admin; and the app through its merchant's pages. */
export class ShopifyStore implements Store {
  readonly name = 'Shopify'
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>([
    'pre-auth',
    'several-currencies',
    'two-servers',
    'restart',
  ])
  readonly limits = limits
  private readonly orders = new Map<string, Known>()
  private readonly sessions = new Map<string, string>()
  private readonly merchants = new Map<string, Promise<ShopifyMerchant>>()

  constructor(private readonly servers: ShopifyServers) {}

  get callbackUrls(): readonly string[] {
    return this.endpoints('callback')
  }

  get webhookUrls(): readonly string[] {
    return this.endpoints('webhook')
  }

  async placeOrder({
    products = 2,
    quantity = 1,
    ...spec
  }: OrderSpec & { readonly locale?: string } = {}): Promise<PlacedOrder> {
    const shop = this.servers.shops[spec.secondShop ? 'second' : 'first']
    const api = new ShopifyApi(() => this.servers.shopUrl(shop))
    const { currency = 'TRY', coupon, phase, locale } = spec
    const offers = await api.get<{ sku: string }[]>(`/products?currency=${currency}`)
    const lines = offers.slice(0, products).map(({ sku }) => ({ sku, quantity }))
    const kind = phase === 'PRE_AUTH' ? 'authorization' : 'sale'
    const checkout = await api.post<Checkout>('/checkouts', { lines, currency, coupon, kind, locale })
    this.orders.set(checkout.id, { shop, api })
    return placed(checkout)
  }

  async payLink(order: PlacedOrder): Promise<{ url: string; reference: string }> {
    const { api, shop } = this.known(order)
    const { session, redirect_url } = await api.post<{ session: string; redirect_url: string }>(
      `/checkouts/${order.id}/pay`,
    )
    this.sessions.set(session, shop)
    return { url: redirect_url, reference: session }
  }

  async registerCustomer(): Promise<never> {
    throw new Error('Shopify tells an app no customer')
  }

  async storedCards(): Promise<never> {
    throw new Error('An app on Shopify stores no cards')
  }

  async topUpWallet(): Promise<never> {
    throw new Error('Shopify tells an app no customer')
  }

  async walletOf(): Promise<never> {
    throw new Error('Shopify tells an app no customer')
  }

  async placeUnpaid(): Promise<never> {
    throw new Error('Shopify tells an app nothing of orders that are paid past it')
  }

  async recordMoney(): Promise<never> {
    throw new Error('Shopify asks no app to record money')
  }

  async cancelUnpaid(): Promise<never> {
    throw new Error('Shopify has no unpaid order of an app')
  }

  async changeCart(order: PlacedOrder): Promise<PlacedOrder> {
    const [line] = order.lines
    if (!line) throw new Error('The cart is empty')
    const path = `/checkouts/${order.id}/lines/${line.id}`
    return placed(await this.known(order).api.post<Checkout>(path, { quantity: line.quantity + 1 }))
  }

  async shopperSees(order: PlacedOrder, reference: string): Promise<ShopperView> {
    return shopperView(await this.checkout(order), reference, await this.paymentView(reference))
  }

  /** The return link has the signature; there is nothing else to know. */
  storefront(order: PlacedOrder): StorefrontAccess {
    const handle = this.known(order).shop.replace('.myshopify.com', '')
    const endpoint = `${this.servers.urls()[0]}/craftgate/${handle}/live/v1`
    return { endpoint, headers: {}, query: {}, anybody: {} }
  }

  async look(order: PlacedOrder): Promise<OrderView> {
    const checkout = await this.checkout(order)
    const session = checkout.order?.sessionId
    return orderView(checkout, session === undefined ? undefined : await this.paymentView(session))
  }

  async capture(order: PlacedOrder, amount?: number): Promise<Answered> {
    return this.press(order, 'capture', amount === undefined ? {} : { amount })
  }

  async void(order: PlacedOrder): Promise<Answered> {
    return this.press(order, 'void', {})
  }

  async refund(order: PlacedOrder, what: Parameters<Store['refund']>[1]): Promise<RefundView> {
    const amount = await this.amountOf(order, what)
    const { state, reason } = await this.begin(order, 'refund', { amount })
    if (state === 'resolved') return { state: 'done', amount }
    return state === 'pending' ? { state, amount, reason } : { state: 'failed', amount: 0, reason }
  }

  async askAgain(reference: string): Promise<void> {
    await (await this.merchantOf(reference)).press(`/payments/${reference}/retry`)
  }

  async merchantPages(): ReturnType<Store['merchantPages']> {
    const merchant = await this.merchant(this.servers.shops.first)
    return {
      text: (path) => merchant.page(`/panel${path}`),
      post: (path, fields) => merchant.send(`/panel${path}`, fields),
      answer: (path, fields) => merchant.answer(`/panel${path}`, fields),
    }
  }

  async decideReview(reference: string, decision: 'approve' | 'reject'): Promise<{ refused?: string }> {
    const merchant = await this.merchantOf(reference)
    const led = new URL(await merchant.send(`/panel/fraud/reviews/${reference}/${decision}`))
    // Decided leads to the list of reviews, refused stays beside the buttons.
    return led.searchParams.has('done') ? {} : { refused: 'not decided' }
  }

  async reconcile(): Promise<{ problems: readonly string[] }> {
    const answers = Object.values(this.servers.shops).map(async (shop) => {
      const merchant = await this.merchant(shop)
      return merchant.press<{ problems: string[] }>('/payments/reconcile')
    })
    return { problems: (await Promise.all(answers)).flatMap(({ problems }) => problems) }
  }

  restart(): Promise<void> {
    return this.servers.restart()
  }

  /** The merchant of this shop logs in anew before the next visit, because the shop left and came back. */
  logInAgain(shop: string): void {
    this.merchants.delete(shop)
  }

  /** What the app shows its merchant of a payment. */
  async paymentView(session: string): Promise<PaymentView> {
    return (await this.merchantOf(session)).read<PaymentView>(`/payments/${session}`)
  }

  async checkout(order: PlacedOrder): Promise<Checkout> {
    return this.known(order).api.get<Checkout>(`/checkouts/${order.id}`)
  }

  private endpoints(name: string): readonly string[] {
    const handle = this.servers.shops.first.replace('.myshopify.com', '')
    return this.servers.urls().map((url) => `${url}/craftgate/${handle}/live/${name}`)
  }

  private async press(order: PlacedOrder, kind: Transaction['kind'], body: object): Promise<Answered> {
    const { state, reason } = await this.begin(order, kind, body)
    return state === 'resolved' ? { ok: true } : { ok: false, reason }
  }

  /** Presses a button of Shopify's admin and waits until it is known what came of it, or why it waits. */
  private async begin(
    order: PlacedOrder,
    kind: Transaction['kind'],
    body: object,
  ): Promise<{ readonly state: Transaction['state']; readonly reason?: string }> {
    const { api } = this.known(order)
    try {
      const begun = await api.post<Transaction>(`/orders/${order.id}/${kind}`, body)
      return await this.ended(order, begun)
    } catch (error) {
      if (error instanceof ShopifyRefusal) return { state: 'rejected', reason: error.message }
      throw error
    }
  }

  private async ended(order: PlacedOrder, { id }: Transaction) {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const { order: now } = await this.checkout(order)
      const transaction = now?.transactions.find((each) => each.id === id)
      if (!now || !transaction) throw new Error(`Shopify forgot ${id}`)
      const { state, message } = transaction
      if (state !== 'pending') return { state, reason: message }
      const paymentView = await this.paymentView(now.sessionId).catch(() => undefined)
      const lastError = paymentView?.sessions.find((each) => each.id === id)?.lastError ?? undefined
      if (lastError !== undefined || Date.now() > deadline) return { state, reason: lastError }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  private async amountOf(order: PlacedOrder, what: Parameters<Store['refund']>[1]): Promise<number> {
    if ('amount' in what) return what.amount
    if ('line' in what) throw new Error('Shopify asks an app for amounts, not for lines')
    const { paid, refunded } = await this.look(order)
    return paid - refunded
  }

  private merchant(shop: string): Promise<ShopifyMerchant> {
    const known = this.merchants.get(shop) ?? this.servers.merchant(shop)
    this.merchants.set(shop, known)
    return known
  }

  private merchantOf(session: string): Promise<ShopifyMerchant> {
    return this.merchant(this.sessions.get(session) ?? this.servers.shops.first)
  }

  private known(order: PlacedOrder): Known {
    const known = this.orders.get(order.id)
    if (!known) throw new Error(`Checkout ${order.id} was not begun here`)
    return known
  }
}

const placed = ({ id, currency, total, lines }: Checkout): PlacedOrder => ({
  id,
  number: id,
  currency,
  total,
  lines: lines.map((line) => ({ id: line.id, quantity: line.quantity, price: line.price })),
})
