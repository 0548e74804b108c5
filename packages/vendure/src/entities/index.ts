// The four tables of the plugin: attempts to pay, money calls, handled webhook events, locks.
// Core decides what stands in them; the classes here only say how it is stored.
export { CraftgateCheckout } from './craftgate-checkout.entity'
export { CraftgateEvent } from './craftgate-event.entity'
export { CraftgateLock } from './craftgate-lock.entity'
export { CraftgateOperation } from './craftgate-operation.entity'
