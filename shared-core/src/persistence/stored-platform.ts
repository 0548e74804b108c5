import type { AlertStore } from '../alerts'
import type { OrderSnapshot } from '../basket/order-snapshot'
import type { HeldOutcome, PaymentOutcome } from '../payment/outcome'
import type {
  ApplyResult,
  CheckoutQuery,
  CheckoutRecord,
  CommercePlatform,
  FailedRefundQuery,
  PaymentOperation,
  PaymentRef,
  RetentionStore,
  SalesStore,
  TransferStore,
} from '../platform'
import type { WalletOperationStore } from '../wallets/wallet-operation'

/** Where a shop keeps what the port asks it to keep; each method does what the port's own says. */
export interface Stores {
  readonly checkouts: {
    save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'>
    find(by: CheckoutQuery): Promise<CheckoutRecord | undefined>
    due(now: Date): AsyncIterable<CheckoutRecord>
  }
  readonly operations: {
    save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'>
    of(payment: PaymentRef): Promise<readonly PaymentOperation[]>
    open(before: Date): AsyncIterable<PaymentOperation>
    failedRefunds(query: FailedRefundQuery): Promise<readonly PaymentOperation[]>
  }
  readonly events: {
    handled(eventKey: string): Promise<boolean>
    mark(eventKey: string): Promise<void>
  }
  readonly walletOperations: WalletOperationStore
  readonly alerts: AlertStore
  readonly sales?: SalesStore
  /** Absent where the shop has a job of its own for old records. */
  readonly retention?: RetentionStore
  /** Absent where no order is placed unpaid. */
  readonly transfers?: TransferStore
  readonly lock: {
    exclusively<T>(payment: PaymentRef, work: () => Promise<T>): Promise<T>
  }
}

/** The port of a shop that keeps records in stores of its own: what is left to say is about the shop's orders. */
export abstract class StoredPlatform implements CommercePlatform {
  constructor(private readonly stores: Stores) {}

  abstract readOrder(record: CheckoutRecord): Promise<OrderSnapshot>
  abstract apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult>
  abstract holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean>
  abstract returnUrl(record: CheckoutRecord, outcome: Pick<PaymentOutcome, 'kind'>): Promise<string>
  abstract applyOperation(operation: PaymentOperation): Promise<void>

  get sales(): SalesStore | undefined {
    return this.stores.sales
  }

  get retention(): RetentionStore | undefined {
    return this.stores.retention
  }

  get walletOperations(): WalletOperationStore {
    return this.stores.walletOperations
  }

  get alerts(): AlertStore {
    return this.stores.alerts
  }

  get transfers(): TransferStore | undefined {
    return this.stores.transfers
  }

  saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return this.stores.checkouts.save(record)
  }

  findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    return this.stores.checkouts.find(by)
  }

  dueCheckouts({ now }: { readonly now: Date }): AsyncIterable<CheckoutRecord> {
    return this.stores.checkouts.due(now)
  }

  exclusively<T>(payment: PaymentRef, work: () => Promise<T>): Promise<T> {
    return this.stores.lock.exclusively(payment, work)
  }

  saveOperation(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return this.stores.operations.save(operation)
  }

  operationsOf(payment: PaymentRef): Promise<readonly PaymentOperation[]> {
    return this.stores.operations.of(payment)
  }

  openOperations({ before }: { readonly before: Date }): AsyncIterable<PaymentOperation> {
    return this.stores.operations.open(before)
  }

  failedRefunds(query: FailedRefundQuery): Promise<readonly PaymentOperation[]> {
    return this.stores.operations.failedRefunds(query)
  }

  eventHandled(eventKey: string): Promise<boolean> {
    return this.stores.events.handled(eventKey)
  }

  markEventHandled(eventKey: string): Promise<void> {
    return this.stores.events.mark(eventKey)
  }
}

/** How a table is written whose rows carry a version. */
export interface VersionedWrites<Value> {
  insert(value: Value): Promise<unknown>
  /** True when the row had this version and was changed. */
  update(value: Value, version: number): Promise<boolean>
  /** True for the error of a database that has this unique key already. */
  isTaken(error: unknown): boolean
}

/**
 * Inserts (version 0) or updates the value unless somebody wrote it since this version was read. Answers what is stored
 * now, or 'conflict'; see CommercePlatform.saveCheckout.
 */
export async function saveWithOptimisticLock<Value extends { readonly version: number }>(
  value: Value,
  table: VersionedWrites<Value>,
): Promise<Value | 'conflict'> {
  const next = { ...value, version: value.version + 1 }
  try {
    if (value.version === 0) {
      await table.insert(next)
      return next
    }
    return (await table.update(next, value.version)) ? next : 'conflict'
  } catch (error) {
    if (table.isTaken(error)) return 'conflict'
    throw error
  }
}

/** Rows of one page. */
export const PAGE_SIZE = 100

/**
 * All rows, page by page. A page starts after the last row of the page before it, by what the rows are sorted by, so
 * rows that are written meanwhile are neither lost nor seen twice.
 */
export async function* paginate<Row>(
  pageAfter: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined
  do {
    const page: readonly Row[] = await pageAfter(last)
    yield* page
    last = page.length === PAGE_SIZE ? page.at(-1) : undefined
  } while (last !== undefined)
}
