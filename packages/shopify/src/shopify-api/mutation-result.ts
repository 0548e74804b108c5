import { z } from '@craftgate-commerce/core/adapter'

/** Why Shopify has to be asked again. */
export type RetryReason =
  | 'network'
  | 'timeout'
  | 'throttled'
  | 'not-started'
  | 'unauthorized'
  | 'malformed'
  | `http-${number}`

/**
 * accepted: it is so now, or was before. rejected: Shopify will not take it. retry: it is not known whether it happened,
 * or it did not for a reason that passes; the same mutation may be sent again.
 */
export type MutationResult =
  | { readonly kind: 'accepted'; readonly redirectUrl?: string }
  | {
      readonly kind: 'rejected'
      readonly code: string
      readonly message: string
      /** session: it is about this session, and tells its state. app: nothing was looked at; an earlier attempt may have been applied. */
      readonly about: 'session' | 'app'
    }
  | { readonly kind: 'retry'; readonly reason: RetryReason }

type Rejected = Extract<MutationResult, { kind: 'rejected' }>

/** What Shopify says of the app or the shop before it looks at a mutation, and will say again. */
const APP_REFUSALS: ReadonlySet<string> = new Set(['ACCESS_DENIED', 'SHOP_INACTIVE', 'MAX_COST_EXCEEDED'])

/** What a status says of the app or the shop (shopify.dev/docs/api/usage/response-codes). */
const REFUSED_STATUS: Readonly<Record<number, string>> = {
  402: 'SHOP_FROZEN',
  403: 'ACCESS_DENIED',
  404: 'SHOP_NOT_FOUND',
  423: 'SHOP_LOCKED',
}

const userErrors = z.array(z.object({ code: z.string().nullish(), message: z.string() }))

const answerShape = z.object({
  data: z
    .object({
      result: z
        .object({
          session: z
            .object({
              nextAction: z
                .object({ context: z.object({ redirectUrl: z.string().optional() }).nullish() })
                .nullish(),
            })
            .nullish(),
          userErrors,
        })
        .nullish(),
    })
    .nullish(),
  errors: z
    .union([
      z.string(),
      z.array(
        z.object({
          message: z.string(),
          /** Of an error that came while the mutation ran. */
          path: z.array(z.unknown()).nullish(),
          extensions: z.object({ code: z.string().optional() }).nullish(),
        }),
      ),
    ])
    .optional(),
})

type ParsedAnswer = z.output<typeof answerShape>

/**
 * Shopify has not read our answer to the session request yet. Its words and codes for that also cover final causes:
 * whoever asked long after the start takes them for final.
 */
const NOT_STARTED = /response to start_\w+ request has not been received/
const NOT_STARTED_CODE = /(?:NOT_FOUND|INVALID_STATE)$/

/** What an HTTP answer of the Payments Apps API means. */
export function readMutationResult(status: number, body: string): MutationResult {
  if (status === 401) return { kind: 'retry', reason: 'unauthorized' }
  if (status === 429) return { kind: 'retry', reason: 'throttled' }
  const parsed = parseBody(body)
  const refused = refusedBy(status, parsed)
  if (refused) return refused
  if (status < 200 || status > 299) return { kind: 'retry', reason: `http-${status}` }
  if (parsed === undefined) return { kind: 'retry', reason: 'malformed' }
  return ofErrors(parsed.errors) ?? ofResult(parsed.data?.result)
}

/** Proxies and firewalls answer so as well; only Shopify's own words count. */
function refusedBy(status: number, parsed: ParsedAnswer | undefined): MutationResult | undefined {
  const code = REFUSED_STATUS[status]
  const errors = parsed?.errors
  const said = typeof errors === 'string' ? errors : errors?.[0]?.message
  return code === undefined || said === undefined ? undefined : rejectedByApp(code, said)
}

const rejectedByApp = (code: string, message: string): Rejected => ({
  kind: 'rejected',
  code,
  message: firstWords(message),
  about: 'app',
})

function ofErrors(errors: ParsedAnswer['errors']): MutationResult | undefined {
  if (errors === undefined) return undefined
  if (typeof errors === 'string') return { kind: 'retry', reason: 'malformed' }
  const [first] = errors
  if (first === undefined) return undefined
  const code = first.extensions?.code
  if (code === 'THROTTLED') return { kind: 'retry', reason: 'throttled' }
  if (code !== undefined && isAboutApp(code) && !first.path) return rejectedByApp(code, first.message)
  return { kind: 'retry', reason: 'http-500' }
}

/** A document that Shopify found wrong has a code like `undefinedField`, and was not run. */
const isAboutApp = (code: string): boolean => APP_REFUSALS.has(code) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(code)

type Result = NonNullable<ParsedAnswer['data']>['result']

function ofResult(result: Result): MutationResult {
  if (!result) return { kind: 'retry', reason: 'malformed' }
  const [error] = result.userErrors
  if (error === undefined) {
    return { kind: 'accepted', redirectUrl: result.session?.nextAction?.context?.redirectUrl }
  }
  if (NOT_STARTED.test(error.message) || NOT_STARTED_CODE.test(error.code ?? ''))
    return { kind: 'retry', reason: 'not-started' }
  const code = error.code ?? 'USER_ERROR'
  return { kind: 'rejected', code, message: firstWords(error.message), about: 'session' }
}

function parseBody(body: string): ParsedAnswer | undefined {
  try {
    return answerShape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

const firstWords = (text: string): string => text.slice(0, 300)
