import { startChild } from './child'
import type { Stoppable } from './keep'
import { inRoot } from './places'
import { freePort } from './ports'
import { logOf } from './restartable'

export interface Docs extends Stoppable {
  /** Undefined where it could not be started, which keeps no shop from opening: its log says why. */
  readonly url?: string
}

/** Serves the documentation in a process of its own. */
export async function startDocs(
  stateDir: string,
  wanted: number,
  script = inRoot('docs/scripts/serve.mjs'),
): Promise<Docs> {
  try {
    const port = String(await freePort(wanted))
    const logFile = logOf(stateDir, 'documentation')
    const child = await startChild({ name: 'The documentation', script, env: { PORT: port }, logFile })
    return { url: String(child.ready.url), stop: () => child.stop() }
  } catch {
    return { stop: async () => {} }
  }
}
