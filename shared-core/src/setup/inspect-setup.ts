import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { type Logger, logError, silentLogger } from '../logger'
import type { Localized } from '../messages/localized'
import { GO_LIVE_QUESTIONS } from '../messages/setup'
import { type CurrencyCode, isCurrency } from '../money'
import type { MerchantOptions, ParsedOptions } from '../options/options'
import { CHECKS } from './checks'
import type { ConnectionFacts } from './connection'
import { type Found, findingOf, SETUP_CHECKS, type SetupCheckName, type SetupFinding } from './finding'
import { type MerchantPos, readPoses } from './merchant-pos'
import type { SetupContext } from './setup-context'

/** What the shop says of itself. */
export interface SetupQuery {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  /** ISO codes of the currencies that the shop sells in; TRY when absent, and those that Craftgate does not know are left out. */
  readonly currencies?: readonly string[]
  /** Of what the shop runs on, by name: { Vendure: '3.7.3' } */
  readonly versions?: Readonly<Record<string, string>>
}

export interface SetupInspection {
  readonly merchant: string
  readonly at: Date
  /** In the order of `SETUP_CHECKS`; at least one of each. */
  readonly findings: readonly SetupFinding[]
  /** The merchant's POSes; none where they could not be read. */
  readonly poses: readonly MerchantPos[]
  /** What a person has to look at before real money is taken. */
  readonly questions: readonly Localized[]
}

export interface InspectionParts {
  readonly options: Pick<ParsedOptions, 'publicUrl' | 'basePath' | 'checkout'>
  readonly merchant: MerchantOptions
  readonly client: CraftgateClient
  readonly clock?: () => Date
  readonly logger?: Logger
  /** What this process saw of the merchant's calls and webhooks; nothing without it. */
  readonly connection?: ConnectionFacts
  readonly request?: typeof fetch
  /** Until which each check has to answer. */
  readonly withinMs?: number
}

/** As long as a person waits for a page. */
const WITHIN_MS = 8_000

/**
 * Looks at everything that a shop needs to take payments: keys by a real call, its own addresses, POSes, instalments, methods,
 * clock. All at once, in at most eight seconds, and changes nothing. A check that fails says so and keeps no other from
 * answering. Nothing that is told holds a secret.
 */
export async function inspectSetup(
  { merchant, currencies = ['TRY'], versions = {} }: SetupQuery,
  parts: InspectionParts,
): Promise<SetupInspection> {
  const { clock = () => new Date(), logger = silentLogger, withinMs = WITHIN_MS } = parts
  const signal = AbortSignal.timeout(withinMs)
  const client = parts.client.within({ signal })
  const poses = once(() => readPoses(client))
  const context: SetupContext = {
    ...{ client, poses, signal, clock, versions, options: parts.options, merchant: parts.merchant },
    currencies: knownCurrencies(currencies),
    connection: parts.connection ?? {},
    request: parts.request ?? fetch,
  }
  const found = SETUP_CHECKS.map((name) => run(name, context, logger))
  const [findings, readable] = await Promise.all([
    Promise.all(found),
    inTime(poses(), signal).catch(() => []),
  ])
  return { merchant, at: clock(), findings: findings.flat(), poses: readable, questions: GO_LIVE_QUESTIONS }
}

const knownCurrencies = (codes: readonly string[]): readonly CurrencyCode[] => [
  ...new Set(codes.map((code) => code.toUpperCase()).filter(isCurrency)),
]

async function run(
  name: SetupCheckName,
  context: SetupContext,
  logger: Logger,
): Promise<readonly SetupFinding[]> {
  try {
    const found = await inTime(CHECKS[name](context), context.signal)
    return found.map((each) => findingOf(name, each))
  } catch (error) {
    return [findingOf(name, failureOf(error, name, { signal: context.signal, logger }))]
  }
}

function failureOf(
  error: unknown,
  name: SetupCheckName,
  { signal, logger }: Pick<SetupContext, 'signal'> & { readonly logger: Logger },
): Found {
  if (signal.aborted) return { code: 'check-late' }
  if (CraftgateError.is(error)) return { code: 'check-failed', about: error.merchantMessage }
  logger.error('A check of the set-up did not run', { check: name, error: logError(error) })
  return { code: 'check-broken' }
}

/** Rejects when the signal ends, also where the work does not listen to it. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, end])
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= read()
    return answer
  }
}
