import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { startChild } from './child'
import { freePort } from './ports'
import { logOf } from './restartable'

export interface Redis {
  readonly url: string
  stop(): Promise<void>
}

/** Starts the `redis-server` of this computer, which keeps everything in memory. @throws Error when there is none. */
export async function startRedis(stateDir: string): Promise<Redis> {
  const port = await freePort(63_790)
  mkdirSync(stateDir, { recursive: true })
  const child = await startChild({
    name: 'Redis',
    script: path.join(import.meta.dirname, '../src/redis-host.mjs'),
    args: [JSON.stringify({ port, dir: stateDir })],
    logFile: logOf(stateDir, 'Redis'),
    timeoutMs: 10_000,
  })
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.stop() }
}
