// @craftgate-commerce/vendure: Craftgate payments for Vendure 3.
// `CraftgatePlugin.init({...})` is all that a shop needs; the rest is for shops that build on it.
import '@craftgate-commerce/core/node-version'

export { CraftgateAlertEvent } from './alert-event'
export { CraftgatePlugin } from './craftgate-plugin'
export {
  CraftgateAlert,
  CraftgateCardOwner,
  CraftgateCheckout,
  CraftgateCheckoutPayment,
  CraftgateEvent,
  CraftgateLock,
  CraftgateOperation,
  CraftgatePanelAudit,
  CraftgatePanelLink,
  CraftgateTransfer,
  CraftgateWalletOperation,
} from './entities'
export { craftgatePermission } from './panel'
export { craftgateCurrency, HANDLER_CODE, OFFLINE_HANDLER_CODE } from './payment'
export type { CraftgatePluginOptions, ReturnFacts, SellerQuestion } from './plugin-options'
export { CRAFTGATE } from './tokens'
