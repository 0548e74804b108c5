import { Hono } from 'hono'
import type { ApiEnv } from '../api/api-context'
import { createApi, ROOTS } from '../api/create-api'
import { type ConsoleSources, createConsole } from '../console'
import type { Control } from '../control/control'
import { createControlRoutes } from '../control/control-routes'
import type { Faults } from '../control/faults'
import type { Desk } from '../desk'
import type { World } from '../engine/world'
import { createPages } from '../pages'
import { answerError } from './answer-error'
import { faultGate, networkFaultGate } from './fault-gate'
import { type Recording, requestRecorder } from './request-recorder'

export interface AppParts {
  readonly world: World
  readonly desk: Desk
  readonly control: Control
  readonly console: ConsoleSources
  readonly faults: Faults
  readonly recording: Recording
}

/** Paths that a shopper's browser would reach at Craftgate. */
const PAGE_PATHS = ['checkout', '3ds']

/** The whole sandbox as one app: API, shopper's pages, console, control face. */
export function createApp({ world, desk, control, console, faults, recording }: AppParts): Hono<ApiEnv> {
  // Some clients end report paths with a slash.
  const app = new Hono<ApiEnv>({ strict: false })
  // What reaches Craftgate is recorded and open to faults; what goes wrong inside the API happens behind its keys.
  for (const root of ROOTS) app.use(`/${root}/*`, requestRecorder(recording), networkFaultGate(faults))
  for (const root of PAGE_PATHS) app.use(`/${root}/*`, requestRecorder(recording), faultGate(faults))
  app.route('/', createApi(world))
  app.route('/', createPages(desk))
  app.route('/', createConsole(console))
  app.route('/_control', createControlRoutes(control))
  app.onError(answerError(recording.logger))
  return app
}
