import path from 'node:path'
import { type Child, startChild } from './child'
import { inRoot } from './places'

export interface Storefront {
  readonly url: string
  stop(): Promise<void>
}

export interface StorefrontOptions {
  readonly stateDir: string
  readonly port: number
  readonly vendureUrl: string
}

/** Serves the built storefront for a Vendure shop. */
export async function startStorefront({
  stateDir,
  port,
  vendureUrl,
}: StorefrontOptions): Promise<Storefront> {
  const child: Child = await startChild({
    name: 'Storefront',
    script: inRoot('examples/storefront/dist/server/main.js'),
    env: { PORT: String(port), VENDURE_URL: vendureUrl, VENDURE_CHANNEL: 'turkiye' },
    logFile: path.join(stateDir, 'logs/storefront.log'),
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stop() }
}
