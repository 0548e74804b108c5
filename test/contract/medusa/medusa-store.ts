import { PanelBrowser } from '../panel-browser'
import { roundOfParts } from '../round-of-parts'
import type {
  Capability,
  Customer,
  OfflineMethod,
  OrderSpec,
  OrderView,
  PlacedOrder,
  RefundView,
  ShopperView,
  Store,
  StorefrontAccess,
  WalletView,
} from '../store'
import { MedusaBuyer, type Shopfront } from './buyer'
import { registerCustomer, topUpWallet, walletOf } from './customers'
import { deliver } from './deliver'
import { HttpClient, HttpRefusal } from './http-client'
import { limits } from './limits'
import { type AdminPayment, MedusaMerchant, paymentsOf, viewOf } from './merchant'
import { restock } from './restock'
import { toMedusa } from './scale'
import { Sellers } from './sellers'
import { offerUnpaid, UNPAID_PROVIDERS } from './unpaid-orders'

export interface MedusaServers {
  /** Addresses of the running servers, read at each call: a restarted one may come back elsewhere. */
  readonly urls: () => readonly string[]
  readonly publishableKey: string
  readonly admin: { readonly email: string; readonly password: string }
  /** Country of the region that sells in this currency; `second` is the shop whose prices exclude tax. */
  readonly countries: Readonly<Record<'TRY' | 'JPY' | 'KWD' | 'second', string>>
  readonly providers: Readonly<Record<'AUTH' | 'PRE_AUTH', string>>
  restart(): Promise<void>
}

type Answered = Awaited<ReturnType<Store['capture']>>

const PLENTY = 100_000

/** Medusa through its Store and Admin API. */
export class MedusaStore implements Store {
  readonly name = 'Medusa'
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>([
    'pre-auth',
    'several-currencies',
    'two-servers',
    'restart',
    'changing-cart',
    'placed-when-paid',
    'refunds-at-once',
    'unpaid-orders',
    'matched-link-payments',
    'customers',
    'panel-money',
    'sellers',
  ])
  readonly limits = limits
  private readonly buyers = new Map<string, MedusaBuyer>()
  /** Orders of customers, with their tokens. */
  private readonly ofCustomers = new Map<string, string>()
  private unpaidOffered: Promise<void> | undefined
  private readonly sellers = new Sellers(() => this.merchant)
  merchant: MedusaMerchant

  constructor(private readonly servers: MedusaServers) {
    this.merchant = new MedusaMerchant(this.url, servers.admin)
  }

  get callbackUrls(): readonly string[] {
    return this.servers.urls().map((url) => `${url}/craftgate/callback`)
  }

  get webhookUrls(): readonly string[] {
    return this.servers.urls().map((url) => `${url}/craftgate/webhook`)
  }

  /** With `customerToken` alone, payLink gives the link that anybody may hold. */
  async placeOrder(
    spec: OrderSpec = {},
    customerToken: string | undefined = spec.customer,
  ): Promise<PlacedOrder> {
    const { buyer, order } = await MedusaBuyer.place({ ...this.front(spec), customerToken }, spec)
    if (spec.customer !== undefined) this.ofCustomers.set(order.id, spec.customer)
    this.buyers.set(order.id, buyer)
    const products = await buyer.goods()
    await this.sellers.sell(
      products.map(({ product_id }) => product_id),
      spec.sellers ?? [],
    )
    return order
  }

  /** As many pieces of every product as no suite sells. */
  restock(): Promise<void> {
    return restock(this.merchant, PLENTY)
  }

  registerCustomer(): Promise<Customer> {
    return registerCustomer(this.url(), this.servers.publishableKey)
  }

  storedCards(customer: Customer): Promise<readonly string[]> {
    return MedusaBuyer.storedCards({ ...this.front(), customerToken: customer })
  }

  topUpWallet(customer: Customer, amount: number): Promise<string> {
    return topUpWallet(this.customerOf(customer), amount)
  }

  walletOf(customer: Customer | undefined): Promise<WalletView | undefined> {
    return walletOf(this.customerOf(customer))
  }

  /** The storefront, as somebody who is logged in uses it. */
  private customerOf(token: Customer | undefined): HttpClient {
    const key = { 'x-publishable-api-key': this.servers.publishableKey }
    return new HttpClient(
      () => this.url(),
      () => ({ ...key, ...(token ? { authorization: `Bearer ${token}` } : {}) }),
    )
  }

  /** What the shop has of the product that a cart begins with. */
  stock(): Promise<number> {
    return MedusaBuyer.stock(this.front())
  }

  merchantPages(): Promise<PanelBrowser> {
    return this.openPanel()
  }

  async openPanel(): Promise<PanelBrowser> {
    const panel = new PanelBrowser(() => `${this.url()}/craftgate/panel`)
    await panel.enter(await this.panelLink())
    return panel
  }

  /** The one-time link of the merchant's admin to a page of the panel. */
  async panelLink(path = '/'): Promise<string> {
    return (await this.merchant.post<{ url: string }>('/admin/craftgate/panel-link', { path })).url
  }

  async decideReview(reference: string, decision: 'approve' | 'reject'): Promise<{ refused?: string }> {
    const panel = new PanelBrowser(() => `${this.url()}/craftgate/panel`)
    await panel.enter(await this.panelLink())
    return panel.decideReview(reference, decision)
  }

