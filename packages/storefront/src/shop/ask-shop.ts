import type { StorefrontProblem } from '@craftgate-commerce/core/storefront'
import { shopConfiguration } from './configuration'

/** The shop had no answer; `problem` is its own where it sent one. */
export class StorefrontAnswerError extends Error {
  override readonly name = 'StorefrontAnswerError'

  constructor(readonly problem: Partial<StorefrontProblem>) {
    super(problem.message ?? 'The shop did not answer')
  }
}

/** What the shop says about it for people, in the language that it was asked in. Undefined when it said nothing: the element does. */
export const problemOf = (error: unknown): string | undefined =>
  error instanceof StorefrontAnswerError ? error.problem.message : undefined

/** What is to be done; `body` is sent as JSON. */
export interface Order extends Omit<Question, 'revision'> {
  readonly method: 'POST' | 'DELETE'
  readonly body?: object
}

export interface Question {
  /** Below /v1: /installments */
  readonly path: string
  readonly query: Readonly<Record<string, string | undefined>>
  /** Instead of the configured one. */
  readonly endpoint?: string
  readonly lang: string
  /** Of what is asked about: an answer to another one is not shown again. */
  readonly revision?: string
}

/** What the page asked already: many components on one page ask once. */
const answers = new Map<string, Promise<unknown>>()

/** Rejects with StorefrontAnswerError. A question that failed may be asked again. */
export function askShop<Answer>(question: Question): Promise<Answer> {
  const address = addressOf(question)
  const key = `${address}#${question.revision ?? ''}`
  const told = answers.get(key)
  if (told !== undefined) return told as Promise<Answer>
  const answer = read<Answer>(address)
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

/** Whatever was answered before: of what changes by itself. Rejects with StorefrontAnswerError. */
export const askShopAnew = <Answer>(question: Question): Promise<Answer> => read<Answer>(addressOf(question))

/** Rejects with StorefrontAnswerError. */
export const tellShop = <Answer>({ method, body, ...order }: Order): Promise<Answer> =>
  read<Answer>(addressOf(order), {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })

function addressOf({ path, query, endpoint, lang }: Omit<Question, 'revision'>): string {
  const known = endpoint ?? shopConfiguration()?.endpoint ?? ''
  const named = Object.entries({ ...query, lang }).filter((each): each is [string, string] =>
    Boolean(each[1]),
  )
  return `${known.replace(/\/$/, '')}${path}?${new URLSearchParams(named)}`
}

async function read<Answer>(address: string, request: RequestInit = {}): Promise<Answer> {
  const { headers = {} } = shopConfiguration() ?? {}
  try {
    const answer = await fetch(address, {
      ...request,
      headers: { ...request.headers, ...(typeof headers === 'function' ? headers() : headers) },
      credentials: 'include',
    })
    const told = await answer.json()
    if (answer.ok) return told as Answer
    throw new StorefrontAnswerError(isProblem(told) ? told : {})
  } catch (error) {
    throw error instanceof StorefrontAnswerError ? error : new StorefrontAnswerError({})
  }
}

/** What stands before a shop answers in words of its own, which are for nobody who buys. */
function isProblem(told: unknown): told is StorefrontProblem {
  const { version, error, message } = (told ?? {}) as Readonly<Record<string, unknown>>
  return typeof version === 'number' && typeof error === 'string' && typeof message === 'string'
}
