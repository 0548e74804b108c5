// Pay link, callback and webhook as Request -> Response, and the checks of their signatures.
// No notification is believed: an endpoint finds the attempt, and settling it asks Craftgate.
export {
  type CallbackFields,
  callbackMeans,
  equalInConstantTime,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from './callback-hash'
export type { HttpDependencies } from './incoming-request'
export { payLink, payLinkFor } from './pay-link'
export { createHttpHandler, type HttpHandler } from './router'
