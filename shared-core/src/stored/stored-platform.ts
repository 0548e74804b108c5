import type { OrderSnapshot } from '../basket/order-snapshot'
import type { PaymentOutcome } from '../payment/outcome'
import type {
  Applied,
  CheckoutQuery,
  CheckoutRecord,
  CheckoutState,
  CommercePlatform,
  MoneyIntent,
} from '../platform'

type OpenQuery = { readonly states: readonly CheckoutState[]; readonly before: Date }

/** Where a shop keeps what the port asks it to keep; each method keeps the promise of the port's own. */
export interface Stores {
  readonly checkouts: {
    save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'>
    find(by: CheckoutQuery): Promise<CheckoutRecord | undefined>
    open(query: OpenQuery): AsyncIterable<CheckoutRecord>
  }
  readonly intents: {
    save(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'>
    of(paymentId: number): Promise<readonly MoneyIntent[]>
    open(before: Date): AsyncIterable<MoneyIntent>
  }
  readonly events: {
    handled(eventKey: string): Promise<boolean>
    mark(eventKey: string): Promise<void>
  }
  readonly lock: {
    exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T>
  }
}

/** The port of a shop that keeps records in stores of its own: what is left to say is about the shop's orders. */
export abstract class StoredPlatform implements CommercePlatform {
  constructor(private readonly stores: Stores) {}

  abstract readOrder(record: CheckoutRecord): Promise<OrderSnapshot>
  abstract apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<Applied>
  abstract returnUrl(record: CheckoutRecord, outcome: PaymentOutcome): Promise<string>
  abstract intentSettled(intent: MoneyIntent): Promise<void>

  saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return this.stores.checkouts.save(record)
  }

  findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    return this.stores.checkouts.find(by)
  }

  openCheckouts(query: OpenQuery): AsyncIterable<CheckoutRecord> {
    return this.stores.checkouts.open(query)
  }

  exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.stores.lock.exclusively(paymentId, work)
  }

  saveIntent(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    return this.stores.intents.save(intent)
  }

  intentsOf(paymentId: number): Promise<readonly MoneyIntent[]> {
    return this.stores.intents.of(paymentId)
  }

  openIntents({ before }: { readonly before: Date }): AsyncIterable<MoneyIntent> {
    return this.stores.intents.open(before)
  }

  eventHandled(eventKey: string): Promise<boolean> {
    return this.stores.events.handled(eventKey)
  }

  markEventHandled(eventKey: string): Promise<void> {
    return this.stores.events.mark(eventKey)
  }
}
