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
import { Administration, type Answered, viewOf } from './admin'
import * as queries from './admin-queries'
import { registerCustomer } from './customers'
import { deliver } from './deliver'
import { restock } from './restock'
import { toVendure } from './scale'
import { Sellers } from './sellers'
import { ShopperJourney } from './shop'
import { offerUnpaid, recordMoney, UNPAID_METHODS } from './unpaid-orders'

export interface VendureServers {
  /** Addresses of the running servers, read at each call: a restarted one may come back elsewhere. */
  readonly urls: () => readonly string[]
  readonly admin: { readonly username: string; readonly password: string }
  readonly channels: Readonly<Record<'TRY' | 'JPY' | 'KWD' | 'second', string>>
  readonly methods: Readonly<Record<'AUTH' | 'PRE_AUTH', string>>
  restart(): Promise<void>
}

interface Known {
  readonly journey: ShopperJourney
  readonly merchant: Administration
}

const PLENTY = 100_000

/** Vendure through its Shop and Admin API. */
export class VendureStore implements Store {
  readonly name = 'Vendure'
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>([
    'pre-auth',
    'capture-other-amount',
    'refund-by-line',
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
  readonly limits = {}
  private readonly orders = new Map<string, Known>()
  private unpaidOffered: Promise<void> | undefined
  private readonly administrations = new Map<string, Administration>()
  private readonly sellers: Sellers

  constructor(private readonly servers: VendureServers) {
    this.sellers = new Sellers(() => this.administration(servers.channels.TRY))
  }

  get callbackUrls(): readonly string[] {
    return this.servers.urls().map((url) => `${url}/craftgate/callback`)
  }

  get webhookUrls(): readonly string[] {
    return this.servers.urls().map((url) => `${url}/craftgate/webhook`)
  }

  async placeOrder(spec: OrderSpec = {}): Promise<PlacedOrder> {
    const channel = this.servers.channels[spec.secondShop ? 'second' : (spec.currency ?? 'TRY')]
    const method = this.servers.methods[spec.phase ?? 'AUTH']
    const { journey, order } = await ShopperJourney.place({ url: this.url, channel, method }, spec)
    this.orders.set(order.id, { journey, merchant: this.administration(channel) })
    await this.sellers.sell(order, spec.sellers ?? [])
    return order
  }

  /** As many pieces of every product as no suite sells. */
  restock(): Promise<void> {
    return restock(this.administration(this.servers.channels.TRY), PLENTY)
  }

  registerCustomer(): Promise<Customer> {
    return registerCustomer(this.administration(this.servers.channels.TRY))
  }

  storedCards(customer: Customer): Promise<readonly string[]> {
    return ShopperJourney.storedCards(this.front(), customer)
  }

  private front() {
    const [channel, method] = [this.servers.channels.TRY, this.servers.methods.AUTH]
    return { url: this.url, channel, method }
  }

  topUpWallet(customer: Customer, amount: number): Promise<string> {
    return ShopperJourney.topUpWallet(this.front(), customer, amount)
  }

  walletOf(customer: Customer | undefined): Promise<WalletView | undefined> {
    return ShopperJourney.walletOf(this.front(), customer)
  }

  merchantPages(): Promise<PanelBrowser> {
    return this.openPanel()
  }

  async openPanel(): Promise<PanelBrowser> {
    const panel = new PanelBrowser(() => `${this.url()}/craftgate/panel`)
    await panel.enter(await this.panelLink())
    return panel
  }

  /** The one-time link of the dashboard to a page of the panel. */
  async panelLink(path = '/'): Promise<string> {
    const { craftgatePanelLink } = await this.administration(this.servers.channels.TRY).ask<{
      craftgatePanelLink: string
    }>(queries.PANEL_LINK, { path })
    return craftgatePanelLink
  }

  async decideReview(reference: string, decision: 'approve' | 'reject'): Promise<{ refused?: string }> {
    const link = await this.panelLink()
    const panel = new PanelBrowser(() => link.replace(/\/enter\/.*$/, ''))
    await panel.enter(link)
    return panel.decideReview(reference, decision)
  }

  payLink(order: PlacedOrder): Promise<{ url: string; reference: string }> {
    return this.known(order).journey.pay()
  }

  /** In the channel of lira. */
  async placeUnpaid(order: PlacedOrder, method: OfflineMethod): Promise<{ reference: string }> {
    const { journey, merchant } = this.known(order)
    this.unpaidOffered ??= offerUnpaid(merchant)
    await this.unpaidOffered
    return journey.placeUnpaid(UNPAID_METHODS[method])
  }

  recordMoney(order: PlacedOrder): Promise<Answered> {
    return recordMoney(this.known(order).merchant, order.number)
  }

  async cancelUnpaid(order: PlacedOrder): Promise<void> {
    await this.known(order).merchant.ask(queries.CANCEL_ORDER, { id: order.id })
  }

  changeCart(order: PlacedOrder): Promise<PlacedOrder> {
    return this.known(order).journey.oneMore(order)
  }

  shopperSees(order: PlacedOrder, reference: string): Promise<ShopperView> {
    return this.known(order).journey.sees(reference)
  }

  storefront(order: PlacedOrder): StorefrontAccess {
    return this.known(order).journey.storefront(`${this.url()}/craftgate/v1`)
  }

  async look(order: PlacedOrder): Promise<OrderView> {
    return viewOf(await this.known(order).merchant.order(order.id))
  }

  async capture(order: PlacedOrder, amount?: number): Promise<Answered> {
    const id = await this.paymentOf(order, 'Authorized')
    if (amount === undefined) return this.known(order).merchant.say(queries.SETTLE, { id })
    return this.known(order).merchant.say(queries.CAPTURE, { id, amount: toVendure(amount, order.currency) })
  }

  async void(order: PlacedOrder): Promise<Answered> {
    return this.known(order).merchant.say(queries.CANCEL_PAYMENT, {
      id: await this.paymentOf(order, 'Authorized'),
    })
  }

  async refund(order: PlacedOrder, what: Parameters<Store['refund']>[1]): Promise<RefundView> {
    const paymentId = await this.paymentOf(order, 'Settled')
    const base = { paymentId, reason: 'İade', shipping: 0, adjustment: 0, lines: [] }
    const input =
      'line' in what ? { ...base, lines: [{ orderLineId: what.line, quantity: what.quantity }] } : base
    const amount = 'line' in what ? undefined : toVendure(await this.amountOf(order, what), order.currency)
    return this.known(order).merchant.refund({ ...input, amount }, order.currency)
  }

  async deliver(order: PlacedOrder, line: string): Promise<void> {
    const quantity = order.lines.find(({ id }) => id === line)?.quantity ?? 0
    await deliver(this.known(order).merchant, line, quantity)
  }

  async askAgain(reference: string): Promise<void> {
    await this.administration(this.servers.channels.TRY).ask(queries.SETTLE_CHECKOUT, { reference })
  }

  reconcile(): Promise<{ problems: readonly string[] }> {
    return roundOfParts(async (after) => {
      const { craftgateReconcile } = await this.administration(this.servers.channels.TRY).ask<{
        craftgateReconcile: { problems: string[]; next: string | null }
      }>(queries.RECONCILE, { after })
      return craftgateReconcile
    })
  }

  restart(): Promise<void> {
    this.administrations.clear()
    return this.servers.restart()
  }

  private readonly url = (): string => {
    const [url] = this.servers.urls()
    if (!url) throw new Error('No Vendure server is running')
    return url
  }

  private async amountOf(
    order: PlacedOrder,
    what: { amount: number } | { everything: true },
  ): Promise<number> {
    if ('amount' in what) return what.amount
    const { paid, refunded } = await this.look(order)
    return paid - refunded
  }

  private async paymentOf(order: PlacedOrder, state: string): Promise<string> {
    const { payments } = await this.known(order).merchant.order(order.id)
    const payment = payments.find((each) => each.state === state)
    if (!payment) throw new Error(`Order ${order.number} has no payment in state ${state}`)
    return payment.id
  }

  private administration(channel: string): Administration {
    const known =
      this.administrations.get(channel) ?? new Administration(this.url, this.servers.admin, channel)
    this.administrations.set(channel, known)
    return known
  }

  private known(order: PlacedOrder): Known {
    const known = this.orders.get(order.id)
    if (!known) throw new Error(`Order ${order.number} was not placed here`)
    return known
  }
}
