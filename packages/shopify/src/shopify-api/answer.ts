import { z } from '@craftgate-commerce/core'

/** Why Shopify has to be asked again. */
export type AgainReason =
  | 'network'
  | 'timeout'
  | 'throttled'
  | 'not-started'
  | 'unauthorized'
  | 'malformed'
  | `http-${number}`

/**
 * accepted: it is so now, or was before. refused: Shopify will never take it. again: it is not known whether it
 * happened, or it did not for a reason that passes; the same mutation may be sent again.
 */
export type Answer =
  | { readonly kind: 'accepted'; readonly redirectUrl?: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'again'; readonly reason: AgainReason }

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
        z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).nullish() }),
      ),
    ])
    .optional(),
})

type ParsedAnswer = z.output<typeof answerShape>

/** Shopify has not read our answer to the session request yet; its words for that also cover two final causes. */
const NOT_STARTED = /response to start_\w+ request has not been received/

/** What an HTTP answer of the Payments Apps API means. */
export function readAnswer(status: number, body: string): Answer {
  if (status === 401) return { kind: 'again', reason: 'unauthorized' }
  if (status === 403) return { kind: 'refused', code: 'ACCESS_DENIED', message: firstWords(body) }
  if (status === 429) return { kind: 'again', reason: 'throttled' }
  if (status < 200 || status > 299) return { kind: 'again', reason: `http-${status}` }
  const parsed = parseBody(body)
  if (parsed === undefined) return { kind: 'again', reason: 'malformed' }
  return ofErrors(parsed.errors) ?? ofResult(parsed.data?.result)
}

function ofErrors(errors: ParsedAnswer['errors']): Answer | undefined {
  if (errors === undefined) return undefined
  if (typeof errors === 'string') return { kind: 'refused', code: 'ERROR', message: firstWords(errors) }
  const [first] = errors
  if (first === undefined) return undefined
  const code = first.extensions?.code ?? 'INVALID'
  if (code === 'THROTTLED') return { kind: 'again', reason: 'throttled' }
  if (code === 'INTERNAL_SERVER_ERROR') return { kind: 'again', reason: 'http-500' }
  return { kind: 'refused', code, message: firstWords(first.message) }
}

type Result = NonNullable<ParsedAnswer['data']>['result']

function ofResult(result: Result): Answer {
  if (!result) return { kind: 'again', reason: 'malformed' }
  const [error] = result.userErrors
  if (error === undefined) {
    return { kind: 'accepted', redirectUrl: result.session?.nextAction?.context?.redirectUrl }
  }
  if (NOT_STARTED.test(error.message) || error.code?.endsWith('NOT_FOUND'))
    return { kind: 'again', reason: 'not-started' }
  return { kind: 'refused', code: error.code ?? 'USER_ERROR', message: firstWords(error.message) }
}

function parseBody(body: string): ParsedAnswer | undefined {
  try {
    return answerShape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

const firstWords = (text: string): string => text.slice(0, 300)
