import type { Hono } from 'hono'
import type { CertificateBundle } from './certificates/bundle'
import { EmulatorClock } from './clock/emulator-clock'
import type { ShopifyControl } from './control/control'
import { createControl } from './control/create-control'
import { honestGraphQL } from './control/graphql-switches'
import { RequestLog } from './control/request-log'
import { createApp } from './http/create-app'
import type { NodeEnv } from './http/cut'
import type { ShopifyEmulatorOptions } from './options/options'
import { SessionPoster } from './session-requests/post-session'
import { honestSessionSwitches } from './session-requests/session-switches'
import { loadState, saveState } from './state/state-file'
import type { World } from './world'

/** The whole emulator but the socket that it listens on. */
export interface House {
  readonly app: Hono<NodeEnv>
  readonly control: ShopifyControl
  /** Tells the pages where they are. */
  open(url: string): void
  close(): Promise<void>
}

/** Puts the rooms together. Throws when the state file is broken. */
export function buildHouse(options: ShopifyEmulatorOptions, certificates: CertificateBundle): House {
  const { app, stateFile } = options
  const state = loadState(stateFile)
  const clock = new EmulatorClock(options.clock, options.timeScale)
  clock.moveTo(state.savedAt ?? 0)
  const poster = new SessionPoster(certificates)
  const closing = new AbortController()
  let address = ''
  const save = () => {
    if (stateFile === undefined) return
    state.savedAt = clock.now()
    saveState(stateFile, state)
  }
  const world: World = {
    ...{ options, app, state, clock, closing: closing.signal },
    delivery: {
      ...{ poster, app, switches: honestSessionSwitches(), closing: closing.signal },
      timing: options.sessionRequests,
    },
    ...{ graphql: honestGraphQL(), requests: new RequestLog() },
    url: () => address,
    changed: save,
  }
  const control = createControl(world)
  return {
    ...{ app: createApp(world, control), control },
    open(url) {
      address = url
    },
    async close() {
      closing.abort()
      await poster.close()
      save()
    },
  }
}
