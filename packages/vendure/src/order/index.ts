// How a Vendure order is read: its amounts, what is left to pay, the snapshot that core makes a basket of.
// Nothing here moves an order.
export { CheckoutContexts, type CheckoutFacts, factsOf, isOfChannel, toContext } from './checkout-context'
export { AWAITING_FUNDS, type AwaitingFunds, isPayable, leftToPay, takesMoney } from './left-to-pay'
export { itemsOfPart, OrderDeliveries } from './order-deliveries'
export { OrderReader } from './order-reader'
export { externalIdOf, orderToSnapshot, soldItems } from './order-to-snapshot'
export {
  AmountNotRepresentable,
  chargedFor,
  fromVendure,
  type MoneyScale,
  partFromVendure,
  partToVendure,
  roundingOf,
  toVendure,
  wholeFromVendure,
} from './vendure-money'
