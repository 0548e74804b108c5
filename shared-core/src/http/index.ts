// Pay link, callback and webhook as Request -> Response, and the checks of their signatures.
// No notification is believed: an endpoint finds the attempt, and settling it asks Craftgate.
export {
  type CallbackFields,
  callbackMeans,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from './callback'
export { equalInConstantTime, type HttpDependencies, readBody } from './endpoint'
export { payLink, payLinkFor } from './pay-link'
export { createHttpHandler, type HttpHandler } from './router'
