// From an order as the shop says it to the items that Craftgate is told: exact sums, stable order, safe names.
export type { Basket, BasketItem, DroppedRow, DropReason } from './basket'
export { nothingToPay } from './nothing-to-pay'
export type { Buyer, OrderSnapshot, SnapshotCharge, SnapshotLine, SnapshotReduction } from './order-snapshot'
export { toBasket } from './to-basket'
