import { EmulatorClock, type NodeEnv, RequestLog, saveState } from '@craftgate-commerce/emulator-kit'
import type { Hono } from 'hono'
import type { CertificateBundle } from './certificates/bundle'
import type { EmulatorContext } from './context/emulator-context'
import { defaultGraphQLFaults, type GraphQLRequest } from './context/graphql-calls'
import { loadEmulatorState } from './context/state'
import type { ShopifyControl } from './control/control'
import { createControl } from './control/create-control'
import { createApp } from './create-app'
import type { ShopifyEmulatorOptions } from './options/options'
import { defaultSessionFaults } from './session-delivery/deliver-session'
import { SessionPoster } from './session-delivery/post-session'

/** GraphQL calls that the log keeps. */
const LOGGED_CALLS = 5000

/** The whole emulator but the socket that it listens on. */
export interface Emulator {
  readonly app: Hono<NodeEnv>
  readonly control: ShopifyControl
  /** To be called once it listens: pages and session requests name this address. */
  listenAt(url: string): void
  close(): Promise<void>
}

/** Puts the parts together. Throws when the state file is broken. */
export function createEmulator(options: ShopifyEmulatorOptions, certificates: CertificateBundle): Emulator {
  const { app, stateFile } = options
  const state = loadEmulatorState(stateFile)
  const clock = new EmulatorClock(options)
  clock.moveTo(state.savedAt ?? 0)
  const poster = new SessionPoster(certificates)
  const closing = new AbortController()
  let address = ''
  const save = () => {
    if (stateFile === undefined) return
    state.savedAt = clock.now()
    saveState(stateFile, state)
  }
  const ctx: EmulatorContext = {
    ...{ options, app, state, clock, closing: closing.signal },
    delivery: {
      ...{ poster, app, faultSettings: defaultSessionFaults(), closing: closing.signal },
      timing: options.sessionRequests,
    },
    graphql: defaultGraphQLFaults(),
    requests: new RequestLog<GraphQLRequest>(LOGGED_CALLS),
    url: () => address,
    changed: save,
  }
  const control = createControl(ctx)
  return {
    ...{ app: createApp(ctx, control), control },
    listenAt(url) {
      address = url
    },
    async close() {
      closing.abort()
      await poster.close()
      save()
    },
  }
}
