import type {
  ApplyResult,
  CheckoutRecord,
  Deliveries,
  Localized,
  OrderSnapshot,
  PaymentOperation,
  PaymentOutcome,
} from '@craftgate-commerce/core'
import {
  buildReturnUrl,
  type HeldOutcome,
  isHeld,
  nothingToPay,
  returnOutcome,
  type SnapshotLine,
  StoredPlatform,
  withSellers,
} from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import type { Order, RequestContext } from '@vendure/core'
import { CardOwners } from './cards'
import {
  CheckoutContexts,
  externalIdOf,
  factsOf,
  OrderDeliveries,
  OrderReader,
  orderToSnapshot,
} from './order'
import { ApplyOperation, ApplyOutcome, CancelOrder, SellerRefundNotes } from './payment'
import type { VendureOptions } from './plugin-options'
import {
  Alerts,
  CheckoutStore,
  EventStore,
  OldRecords,
  OperationStore,
  SalesEntries,
  VendurePaymentLock,
  VendureTransfers,
  WalletOperations,
} from './storage'
import { CRAFTGATE_OPTIONS } from './tokens'

/** The port, for Vendure. */
@Injectable()
export class CraftgatePlatform extends StoredPlatform {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly contexts: CheckoutContexts,
    private readonly orders: OrderReader,
    private readonly delivered: OrderDeliveries,
    private readonly outcomes: ApplyOutcome,
    private readonly operationResults: ApplyOperation,
    private readonly sellerNotes: SellerRefundNotes,
    private readonly cancellation: CancelOrder,
    private readonly cards: CardOwners,
    checkouts: CheckoutStore,
    operations: OperationStore,
    events: EventStore,
    lock: VendurePaymentLock,
    sales: SalesEntries,
    retention: OldRecords,
    transfers: VendureTransfers,
    walletOperations: WalletOperations,
    alerts: Alerts,
  ) {
    super({ checkouts, operations, events, lock, sales, retention, transfers, walletOperations, alerts })
  }

  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    const ctx = await this.contexts.of(record)
    const order = await this.orders.read(ctx, record.order)
    if (!order) return goneOrder(record)
    const { precision } = this.orders
    const bare = orderToSnapshot(order, { precision, languageCode: factsOf(record).language })
    const snapshot = { ...bare, lines: await this.withSellers(ctx, order, bare.lines) }
    const membership = await this.cards.membershipOf(snapshot.buyer.id, record.account)
    const history = membership.hasAccount ? await this.orders.buyerHistory(order) : {}
    return { ...snapshot, buyer: { ...snapshot.buyer, ...membership, ...history } }
  }

  private async withSellers(ctx: RequestContext, order: Order, lines: readonly SnapshotLine[]) {
    const { sellerOf } = this.options
    if (sellerOf === undefined) return lines
    const byId = new Map(order.lines.map((line) => [externalIdOf.line(line.id), line]))
    const questionOf = ({ externalId }: SnapshotLine, price: number) => {
      const line = byId.get(externalId)
      return line && { ctx, order, line, price }
    }
    return withSellers(lines, questionOf, sellerOf)
  }

  async apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    const applied = await this.outcomes.apply(record, outcome)
    if (applied !== 'unexpected' && isHeld(outcome)) await this.cards.keep(record, outcome.facts)
    return applied
  }

  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    return this.outcomes.holds(record, outcome)
  }

  /** As `apply`: the order's row is locked, and what it lost is found. */
  recheck(record: CheckoutRecord, outcome: HeldOutcome): Promise<ApplyResult> {
    return this.outcomes.apply(record, outcome)
  }

  deliveries({ order }: CheckoutRecord): Promise<Deliveries> {
    return this.delivered.of(order)
  }

  cancelOrder(record: CheckoutRecord, why: Localized): Promise<void> {
    return this.cancellation.cancel(record, why)
  }

  async returnUrl(record: CheckoutRecord, outcome: Pick<PaymentOutcome, 'kind'>): Promise<string> {
    const { code, language } = factsOf(record)
    const channel = await this.contexts.channelOf(record)
    return buildReturnUrl(this.options.returnUrl, {
      orderCode: code,
      reference: record.reference,
      channelToken: channel?.token ?? '',
      languageCode: language,
      outcome: returnOutcome(record, outcome),
    })
  }

  async applyOperation(operation: PaymentOperation): Promise<void> {
    await this.operationResults.apply(operation)
    await this.sellerNotes.ensure(operation)
  }

  isOperationCommitted(operation: PaymentOperation): Promise<boolean> {
    return this.operationResults.isCommitted(operation)
  }
}

/** Nothing is left to pay of an order that was deleted or merged into another. */
function goneOrder(record: CheckoutRecord): OrderSnapshot {
  const { code, language } = factsOf(record)
  const locale = language.startsWith('tr') ? 'tr' : 'en'
  return nothingToPay({ number: code, currency: record.expected.currency, locale })
}
