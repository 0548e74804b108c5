// The three doors (pay link, callback, webhook) as Request -> Response, and the checks of what comes through them.
// Nothing that knocks is believed: a door finds the attempt, and settling it asks Craftgate.
export {
  type CallbackFields,
  callbackMeans,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from './callback-hash'
export { equalInConstantTime } from './constant-time'
export { createInbound, type Inbound } from './create-inbound'
export type { InboundParts } from './inbound-parts'
export { payLink } from './pay-link'
