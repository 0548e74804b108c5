import { buildHash } from './build-hash'
import { runChild } from './child'
import { MEDUSA_STORE } from './medusa'
import { inRoot } from './places'
import { logOf } from './restartable'
import type { Seed } from './seeded-database'

const PLUGIN = 'packages/medusa/.medusa/server/src'

/** @param env Environment of the store without DATABASE_URL. */
export function medusaSeed(stateDir: string, env: Readonly<Record<string, string | undefined>>): Seed {
  return {
    store: 'medusa',
    build: () => buildHash([`${MEDUSA_STORE}/src`, `${PLUGIN}/modules`, `${PLUGIN}/links`]),
    async fill({ url }) {
      await runChild({
        name: 'The seed of the Medusa store',
        script: inRoot(MEDUSA_STORE, 'src/seed.js'),
        env: { ...env, DATABASE_URL: url },
        logFile: logOf(stateDir, 'Medusa seed'),
        timeoutMs: 900_000,
      })
    },
  }
}
