// From an order as the shop says it to the items that Craftgate is told: exact sums, stable order, safe names.

export type {
  Buyer,
  OrderSnapshot,
  SnapshotCharge,
  SnapshotLine,
  SnapshotReduction,
  SnapshotSeller,
} from './order-snapshot'
export type { Basket, BasketItem, DroppedRow, DropReason, ItemSeller } from './to-basket'
export { nothingToPay, toBasket } from './to-basket'
