import { type Dispatcher, Pool } from 'undici'
import { CraftgateError } from '../errors'
import { type Logger, silentLogger } from '../logger'
import type { MerchantOptions, ParsedOptions } from '../options'
import type { Call, CallInput } from './call'
import { CallFailure } from './call-failure'
import { catalogueOver } from './catalogue'
import { ours } from './failures'
import type { CallLimits, WholeGateway } from './gateway'
import { guard } from './guard'
import { observer } from './observe'
import { prepareCall } from './prepare-call'
import {
  type BreakerOptions,
  type BulkheadOptions,
  DEFAULT_RESILIENCE,
  type Resilience,
  type RetryOptions,
} from './resilience-options'
import type { CallKind } from './route-table'
import { type Sender, send } from './send'
import { timeLimit } from './time-limit'
import { wireOver } from './wire'

export interface GatewayOptions {
  readonly deadlines: ParsedOptions['deadlines']
  readonly logger?: Logger
  /** Language of Craftgate's error descriptions; Craftgate chooses when absent. */
  readonly language?: 'tr' | 'en'
  readonly retry?: Partial<RetryOptions>
  readonly breaker?: Partial<BreakerOptions>
  readonly bulkhead?: Partial<BulkheadOptions>
  /** Replaces the connection pool, e.g. with undici's MockAgent. Stays open when the gateway closes. */
  readonly dispatcher?: Dispatcher
}

const HOSTS: Readonly<Record<string, string>> = {
  live: 'https://api.craftgate.io',
  sandbox: 'https://sandbox-api.craftgate.io',
}
const CONNECT_MS = 5_000

const configuration = (tr: string, en: string): CraftgateError =>
  new CraftgateError({
    kind: 'configuration',
    code: 'bad-options',
    message: en,
    retry: 'no',
    merchantMessage: { tr, en },
  })

/** Address of Craftgate without a trailing slash. Throws `configuration` for one that carries more than a place. */
function baseOf(environment: string): string {
  const base = HOSTS[environment] ?? environment
  const parsed = URL.canParse(base) ? new URL(base) : undefined
  const clean =
    parsed && parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === ''
  if (!clean) {
    throw configuration(
      'environment yalnızca bir adres olabilir: kullanıcı adı, sorgu veya # içeremez.',
      'environment must be a plain address: no user name, no query, no #.',
    )
  }
  return base.replace(/\/+$/, '')
}

const resilienceOf = ({ retry, breaker, bulkhead }: GatewayOptions): Resilience => ({
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

const msFor = (deadlines: ParsedOptions['deadlines'], kind: CallKind): number =>
  ({ read: deadlines.readMs, start: deadlines.startMs, money: deadlines.moneyMs })[kind]

const visible = (call: Call, attempts: number, thrown: unknown): CraftgateError =>
  thrown instanceof CallFailure ? thrown.error : ours(call, attempts, thrown)

/** Says of every call how it went, from the first check to the last attempt. Rejects with CraftgateError. */
function performer(merchant: MerchantOptions, options: GatewayOptions, base: string, dispatcher: Dispatcher) {
  const resilience = resilienceOf(options)
  const guarded = guard(resilience)
  const watch = observer(options.logger ?? silentLogger)
  const deadline = (call: Call) => msFor(options.deadlines, call.route.kind)
  const sender: Sender = {
    dispatcher,
    keys: { apiKey: merchant.apiKey, secretKey: merchant.secretKey },
    language: options.language,
    observer: watch,
    attemptMs: (call) => deadline(call) * (call.route.kind === 'read' ? resilience.retry.attemptShare : 1),
  }
  const secrets = [merchant.apiKey, merchant.secretKey, merchant.webhookKey, merchant.callbackKey ?? '']

  return async (input: CallInput): Promise<unknown> => {
    const call = prepareCall(base, input, secrets)
    const signals = input.limits.flatMap(({ signal }) => (signal === undefined ? [] : [signal]))
    const limit = timeLimit({ ms: deadline(call), signals })
    let attempts = 0
    try {
      return await guarded.run(call, limit, (attempt) => {
        attempts = attempt
        return send(sender, call, limit, attempt)
      })
    } catch (thrown) {
      if (attempts === 0 && thrown instanceof CallFailure) watch.notSent(call, thrown.error)
      throw visible(call, attempts, thrown)
    } finally {
      limit.release()
    }
  }
}

/**
 * The door to Craftgate for one merchant, with its own connections, breaker and queue. Keep one for the life of the
 * process; `close` waits for requests under way. Every call rejects with CraftgateError only; keys never leave it.
 * Throws CraftgateError `configuration` when the address is unusable.
 */
export function createGateway(merchant: MerchantOptions, options: GatewayOptions): WholeGateway {
  const base = baseOf(merchant.environment)
  const pool = options.dispatcher ?? poolFor(new URL(base).origin, resilienceOf(options))
  const perform = performer(merchant, options, base, pool)
  const close = async () => {
    if (options.dispatcher === undefined) await pool.close()
  }
  const limitedTo = (limits: readonly CallLimits[]): WholeGateway => ({
    ...catalogueOver(wireOver(perform, limits)),
    within: (more) => limitedTo([...limits, more]),
    close,
  })
  return limitedTo([])
}
