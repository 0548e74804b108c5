// A shopper without a browser, for tests and demos: opens a pay link, fills the real HTML forms, comes back to the
// merchant. And the documented test cards by name.
export type { OpenedPage } from './headless-browser'
export { navigate } from './navigate'
export { Shopper } from './shopper'
export type {
  Callback,
  CallbackResponse,
  MethodChoice,
  MethodOutcome,
  PayChoice,
  PayMethod,
  ShopperOptions,
  ShopperResult,
} from './shopper-result'
export { type TestCard, type TestCardName, testCards, testOtp } from './test-cards'
