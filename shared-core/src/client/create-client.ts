import type { Answer, OperationId } from '@craftgate-commerce/openapi/operations'
import { type Dispatcher, Pool } from 'undici'
import { CraftgateError } from '../errors'
import { type Logger, silentLogger } from '../logger'
import { CLIENT_ERRORS, withNames } from '../messages/client-errors'
import { type Deadlines, deadlineOptions, type MerchantOptions } from '../options/options'
import { craftgateAddress } from './craftgate-address'
import type { CallArguments, CallLimits, CraftgateClient } from './craftgate-client'
import { Deadline } from './deadline'
import { CallFailure, internal } from './errors'
import { type AnyArguments, type PreparedRequest, prepareRequest } from './prepare-request'
import {
  type BreakerOptions,
  type BulkheadOptions,
  DEFAULT_RESILIENCE,
  type Resilience,
  type RetryOptions,
  resiliencePolicy,
} from './resilience-policy'
import { requestSender } from './send-request'
import { telemetryOf } from './telemetry'

export interface ClientOptions {
  /** What Craftgate reads who asks (`user-agent`, `x-client-version`), e.g. the plugin's package. Default `craftgate-commerce`. */
  readonly name?: string
  /** Each has a default: 10 seconds for a read, 15 for a start, 60 for money. */
  readonly deadlines?: Partial<Deadlines>
  readonly logger?: Logger
  /** Language of Craftgate's error descriptions; Craftgate chooses when absent. */
  readonly language?: 'tr' | 'en'
  readonly retry?: Partial<RetryOptions>
  readonly breaker?: Partial<BreakerOptions>
  readonly bulkhead?: Partial<BulkheadOptions>
  /** Replaces the connection pool, e.g. with undici's MockAgent. Stays open when the client closes. */
  readonly dispatcher?: Dispatcher
}

const DEFAULT_DEADLINES: Deadlines = deadlineOptions.parse({})
const CONNECT_MS = 5_000

const resilienceOf = ({ retry, breaker, bulkhead }: ClientOptions): Resilience => ({
  retry: { ...DEFAULT_RESILIENCE.retry, ...retry },
  breaker: { ...DEFAULT_RESILIENCE.breaker, ...breaker },
  bulkhead: { ...DEFAULT_RESILIENCE.bulkhead, ...bulkhead },
})

// No pipelining: undici may send a request again only when it shared its socket with one that failed before it.
const poolFor = (origin: string, { bulkhead }: Resilience): Pool =>
  new Pool(origin, {
    connections: bulkhead.concurrent * 2,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: CONNECT_MS },
  })

function deadlineOf(
  { readMs, startMs, moneyMs }: Deadlines,
  { operation }: PreparedRequest,
  limits: readonly CallLimits[],
): Deadline {
  const signals = limits.flatMap(({ signal }) => (signal === undefined ? [] : [signal]))
  return new Deadline({ ms: { read: readMs, start: startMs, money: moneyMs }[operation.class], signals })
}

/** The limit that was set last holds. */
const lastOf = <Name extends keyof CallLimits>(limits: readonly CallLimits[], name: Name): CallLimits[Name] =>
  limits.findLast((limit) => limit[name] !== undefined)?.[name]

/**
 * Craftgate for one merchant, with its own connections, breaker and queue. Keep one for the life of the process. Every
 * call rejects with CraftgateError only; keys never leave it.
 * Throws CraftgateError `configuration` when the address is unusable.
 */
export function createClient(merchant: MerchantOptions, options: ClientOptions = {}): CraftgateClient {
  const base = craftgateAddress(merchant.environment)
  const url = new URL(base)
  const resilience = resilienceOf(options)
  const deadlines = { ...DEFAULT_DEADLINES, ...options.deadlines }
  const dispatcher = options.dispatcher ?? poolFor(url.origin, resilience)
  const telemetry = telemetryOf(options.logger ?? silentLogger, url.hostname)
  const policy = resiliencePolicy(resilience)
  const send = requestSender({
    dispatcher,
    origin: url.origin,
    name: options.name ?? 'craftgate-commerce',
    keys: merchant,
    language: options.language,
    telemetry,
    attemptShare: resilience.retry.attemptShare,
  })
  const address = {
    base,
    path: url.pathname.replace(/\/+$/, ''),
    secrets: [merchant.apiKey, merchant.secretKey, merchant.webhookKey, merchant.callbackKey ?? ''],
  }

  async function perform(
    id: OperationId,
    args: AnyArguments,
    limits: readonly CallLimits[],
  ): Promise<unknown> {
    const request = prepareRequest(address, id, args, lastOf(limits, 'idempotencyKey'))
    const deadline = deadlineOf(deadlines, request, limits)
    let attempts = 0
    try {
      return await policy.run(request, { deadline, attempts: lastOf(limits, 'attempts') }, (attempt) => {
        attempts = attempt
        return send(request, deadline, attempt)
      })
    } catch (thrown) {
      const { error } = thrown instanceof CallFailure ? thrown : internal(request, attempts, thrown)
      if (attempts === 0) telemetry.notSent(request, error)
      throw error
    } finally {
      deadline.release()
    }
  }

  const limitedTo = (limits: readonly CallLimits[]): CraftgateClient => ({
    // What comes back has the shape that the description gives this operation.
    call: <Id extends OperationId>(id: Id, args: CallArguments<Id>, own?: CallLimits) =>
      perform(id, args, own === undefined ? limits : [...limits, own]) as Promise<Answer<Id>>,
    within: (more) => limitedTo([...limits, more]),
    close: async () => {
      if (options.dispatcher === undefined) await dispatcher.close()
    },
  })
  return limitedTo([])
}

export interface ClientPool {
  /** The client of a merchant of the options. Throws CraftgateError `configuration` for a name that is not there. */
  of(merchant: string): CraftgateClient
  close(): Promise<void>
}

function unknownMerchant(names: readonly string[]): CraftgateError {
  const message = withNames(CLIENT_ERRORS['unknown-merchant'], names)
  return new CraftgateError({
    kind: 'configuration',
    code: 'unknown-merchant',
    message: message.en,
    retry: 'no',
    merchantMessage: message,
  })
}

/** One client for each merchant, made when it is first asked for. */
export function clientPool(
  merchants: Readonly<Record<string, MerchantOptions>>,
  options: ClientOptions = {},
): ClientPool {
  const made = new Map<string, CraftgateClient>()
  const make = (name: string): CraftgateClient => {
    const merchant = Object.hasOwn(merchants, name) ? merchants[name] : undefined
    if (merchant === undefined) throw unknownMerchant(Object.keys(merchants))
    const client = createClient(merchant, options)
    made.set(name, client)
    return client
  }
  return {
    of: (name) => made.get(name) ?? make(name),
    close: async () => {
      await Promise.all([...made.values()].map((client) => client.close()))
    },
  }
}
