import { metrics, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

// Metrics and traces through the API of OpenTelemetry: nothing is measured unless the process is started with an SDK, e.g.
// `NODE_OPTIONS="--require @opentelemetry/auto-instrumentations-node/register"`. Names follow its semantic conventions.

const NAME = '@craftgate-commerce/shopify'

/** Of a duration, as the conventions have it: the SDK's own are made for milliseconds. */
const SECONDS = {
  unit: 's',
  advice: {
    explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
  },
}

/** Made at first use, so that an SDK that is registered meanwhile is met. */
const instruments = () => {
  const meter = metrics.getMeter(NAME)
  return {
    requests: meter.createHistogram('http.server.request.duration', SECONDS),
    jobs: meter.createHistogram('craftgate.job.duration', SECONDS),
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

type Facts = Readonly<Record<string, string | number>>

/** What the work may say of itself while it runs. */
interface Observed {
  readonly span: Span
  /** For the span and the measure: of few values, since each set of them is a series of its own. */
  learn(facts: Facts): void
  fail(type: string): void
}

/** Runs the work in a span and measures how long it takes; what it throws is marked. */
async function measured<T>(
  { kind, name, attributes, histogram }: Measured,
  work: (observed: Observed) => Promise<T>,
): Promise<T> {
  const began = performance.now()
  const all: Record<string, string | number> = { ...attributes }
  return trace.getTracer(NAME).startActiveSpan(name, { kind, attributes }, async (span) => {
    const learn = (facts: Facts) => {
      Object.assign(all, facts)
      span.setAttributes(facts)
    }
    const fail = (type: string) => {
      learn({ 'error.type': type })
      span.setStatus({ code: SpanStatusCode.ERROR })
    }
    try {
      return await work({ span, learn, fail })
    } catch (error) {
      fail(error instanceof Error ? error.name : typeof error)
      throw error
    } finally {
      span.end()
      instrument()[histogram].record((performance.now() - began) / 1000, all)
    }
  })
}

interface RequestNames {
  readonly requestId: string
  readonly shopifyRequestId?: string
}

export const measureRequest = (
  method: string,
  { requestId, shopifyRequestId }: RequestNames,
  work: () => Promise<{ readonly route: string; readonly status: number }>,
): Promise<void> =>
  measured(
    {
      kind: SpanKind.SERVER,
      name: method,
      attributes: { 'http.request.method': method },
      histogram: 'requests',
    },
    async ({ span, learn, fail }) => {
      span.setAttribute('http.response.header.x-request-id', [requestId])
      if (shopifyRequestId) span.setAttribute('http.request.header.shopify-request-id', [shopifyRequestId])
      const { route, status } = await work()
      span.updateName(`${method} ${route}`)
      learn({ 'http.route': route, 'http.response.status_code': status })
      if (status >= 500) fail(String(status))
    },
  )

export const measureJob = <T>(job: string, work: () => Promise<T>): Promise<T> =>
  measured(
    { kind: SpanKind.CONSUMER, name: job, attributes: { 'craftgate.job': job }, histogram: 'jobs' },
    work,
  )

/** Shopify answered a mutation, or did not. */
export const countReport = (mutation: string, result: string): void =>
  instrument().reports.add(1, { mutation, result })
