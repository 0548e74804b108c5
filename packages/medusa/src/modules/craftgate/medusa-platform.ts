import type {
  ApplyResult,
  CheckoutRecord,
  Deliveries,
  OrderSnapshot,
  PaymentOperation,
  PaymentOutcome,
} from '@craftgate-commerce/core'
import {
  buildReturnUrl,
  type HeldOutcome,
  nothingToPay,
  offlineMethodOf,
  type PaymentLock,
  returnOutcome,
  StoredPlatform,
  type TransferStore,
} from '@craftgate-commerce/core/adapter'
import { appContainer } from '../../app-container'
import { Customers, holdersOf, ownerOf } from '../../cards'
import type { Craftgate } from '../../craftgate'
import {
  type CartView,
  historyOf,
  isFreeOrder,
  isSessionCurrent,
  methodsIn,
  minorOf,
  OrderDeliveries,
  outstandingOf,
  owedOf,
  Sessions,
  type SessionView,
  withSellersOf,
} from '../../order'
import { ApplyOperation, ApplyOutcome, CancelOrder, FreeOrders } from '../../payment'
import type { Alerts, OldRecords, ProcessedWebhooks, WalletOperations } from '../../storage'

/** The port, for Medusa. An attempt's order is a payment session: Medusa makes a new one when the cart changes. */
export class MedusaPlatform extends StoredPlatform {
  private readonly sessions = new Sessions(appContainer)
  private readonly customers = new Customers(appContainer)
  private readonly outcomes: ApplyOutcome
  private readonly operations: ApplyOperation
  private readonly freeOrders: FreeOrders
  private readonly cancellation: CancelOrder
  private readonly delivered: OrderDeliveries

  constructor(
    private readonly craftgate: Craftgate,
    own: {
      readonly events: ProcessedWebhooks
      readonly lock: PaymentLock
      readonly retention: OldRecords
      readonly transfers: TransferStore
      readonly walletOperations: WalletOperations
      readonly alerts: Alerts
    },
  ) {
    const { checkouts, operations, sales } = craftgate
    super({ checkouts, operations, sales, ...own })
    this.outcomes = new ApplyOutcome(craftgate, appContainer)
    this.operations = new ApplyOperation(craftgate, appContainer)
    this.freeOrders = new FreeOrders(craftgate, appContainer)
    this.cancellation = new CancelOrder(craftgate, appContainer)
    this.delivered = new OrderDeliveries(craftgate.options, appContainer)
  }

  /** A total of 0 when the session is gone, paid, or not of the cart's total any more: nothing to pay by this link. */
  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    const asked = (await this.snapshotOf(record)) ?? nothingFor(record)
    return { ...asked, enabledPaymentMethods: methodsIn(record) }
  }

  private async snapshotOf(record: CheckoutRecord): Promise<OrderSnapshot | undefined> {
    const { options } = this.craftgate
    const session = await this.sessions.read(record.order)
    if (session && offlineMethodOf(record)) return this.unpaidOrder(session)
    if (!session || session.payment || !isSessionCurrent(session)) return undefined
    const { cart: link, order } = session.payment_collection ?? {}
    if (!link) return order ? outstandingOf(session, order) : undefined
    const cart = await this.sessions.cart(link.id, options.sellerFields)
    if (!cart || cart.completed_at) return undefined
    const snapshot = await withSellersOf(cart, options.sellerOf)
    if (snapshot.total !== minorOf(session.amount, session.currency_code)) return undefined
    const buyer = { ...snapshot.buyer, ...(await this.membershipOf(cart, record)) }
    return { ...snapshot, isFree: snapshot.total === 0, buyer }
  }

  /** An order that was placed unpaid, and nothing else of its session: line by line as long as it was not changed. */
  private async unpaidOrder(session: SessionView): Promise<OrderSnapshot | undefined> {
    const owed = owedOf(session)
    const { order, cart: link, amount } = session.payment_collection ?? {}
    if (!owed || !order || amount === undefined) return undefined
    const { sellerFields, sellerOf } = this.craftgate.options
    const cart = link && (await this.sessions.cart(link.id, sellerFields))
    const placed = cart ? await withSellersOf(cart, sellerOf) : undefined
    if (placed?.total !== owed.minor) return outstandingOf({ ...session, amount }, order)
    return { ...placed, number: String(order.display_id ?? order.id) }
  }

  /**
   * The cart's customer and the cards that were stored before. It proves nothing of who opens the link, nor of who filled
   * the cart: Medusa gives a guest's cart to whoever has the e-mail address that the guest typed. Core offers and stores
   * cards only for an opener who is logged in as this customer.
   */
  private async membershipOf(cart: CartView, record: CheckoutRecord) {
    const { options } = this.craftgate
    const customer = cart.customer_id ? await this.customers.read(cart.customer_id) : undefined
    if (!customer?.has_account) return {}
    const owners = holdersOf(customer).map((holder) => ownerOf(holder, options))
    const owner = owners.find((each) => each?.merchant === options.merchantOf(record.account))
    const history = historyOf(cart, await this.sessions.earlierAddresses(customer.id))
    return { hasAccount: true, cardUserKey: owner?.cardUserKey, ...history }
  }

  deliveries(record: CheckoutRecord): Promise<Deliveries> {
    return this.delivered.of(record)
  }

  placeFreeOrder(record: CheckoutRecord): Promise<void> {
    return this.freeOrders.place(record)
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    return this.outcomes.apply(record, outcome)
  }

  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    return this.outcomes.holds(record, outcome)
  }

  cancelOrder(record: CheckoutRecord): Promise<void> {
    return this.cancellation.cancel(record)
  }

  async returnUrl(record: CheckoutRecord, outcome: Pick<PaymentOutcome, 'kind'>): Promise<string> {
    const collection = (await this.sessions.read(record.order))?.payment_collection
    const cart = collection?.cart ? await this.sessions.cart(collection.cart.id) : undefined
    const facts = {
      reference: record.reference,
      cartId: cart?.id ?? '',
      orderId: collection?.order?.id ?? '',
      countryCode: cart?.shipping_address?.country_code ?? '',
      outcome: isFreeOrder(record, collection?.order) ? ('free' as const) : returnOutcome(record, outcome),
    }
    return buildReturnUrl(this.craftgate.options.returnUrl, facts)
  }

  applyOperation(operation: PaymentOperation): Promise<void> {
    return this.operations.apply(operation)
  }
}

const nothingFor = ({ order, expected }: CheckoutRecord): OrderSnapshot =>
  nothingToPay({ number: order, currency: expected.currency, locale: 'tr' })
