import type { CommercePlatform } from '../../platform'
import type { CrashInjector } from './crash-injector'

/** The shop as one process reaches it; the lock is let go when the process dies, as a database does. */
export function crashingPlatform(platform: CommercePlatform, crash: CrashInjector): CommercePlatform {
  return {
    readOrder: (record) => platform.readOrder(record),
    saveCheckout: (record) => platform.saveCheckout(record),
    findCheckout: (by) => platform.findCheckout(by),
    dueCheckouts: (query) => platform.dueCheckouts(query),
    apply: (record, outcome) => platform.apply(record, outcome),
    holds: (record, outcome) => platform.holds(record, outcome),
    returnUrl: (record, outcome) => platform.returnUrl(record, outcome),
    exclusively: (payment, work) => platform.exclusively(payment, work),
    saveOperation: (operation) => crash.around(() => platform.saveOperation(operation)),
    operationsOf: (payment) => crash.around(() => platform.operationsOf(payment)),
    openOperations: (query) => platform.openOperations(query),
    failedRefunds: (query) => platform.failedRefunds(query),
    applyOperation: (operation) => crash.around(() => platform.applyOperation(operation)),
    isOperationCommitted:
      platform.isOperationCommitted &&
      ((operation) => platform.isOperationCommitted?.(operation) ?? Promise.resolve(false)),
    walletOperations: platform.walletOperations,
    alerts: platform.alerts,
    eventHandled: (key) => platform.eventHandled(key),
    markEventHandled: (key) => platform.markEventHandled(key),
  }
}
