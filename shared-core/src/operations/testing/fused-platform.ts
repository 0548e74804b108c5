import type { CommercePlatform } from '../../platform'
import type { Fuse } from './fuse'

/** The shop as one process reaches it; the lock is let go when the process dies, as a database does. */
export function fusedPlatform(platform: CommercePlatform, fuse: Fuse): CommercePlatform {
  return {
    readOrder: (record) => platform.readOrder(record),
    saveCheckout: (record) => platform.saveCheckout(record),
    findCheckout: (by) => platform.findCheckout(by),
    openCheckouts: (query) => platform.openCheckouts(query),
    apply: (record, outcome) => platform.apply(record, outcome),
    returnUrl: (record, outcome) => platform.returnUrl(record, outcome),
    exclusively: (payment, work) => platform.exclusively(payment, work),
    saveOperation: (operation) => fuse.around(() => platform.saveOperation(operation)),
    operationsOf: (payment) => fuse.around(() => platform.operationsOf(payment)),
    openOperations: (query) => platform.openOperations(query),
    applyOperation: (operation) => fuse.around(() => platform.applyOperation(operation)),
    eventHandled: (key) => platform.eventHandled(key),
    markEventHandled: (key) => platform.markEventHandled(key),
  }
}
