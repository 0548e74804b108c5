// The Shopify payments app as a library: start it whole, or mount its apps in a server of your own.
export { createPublicApp, createSessionApp } from './app/create-apps'
export { type AppServices, createServices } from './app/create-services'
export { type RunningApp, type StartOptions, startApp } from './app/start-app'
export type { AppContext } from './context/app-context'
export type { Clock } from './context/clock'
export { jsonLogger } from './context/logging'
export type { Mode, Tenant } from './context/tenant'
export { openDatabase } from './database'
export { PgBossJobQueue } from './jobs/pg-boss-job-queue'
export { type ClientCertificateVerifier, createVerifier } from './mtls'
export { type AppOptions, type AppOptionsInput, parseAppOptions, readEnvironment } from './options'
export {
  API_VERSION,
  type MutationResult,
  PaymentsAppsApi,
  type SessionResolution,
  type Tokens,
} from './shopify-api'
