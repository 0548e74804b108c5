import type { StorefrontProblem } from '@craftgate-commerce/core/storefront'
import { shopConfiguration } from './configuration'

/** The shop had no answer; `problem` is its own where it sent one. */
export class StorefrontAnswerError extends Error {
  override readonly name = 'StorefrontAnswerError'

  constructor(readonly problem: Partial<StorefrontProblem>) {
    super(problem.message ?? 'The shop did not answer')
  }
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
export function askShop<Answer>({ path, query, endpoint, lang, revision = '' }: Question): Promise<Answer> {
  const { endpoint: known = '', headers = {} } = shopConfiguration() ?? {}
  const named = Object.entries({ ...query, lang }).filter((each): each is [string, string] =>
    Boolean(each[1]),
  )
  const address = `${(endpoint ?? known).replace(/\/$/, '')}${path}?${new URLSearchParams(named)}`
  const key = `${address}#${revision}`
  const told = answers.get(key)
  if (told !== undefined) return told as Promise<Answer>
  const answer = read<Answer>(address, typeof headers === 'function' ? headers() : headers)
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

async function read<Answer>(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    const answer = await fetch(address, { headers, credentials: 'include' })
    const told = await answer.json()
    if (answer.ok) return told as Answer
    throw new StorefrontAnswerError(told as StorefrontProblem)
  } catch (error) {
    throw error instanceof StorefrontAnswerError ? error : new StorefrontAnswerError({})
  }
}
