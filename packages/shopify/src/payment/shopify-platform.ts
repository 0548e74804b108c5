import {
  type ApplyResult,
  type CheckoutRecord,
  type OrderSnapshot,
  type PaymentOperation,
  type PaymentOutcome,
  StoredPlatform,
  type Stores,
} from '@craftgate-commerce/core'
import type { MoneySessions } from '../money/money-sessions'
import { claimOf } from '../sessions/claims'
import type { Contacts } from '../sessions/contact'
import type { SessionStore } from '../sessions/session-store'
import type { ApplyOutcome } from './apply-outcome'
import { nothingFor, snapshotOf } from './snapshot'

export interface ShopifyPlatformParts {
  readonly stores: Stores
  readonly sessions: SessionStore
  readonly contacts: Contacts
  readonly outcomes: ApplyOutcome
  readonly money: MoneySessions
  readonly isInstalled: (shop: string) => Promise<boolean>
  /** Our own page that leads on to where Shopify says. */
  readonly returnUrlOf: (reference: string) => string
}

/** The port, for one tenant of Shopify. An attempt's order is the payment session that Shopify began. */
export class ShopifyPlatform extends StoredPlatform {
  constructor(private readonly parts: ShopifyPlatformParts) {
    super(parts.stores)
  }

  /** A total of 0 when Shopify waits for no money by this session any more, or the shop removed the app. */
  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    const { sessions, contacts } = this.parts
    const session = await sessions.find(record.reference)
    if (!session || session.decision !== null) return nothingFor(record, session)
    const held = await sessions.transaction((manager) => claimOf(manager, session))
    if (held || !(await this.parts.isInstalled(session.shop))) return nothingFor(record, session)
    return snapshotOf(session, contacts.open(session.id, session.contact))
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    return this.parts.outcomes.apply(record, outcome)
  }

  async returnUrl({ reference }: CheckoutRecord): Promise<string> {
    return this.parts.returnUrlOf(reference)
  }

  applyOperation(operation: PaymentOperation): Promise<void> {
    return this.parts.money.settled(operation)
  }
}
