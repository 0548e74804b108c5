import { medusaSeed } from './medusa-seed'
import type { Seed } from './seeded-database'
import { shopifySeed } from './shopify-seed'
import type { StoreName } from './stack-options'
import { seedEnvironment } from './store-environment'
import { vendureSeed } from './vendure-seed'

const SEEDS = { vendure: vendureSeed, medusa: medusaSeed, shopify: shopifySeed } as const

export const seedOf = (store: StoreName, stateDir: string): Seed =>
  SEEDS[store](stateDir, seedEnvironment(store))
