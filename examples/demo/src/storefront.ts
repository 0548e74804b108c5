import { startChild } from './child'
import { inRoot } from './places'
import { addressOf } from './places-of-stores'
import { logOf } from './restartable'
import type { Shops } from './stores'

export interface Storefront {
  readonly url: string
  stop(): Promise<void>
}

/** What the storefront's server has to know of the shop behind it. */
export const BEHIND = {
  vendure: ({ main }: Shops['vendure']) => ({ VENDURE_URL: main.url, VENDURE_CHANNEL: 'turkiye' }),
  medusa: ({ main, publishableKey }: Shops['medusa']) => ({
    MEDUSA_URL: main.url,
    MEDUSA_PUBLISHABLE_KEY: publishableKey,
  }),
} as const

export interface StorefrontOptions {
  readonly name: string
  readonly stateDir: string
  readonly port: number
  readonly behind: Readonly<Record<string, string>>
}

/** Serves the built storefront for one shop. */
export async function startStorefront({
  name,
  stateDir,
  port,
  behind,
}: StorefrontOptions): Promise<Storefront> {
  const child = await startChild({
    name,
    script: inRoot('examples/storefront/dist/server/main.js'),
    env: { PORT: String(port), ...behind },
    logFile: logOf(stateDir, name),
  })
  return { url: addressOf(port), stop: () => child.stop() }
}
