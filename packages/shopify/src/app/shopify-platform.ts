import type {
  ApplyResult,
  CheckoutRecord,
  OrderSnapshot,
  PaymentFacts,
  PaymentOperation,
  PaymentOutcome,
} from '@craftgate-commerce/core'
import { type HeldOutcome, StoredPlatform, type Stores } from '@craftgate-commerce/core/adapter'
import { emptySnapshot, snapshotOf } from '../payments/order-snapshot'
import type { PaymentOutcomeHandler } from '../payments/payment-outcome-handler'
import { findGroupWinner } from '../sessions/checkout-group'
import type { Contacts } from '../sessions/contacts'
import type { SessionStore } from '../sessions/session-store'
import type { TransactionSessions } from '../transactions/transaction-sessions'

export interface ShopifyPlatformDeps {
  readonly stores: Stores
  readonly sessions: SessionStore
  readonly contacts: Contacts
  readonly outcomes: PaymentOutcomeHandler
  readonly transactions: TransactionSessions
  readonly isInstalled: (shop: string) => Promise<boolean>
  /** Our own page that leads on to where Shopify says. */
  readonly returnUrlOf: (reference: string) => string
}

/** The port, for one tenant of Shopify. An attempt's order is the payment session that Shopify began. */
export class ShopifyPlatform extends StoredPlatform {
  constructor(private readonly deps: ShopifyPlatformDeps) {
    super(deps.stores)
  }

  /** A total of 0 when Shopify waits for no money by this session any more, or the shop removed the app. */
  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    const { sessions, contacts } = this.deps
    const session = await sessions.find(record.reference)
    if (!session || session.resolution !== null) return emptySnapshot(record, session)
    const winner = await sessions.transaction((manager) => findGroupWinner(manager, session))
    if (winner || !(await this.deps.isInstalled(session.shop))) return emptySnapshot(record, session)
    return snapshotOf(session, contacts.open(session.id, session.contact))
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    return this.deps.outcomes.apply(record, outcome)
  }

  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    return this.deps.outcomes.holds(record, outcome)
  }

  awaitFunds(record: CheckoutRecord, facts: PaymentFacts): Promise<void> {
    return this.deps.outcomes.awaitFunds(record, facts)
  }

  awaits(record: CheckoutRecord, facts: PaymentFacts): Promise<boolean> {
    return this.deps.outcomes.awaits(record, facts)
  }

  async returnUrl({ reference }: CheckoutRecord): Promise<string> {
    return this.deps.returnUrlOf(reference)
  }

  applyOperation(operation: PaymentOperation): Promise<void> {
    return this.deps.transactions.operationEnded(operation)
  }
}
