import { buildHash } from './build-hash'
import { runChild } from './child'
import { inRoot } from './places'
import { logOf } from './restartable'
import type { Seed } from './seeded-database'

/** The tables of the Shopify app; what is sold and ordered is kept by Shopify. */
export function shopifySeed(stateDir: string): Seed {
  return {
    store: 'shopify',
    build: () => buildHash(['packages/shopify/dist']),
    async fill({ url }) {
      await runChild({
        name: 'The seed of the Shopify app',
        script: inRoot('examples/shopify-store/dist/seed.js'),
        env: { DATABASE_URL: url },
        logFile: logOf(stateDir, 'Shopify seed'),
      })
    },
  }
}
