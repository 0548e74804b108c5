import { buildHash } from './build-hash'
import { runChild } from './child'
import { inRoot } from './places'
import { logOf } from './restartable'
import type { Seed } from './seeded-database'

/** @param env Environment of the store without DATABASE_URL and ASSET_DIR. */
export function vendureSeed(stateDir: string, env: Readonly<Record<string, string | undefined>>): Seed {
  return {
    store: 'vendure',
    build: () => buildHash(['examples/vendure-store/dist', 'packages/vendure/dist/entities.js']),
    async fill({ url, assetDir }) {
      await runChild({
        name: 'The seed of the Vendure store',
        script: inRoot('examples/vendure-store/dist/seed.js'),
        env: { ...env, DATABASE_URL: url, ASSET_DIR: assetDir },
        logFile: logOf(stateDir, 'Vendure seed'),
        timeoutMs: 900_000,
      })
    },
  }
}
