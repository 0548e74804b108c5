import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'

// A collector of OpenTelemetry that remembers what it is sent: OTLP over HTTP, in JSON.

type Facts = Readonly<Record<string, unknown>>

export interface CollectedSpan {
  readonly scope: string
  readonly name: string
  readonly traceId: string
  readonly failed: boolean
  readonly attributes: Facts
}

export interface CollectedPoint {
  readonly metric: string
  readonly unit: string
  readonly attributes: Facts
  /** Of a counter its value, of a histogram how often something was measured. */
  readonly count: number
  /** Of a histogram. */
  readonly bounds?: readonly number[]
}

interface Value {
  readonly arrayValue?: { readonly values: readonly Value[] }
  readonly [type: string]: unknown
}

interface Attributed {
  readonly attributes: readonly { readonly key: string; readonly value: Value }[]
}

interface Scoped {
  readonly scope: { readonly name: string }
}

interface Span extends Attributed {
  readonly name: string
  readonly traceId: string
  readonly status: { readonly code: number }
}

interface Point extends Attributed {
  readonly count?: number | string
  readonly asInt?: number | string
  readonly asDouble?: number
  readonly explicitBounds?: readonly number[]
}

interface Metric {
  readonly name: string
  readonly unit: string
  readonly sum?: { readonly dataPoints: readonly Point[] }
  readonly histogram?: { readonly dataPoints: readonly Point[] }
}

interface Batch {
  readonly resourceSpans?: readonly {
    readonly scopeSpans: readonly (Scoped & { readonly spans: readonly Span[] })[]
  }[]
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly (Scoped & { readonly metrics: readonly Metric[] })[]
  }[]
}

const ERROR = 2

const plain = (value: Value): unknown =>
  value.arrayValue ? value.arrayValue.values.map(plain) : Object.values(value)[0]

const factsOf = ({ attributes }: Attributed): Facts =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]))

const spansOf = ({ resourceSpans = [] }: Batch): CollectedSpan[] =>
  resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ scope, spans }) =>
      spans.map((span) => ({
        scope: scope.name,
        name: span.name,
        traceId: span.traceId,
        failed: span.status.code === ERROR,
        attributes: factsOf(span),
      })),
    )

const pointsOf = ({ resourceMetrics = [] }: Batch): CollectedPoint[] =>
  resourceMetrics
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap(({ metrics }) => metrics)
    .flatMap(({ name, unit, sum, histogram }) =>
      (sum ?? histogram ?? { dataPoints: [] }).dataPoints.map((point) => ({
        metric: name,
        unit,
        attributes: factsOf(point),
        count: Number(point.count ?? point.asInt ?? point.asDouble),
        bounds: point.explicitBounds,
      })),
    )

export async function startTelemetryCollector() {
  const spans: CollectedSpan[] = []
  let points: readonly CollectedPoint[] = []
  const server = createServer(async (request, response) => {
    const batch = JSON.parse(await text(request)) as Batch
    spans.push(...spansOf(batch))
    // Each export holds everything since the process began.
    if (batch.resourceMetrics) points = pointsOf(batch)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    spans: (): readonly CollectedSpan[] => spans,
    /** What the process measured until now. */
    points: (): readonly CollectedPoint[] => points,
    /** Makes a Node process send here, soon. */
    env: {
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, 'open-telemetry.cjs')}`,
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'otlp',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      OTEL_METRIC_EXPORT_INTERVAL: '250',
      OTEL_METRIC_EXPORT_TIMEOUT: '250',
    },
    close: () => new Promise((resolve) => server.closeAllConnections() ?? server.close(resolve)),
  }
}

export type TelemetryCollector = Awaited<ReturnType<typeof startTelemetryCollector>>
