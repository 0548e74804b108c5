import { Hono } from 'hono'
import type { AnswerCheck } from '../api/answer-check'
import type { ApiEnv } from '../api/api-context'
import { createApi } from '../api/create-api'
import { ROOTS } from '../api/unplayed'
import { type ConsoleSources, createConsole } from '../console'
import type { Control } from '../control/control'
import { createControlRoutes } from '../control/control-routes'
import type { Faults } from '../control/faults'
import type { Desk } from '../desk'
import type { World } from '../engine/world'
import { createPages } from '../pages'
import { answerError } from './answer-error'
import { faultGate } from './fault-gate'
import { type Recording, requestRecorder } from './request-recorder'

export interface AppParts {
  readonly world: World
  readonly desk: Desk
  readonly control: Control
  readonly console: ConsoleSources
  readonly faults: Faults
  readonly recording: Recording
  readonly answers?: AnswerCheck
}

/** Paths that a merchant's server or a shopper's browser would reach at Craftgate; recorded, and open to faults. */
const CRAFTGATE_PATHS = [...ROOTS, 'checkout', '3ds']

/** The whole sandbox as one app: API, shopper's pages, console, control face. */
export function createApp({
  world,
  desk,
  control,
  console,
  faults,
  recording,
  answers,
}: AppParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  for (const root of CRAFTGATE_PATHS) {
    app.use(`/${root}/*`, requestRecorder(recording))
    app.use(`/${root}/*`, faultGate(faults))
  }
  app.route('/', createApi(world, answers))
  app.route('/', createPages(desk))
  app.route('/', createConsole(console))
  app.route('/_control', createControlRoutes(control))
  app.onError(answerError(recording.logger))
  return app
}
