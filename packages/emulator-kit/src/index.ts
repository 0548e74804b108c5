// What the emulators of Craftgate and of Shopify share. It knows neither of the two, and imports nothing of ours.
// Each emulator bundles it.
export { type ClockOptions, type Duration, EmulatorClock, milliseconds, type TimeSource } from './clock'
export { cut, hang, type NodeEnv } from './cut'
export { toMinor, toText } from './decimal'
export { type ActiveFault, Faults, faultFields } from './faults'
export { answerHtml, type Html, type HtmlPage } from './html-page'
export { listen, stop } from './http-server'
export { type JsonBody, readForm, readJson } from './read-body'
export { type OwnHosts, refuseForeignHosts, refuseForeignPages, sameOriginOnly } from './refuse-foreign-pages'
export { RequestLog } from './request-log'
export { loadState, type StateShape, saveState } from './state-file'
