// Starters for the whole house: database, emulator, shops, storefront.
// The demo shows them to people; the contract and browser tests boot the same stack.
export { type Child, type ChildPlan, runChild, startChild } from './child'
export { freePort } from './ports'
export { type Postgres, type PostgresOptions, startPostgres } from './postgres'
