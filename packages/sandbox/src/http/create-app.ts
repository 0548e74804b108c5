import { type OwnHosts, type RequestLog, refuseForeignPages } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AnswerCheck } from '../api/answer-check'
import { type ApiEnv, langOf } from '../api/api-context'
import { callLog } from '../api/call-log'
import { createApi } from '../api/create-api'
import { ROOTS } from '../api/unplayed'
import { type ConsoleSources, createConsole } from '../console'
import type { Control } from '../control/control'
import { createControlRoutes } from '../control/control-routes'
import type { RequestFaults } from '../control/fault'
import type { SandboxContext } from '../engine/context'
import { ApiError } from '../errors/api-error'
import { providerError } from '../errors/provider-error'
import type { HostedPageService } from '../hosted-page-service'
import type { MultiPaymentService } from '../multi-payment-service'
import { createPages } from '../pages'
import type { Exchange } from './exchange'
import { exchangeRecorder } from './exchange-recorder'
import { faultGate, networkFaultGate } from './fault-gate'
import type { Logger } from './logger'
import { createMasterpassServer } from './masterpass-server'
import { createProviderScripts } from './provider-scripts'
import { type Recording, requestRecorder } from './request-recorder'

export interface AppDependencies {
  readonly ctx: SandboxContext
  readonly service: HostedPageService
  readonly multiPayments: MultiPaymentService
  readonly control: Control
  readonly console: ConsoleSources
  readonly faults: RequestFaults
  readonly recording: Recording
  readonly answers?: AnswerCheck
  /** A file. */
  readonly callLog?: string
  readonly own?: OwnHosts
  readonly exchanges: RequestLog<Exchange>
}

/** Paths that a shopper's browser would reach at Craftgate. */
const PAGE_PATHS = ['checkout', '3ds', 'apm', 'multi', 'meal-card', 'link', 'masterpass']

/** The whole sandbox as one app: API, shopper's pages, console, control API. */
export function createApp({
  ctx,
  service,
  multiPayments,
  control,
  console,
  faults,
  recording,
  answers,
  callLog: callLogFile,
  own,
  exchanges,
}: AppDependencies): Hono<ApiEnv> {
  // Some clients end report paths with a slash.
  const app = new Hono<ApiEnv>({ strict: false })
  // What reaches Craftgate is recorded and open to faults; what goes wrong inside the API happens behind its keys.
  const exchange = exchangeRecorder(exchanges)
  for (const root of ROOTS)
    app.use(`/${root}/*`, requestRecorder(recording), exchange, networkFaultGate(faults))
  for (const path of ['/', ...ROOTS.map((root) => `/${root}/*`)]) app.use(path, dated(recording.now))
  if (callLogFile) for (const root of ROOTS) app.use(`/${root}/*`, callLog(callLogFile))
  for (const root of PAGE_PATHS) app.use(`/${root}/*`, requestRecorder(recording), faultGate(faults))
  app.route('/', createApi(ctx, answers))
  app.route('/', createPages(service, { multiPayments }))
  app.route('/masterpass', createMasterpassServer(ctx))
  app.route('/', createProviderScripts())
  app.route('/', createConsole(console, own))
  app.use('/_control/*', refuseForeignPages(own))
  app.route('/_control', createControlRoutes(control))
  app.onError(answerError(recording.logger))
  return app
}

/** A shop compares its clock with the `Date` of Craftgate's answers: here that is the clock that tests move. */
const dated =
  (now: () => number): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.header('date', new Date(now()).toUTCString())
  }

/** The errors envelope (developer.craftgate.io/api, Hatalı İşlemler), in the language that was asked for. */
function answerError(logger: Logger) {
  return (error: Error, c: Context) => {
    // What is left of a body that was too large would be taken for the next request of this connection.
    if (error instanceof ApiError && error.status === 413) c.header('Connection', 'close')
    if (error instanceof ApiError)
      return c.json(envelope(error, langOf(c)), error.status as ContentfulStatusCode)
    logger.error('The emulator failed', { path: c.req.path, reason: error.message, stack: error.stack })
    return c.json(envelope(OWN_FAILURE, langOf(c)), 500)
  }
}

const envelope = (error: ApiError, lang: 'tr' | 'en') => ({
  errors: { errorCode: error.code, errorDescription: error.description[lang], errorGroup: error.group },
  providerError: providerError(error),
})

const OWN_FAILURE = new ApiError(500, '9998', { tr: 'Emülatör hatası', en: 'The emulator itself failed' })
