import { metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

// Metrics and traces through the API of OpenTelemetry: nothing is measured unless the process is started with an SDK, e.g.
// `NODE_OPTIONS="--require @opentelemetry/auto-instrumentations-node/register"`. Names follow its semantic conventions.

const NAME = '@craftgate-commerce/shopify'

/** Made at first use, so that an SDK that is registered meanwhile is met. */
const instruments = () => {
  const meter = metrics.getMeter(NAME)
  return {
    requests: meter.createHistogram('http.server.request.duration', { unit: 's' }),
    jobs: meter.createHistogram('craftgate.job.duration', { unit: 's' }),
    reports: meter.createCounter('craftgate.shopify.reports', {
      description: 'Results of sessions that were reported to Shopify, by mutation and answer',
    }),
  }
}
let made: ReturnType<typeof instruments> | undefined
const instrument = () => {
  made ??= instruments()
  return made
}

interface Measured {
  readonly kind: SpanKind
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly histogram: 'requests' | 'jobs'
}

/** Runs the work in a span and measures how long it takes; it may add what it learns, and what it throws is marked. */
async function measured<T>(
  { kind, name, attributes, histogram }: Measured,
  work: (learned: (more: Readonly<Record<string, string | number>>) => void) => Promise<T>,
): Promise<T> {
  const began = performance.now()
  const all: Record<string, string | number> = { ...attributes }
  return trace.getTracer(NAME).startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work((more) => {
        Object.assign(all, more)
        span.setAttributes(more)
      })
    } catch (error) {
      all['error.type'] = error instanceof Error ? error.name : typeof error
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
      instrument()[histogram].record((performance.now() - began) / 1000, all)
    }
  })
}

export const measureRequest = <T>(
  method: string,
  work: (
    learned: (more: { 'http.route': string; 'http.response.status_code': number }) => void,
  ) => Promise<T>,
): Promise<T> =>
  measured(
    {
      kind: SpanKind.SERVER,
      name: method,
      attributes: { 'http.request.method': method },
      histogram: 'requests',
    },
    work,
  )

export const measureJob = <T>(job: string, work: () => Promise<T>): Promise<T> =>
  measured(
    { kind: SpanKind.CONSUMER, name: job, attributes: { 'craftgate.job': job }, histogram: 'jobs' },
    work,
  )

/** Shopify answered a mutation, or did not. */
export const countReport = (mutation: string, result: string): void =>
  instrument().reports.add(1, { mutation, result })
