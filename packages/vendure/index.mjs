// One copy for both module systems: the CommonJS build, named again for `import`.
import vendure from './dist/index.js'

export const {
  CRAFTGATE,
  CraftgateCardOwner,
  CraftgateCheckout,
  CraftgateCheckoutPayment,
  CraftgateEvent,
  CraftgateOperation,
  CraftgateLock,
  CraftgatePlugin,
  craftgateCurrency,
  craftgatePermission,
  HANDLER_CODE,
} = vendure
