// Starters for the whole stack: database, emulator, shops, storefront.
// The demo shows them to people; the contract and browser tests boot the same stack with `startStack`.
export { type Child, type ChildPlan, runChild, startChild } from './child'
export { MEDUSA_ADMIN, type MedusaInstance, type MedusaShop } from './medusa'
export { ROOT, stateDirectory } from './places'
export { freePort } from './ports'
export { type Postgres, type PostgresOptions, startPostgres, withClient } from './postgres'
export { prepareSeed } from './prepare-seed'
export type { ShopifyShop } from './shopify'
export { type Stack, startStack } from './stack'
export type { Phase, StackOptions, StoreName } from './stack-options'
export type { Storefront } from './storefront'
export { SUPERADMIN, type VendureInstance, type VendureShop } from './vendure'
