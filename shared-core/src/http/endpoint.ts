// What the endpoints share: what they work with, reading a body, comparing a signature, and the answers.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { CraftgateClient } from '../client/craftgate-client'
import type { ClientInfo, Opener, Returned, StartResult } from '../commerce'
import type { Logger } from '../logger'
import { GO_ON_BUTTON, PAGE_MESSAGES, type PageKind } from '../messages/pages'
import type { ParsedOptions } from '../options/options'
import type { CheckoutRecord, CommercePlatform, PaymentRef } from '../platform'
import type { Connections } from '../setup/connection'
import type { MerchantPos } from '../setup/merchant-pos'
import type { WalletOperation } from '../wallets/wallet-operation'
import { languageOf, type PageRequest, QUIET, seeOther, shopperPage } from './shopper-page'

/** What the endpoints work with. An endpoint verifies and finds, and lets these decide. */
export interface HttpDependencies {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly start: (record: CheckoutRecord, opener: Opener) => Promise<StartResult>
  readonly settleNotified: (
    record: CheckoutRecord,
    occasion: 'return' | 'notification',
    client?: ClientInfo,
  ) => Promise<Returned>
  readonly settleApproved: (record: CheckoutRecord) => Promise<Returned>
  /** Follows the money calls of a payment that are still open to their end. */
  readonly resumeOperations: (query: {
    readonly payment: PaymentRef
  }) => Promise<{ readonly problems: readonly string[] }>
  /** Follows operations of wallets that are still open to their end: those that are meant. */
  readonly resumeWallets: (
    isMeant: (operation: WalletOperation) => boolean,
  ) => Promise<{ readonly found: number; readonly problems: readonly string[] }>
  /** Asks Craftgate about a transfer that came in, and writes it down; false when it knows none. */
  readonly noteTransfer: (account: string, id: number) => Promise<boolean>
  /** Reads the POSes of a merchant of the options again. */
  readonly readPoses: (merchant: string) => Promise<readonly MerchantPos[]>
  /** Asks again which payouts bounced; false when none was known, and none is. */
  readonly payoutCompleted: (merchant: string) => Promise<boolean>
  readonly connections: Pick<Connections, 'webhookCame' | 'webhookRefused'>
  readonly clientFor: (account: string) => CraftgateClient
  readonly logger: Logger
  readonly clock: () => Date
}

/** What the endpoints work with, and what they share. */
export interface EndpointDependencies extends HttpDependencies {
  /** What anybody can send is worth one line of the log a minute. */
  readonly mayLog: (what: 'forged' | 'too-many' | 'unknown-event') => boolean
  /** Nor does it ask the shop's database as often as it likes. */
  readonly mayLookUp: () => boolean
}

/** One request at one endpoint. */
export interface IncomingRequest extends PageRequest {
  readonly client: ClientInfo
}

export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: 400 | 408 | 413 | 415 }

interface Limits {
  readonly mediaType: string
  readonly maxBytes: number
}

/** A body of a few kilobytes that takes longer is held back on purpose. */
const READ_MS = 10_000

/** Reads at most `maxBytes`, however much the sender announces or sends, for ten seconds. 415 for another content type. */
export async function readBody(request: Request, { mediaType, maxBytes }: Limits): Promise<Body> {
  if (mediaTypeOf(request) !== mediaType) return { kind: 'refused', status: 415 }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { kind: 'refused', status: 413 }
  try {
    const bytes = await readAtMost(request, maxBytes)
    if (bytes === 'late') return { kind: 'refused', status: 408 }
    if (bytes === undefined) return { kind: 'refused', status: 413 }
    return { kind: 'text', text: new TextDecoder().decode(bytes) }
  } catch {
    return { kind: 'refused', status: 400 }
  }
}

const mediaTypeOf = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()

/** Undefined when there is more. */
async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array | undefined | 'late'> {
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  let late = false
  // Cancelling ends the read that waits.
  const timer = setTimeout(() => {
    late = true
    reader.cancel().catch(() => {})
  }, READ_MS)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) {
        await reader.cancel()
        return undefined
      }
      chunks.push(part.value)
    }
    return late ? 'late' : Buffer.concat(chunks)
  } finally {
    clearTimeout(timer)
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes the same time wherever the first difference is, and whatever the lengths are. */
export const equalInConstantTime = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** A small page of its own, in the shopper's language, that loads nothing from anywhere. */
export const page = (
  incoming: IncomingRequest,
  kind: PageKind,
  status: number,
  headers: Record<string, string> = {},
): Response => shopperPage(incoming, { ...PAGE_MESSAGES[kind], status, headers })

/** A page whose button POSTs to its own address. */
export function goOnPage(incoming: IncomingRequest): Response {
  const button = `<form method="post"><button>${GO_ON_BUTTON[languageOf(incoming.request)]}</button></form>`
  return shopperPage(incoming, { ...PAGE_MESSAGES['go-on'], body: button, status: 200, hasForm: true })
}

const RETRY_AFTER_SECONDS = '60'

/** The shopper's address came too often. What was paid is found by the scheduled checks all the same. */
export function tooMany({ logger, mayLog }: EndpointDependencies, incoming: IncomingRequest): Response {
  if (mayLog('too-many')) {
    logger.warn(
      'An address opened payment pages too often and was refused; if this repeats, check that the shop knows the addresses of shoppers behind its proxy, or set requestsPerMinute (said once a minute)',
      { requestId: incoming.requestId },
    )
  }
  return page(incoming, 'too-many', 429, { 'retry-after': RETRY_AFTER_SECONDS })
}

/** For a machine: one word. */
export function plain(
  incoming: IncomingRequest,
  word: string,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const own = { ...QUIET, 'content-type': 'text/plain; charset=utf-8', 'x-request-id': incoming.requestId }
  return new Response(`${word}\n`, { status, headers: { ...own, ...headers } })
}

type ReturnDependencies = Pick<HttpDependencies, 'platform' | 'options' | 'logger'>

/** Sends the shopper where the shop says, but only to an origin of the allow-list. */
export async function returnToShop(
  deps: ReturnDependencies,
  incoming: IncomingRequest,
  { record, outcome }: Returned,
): Promise<Response> {
  const { platform, options, logger } = deps
  const address = await platform.returnUrl(record, outcome)
  const origin = originOf(address)
  if (origin !== undefined && options.returnOrigins.includes(origin)) return seeOther(address)
  logger.error('The return address of the shop is not in returnOrigins; the shopper was not sent there', {
    requestId: incoming.requestId,
    checkout: record.id,
    origin,
  })
  return page(incoming, 'failed', 500)
}

/** Undefined for anything that is not an absolute http(s) address. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, origin } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}
