// The least of an OpenTelemetry tracer that remembers its spans; the API gives no exporter of its own.
import {
  type Attributes,
  type AttributeValue,
  context,
  type Span,
  type SpanStatus,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'

export interface RecordedSpan {
  readonly name: string
  readonly attributes: Attributes
  status?: SpanStatus
  ended: boolean
}

const spanOver = (record: RecordedSpan): Span => {
  const span: Span = {
    spanContext: () => ({ traceId: '1'.padStart(32, '0'), spanId: '1'.padStart(16, '0'), traceFlags: 1 }),
    setAttribute(name: string, value: AttributeValue) {
      record.attributes[name] = value
      return span
    },
    setAttributes(attributes: Attributes) {
      Object.assign(record.attributes, attributes)
      return span
    },
    setStatus(status: SpanStatus) {
      record.status = status
      return span
    },
    addEvent: () => span,
    addLink: () => span,
    addLinks: () => span,
    updateName: () => span,
    isRecording: () => !record.ended,
    recordException: () => {},
    end: () => {
      record.ended = true
    },
  }
  return span
}

/** Becomes the process's tracer until `stop`. Only one at a time. */
export function memoryTracer(): { readonly spans: RecordedSpan[]; stop(): void } {
  const spans: RecordedSpan[] = []
  const startSpan: Tracer['startSpan'] = (name, options) => {
    const record: RecordedSpan = { name, attributes: { ...options?.attributes }, ended: false }
    spans.push(record)
    return spanOver(record)
  }
  const tracer: Tracer = {
    startSpan,
    startActiveSpan: (name: string, ...rest: unknown[]) => {
      const work = rest.at(-1)
      if (typeof work !== 'function') throw new Error('startActiveSpan needs work to do')
      const span = startSpan(name, rest.length > 1 ? (rest[0] as Parameters<typeof startSpan>[1]) : undefined)
      return context.with(trace.setSpan(context.active(), span), () => work(span))
    },
  }
  const provider: TracerProvider = { getTracer: () => tracer }
  trace.setGlobalTracerProvider(provider)
  return { spans, stop: () => trace.disable() }
}