  async payLink(order: PlacedOrder): Promise<{ url: string; reference: string }> {
    const { url, reference } = await this.buyer(order).pay()
    if (!this.ofCustomers.has(order.id)) return { url, reference }
    return { url: await this.buyer(order).ownLink(reference), reference }
  }

  async placeUnpaid(order: PlacedOrder, method: OfflineMethod): Promise<{ reference: string }> {
    this.unpaidOffered ??= offerUnpaid(this.merchant)
    await this.unpaidOffered
    return this.buyer(order).placeUnpaid(UNPAID_PROVIDERS[method])
  }

  async recordMoney(order: PlacedOrder): Promise<Answered> {
    return this.say(`/admin/craftgate/orders/${await this.orderId(order)}/record-payment`)
  }

  async cancelUnpaid(order: PlacedOrder): Promise<void> {
    await this.merchant.post(`/admin/orders/${await this.orderId(order)}/cancel`)
  }

  changeCart(order: PlacedOrder): Promise<PlacedOrder> {
    return this.buyer(order).oneMore(order)
  }

  shopperSees(order: PlacedOrder, reference: string): Promise<ShopperView> {
    return this.buyer(order).sees(reference)
  }

  storefront(order: PlacedOrder): StorefrontAccess {
    const anybody = { 'x-publishable-api-key': this.servers.publishableKey }
    const token = this.ofCustomers.get(order.id)
    const headers = token === undefined ? anybody : { ...anybody, authorization: `Bearer ${token}` }
    const endpoint = `${this.url()}/store/craftgate/v1`
    return { endpoint, headers, query: { cart: order.id }, anybody }
  }

  async look(order: PlacedOrder): Promise<OrderView> {
    const id = await this.buyer(order).orderId()
    if (id !== undefined) return viewOf(await this.merchant.order(id), await this.merchant.craftgate(id))
    const nothing = { authorized: 0, paid: 0, refunded: 0, refundPending: 0, payments: [] }
    return { state: 'open', total: await this.buyer(order).total(), ...nothing }
  }

  async capture(order: PlacedOrder, amount?: number): Promise<Answered> {
    const { id } = await this.payment(order)
    const body = amount === undefined ? {} : { amount: toMedusa(amount, order.currency) }
    return this.say(`/admin/payments/${id}/capture`, body)
  }

  async void(order: PlacedOrder): Promise<Answered> {
    return this.say(`/admin/orders/${await this.orderId(order)}/cancel`)
  }

  async refund(order: PlacedOrder, what: Parameters<Store['refund']>[1]): Promise<RefundView> {
    const { id } = await this.payment(order)
    const amount = await this.amountOf(order, what)
    const body = { amount: toMedusa(amount, order.currency), note: 'İade' }
    const { ok, reason } = await this.say(`/admin/payments/${id}/refund`, body)
    if (ok) return { state: 'done', amount }
    const { refundPending } = await this.look(order)
    return refundPending > 0 ? { state: 'pending', amount, reason } : { state: 'failed', amount: 0, reason }
  }

  async deliver(order: PlacedOrder, line: string): Promise<void> {
    const goods = await this.buyer(order).goods()
    const variant = goods.find(({ id }) => id === line)?.variant_id ?? ''
    await deliver(this.merchant, await this.orderId(order), variant)
  }

  async askAgain(reference: string): Promise<void> {
    await this.merchant.post(`/admin/craftgate/checkouts/${reference}/retry`)
  }

  reconcile(): Promise<{ problems: readonly string[] }> {
    return roundOfParts((after) =>
      this.merchant.post(`/admin/craftgate/reconcile?${new URLSearchParams({ after })}`),
    )
  }

  restart(): Promise<void> {
    this.merchant = new MedusaMerchant(this.url, this.servers.admin)
    return this.servers.restart()
  }

  private front(spec: OrderSpec = {}): Shopfront {
    const { publishableKey, countries, providers } = this.servers
    const country = countries[spec.secondShop ? 'second' : (spec.currency ?? 'TRY')]
    return { url: this.url, publishableKey, country, provider: providers[spec.phase ?? 'AUTH'] }
  }

  private readonly url = (): string => {
    const [url] = this.servers.urls()
    if (!url) throw new Error('No Medusa server is running')
    return url
  }

  private async say(path: string, body?: unknown): Promise<Answered> {
    try {
      await this.merchant.post(path, body)
      return { ok: true }
    } catch (error) {
      if (error instanceof HttpRefusal) return { ok: false, reason: error.message }
      throw error
    }
  }

  private async amountOf(order: PlacedOrder, what: Parameters<Store['refund']>[1]): Promise<number> {
    if ('amount' in what) return what.amount
    if ('line' in what) throw new Error('Medusa refunds amounts, not lines')
    const { paid, refunded } = await this.look(order)
    return paid - refunded
  }

  private async payment(order: PlacedOrder): Promise<AdminPayment> {
    const [payment] = paymentsOf(await this.merchant.order(await this.orderId(order)))
    if (!payment) throw new Error(`Order of cart ${order.id} has no payment`)
    return payment
  }

  async orderId(order: PlacedOrder): Promise<string> {
    const id = await this.buyer(order).orderId()
    if (id === undefined) throw new Error(`Cart ${order.id} became no order`)
    return id
  }

  /** The visitor who filled this cart. */
  buyer(order: PlacedOrder): MedusaBuyer {
    const buyer = this.buyers.get(order.id)
    if (!buyer) throw new Error(`Cart ${order.id} was not filled here`)
    return buyer
  }
}
