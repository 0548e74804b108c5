import { readForm } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import type { CheckoutView, HostedPageService, LoyaltyView } from '../hosted-page-service'
import { loyaltyList, loyaltyProblem } from './loyalty-list'
import type { PageMemory } from './page-memory'
import { type Lang, readPageOptions } from './page-options'
import { type FieldErrors, fieldErrors, readPayForm } from './read-pay-form'
import { textsOf } from './texts'

export interface LoyaltyQuestion {
  readonly service: HostedPageService
  readonly memory: PageMemory
  readonly view: CheckoutView
  readonly toPage: (c: Context) => Response
}

/**
 * "Which rewards has my card?" With the script a fragment comes back and the page stays as it is; without, the page
 * comes again, and number and CVC are typed once more, as they never come back from here.
 */
export async function askLoyalties(c: Context, question: LoyaltyQuestion): Promise<Response> {
  const { memory, view, toPage } = question
  const options = readPageOptions(c)
  const form = await readForm(c)
  const found = loyaltiesFor(form, question, options.lang)
  if (c.req.query('fragment') !== 'true') {
    memory.keep(view.token, found)
    return toPage(c)
  }
  c.header('Cache-Control', 'no-store')
  const { loyalties = [], errors } = found
  const [problem] = Object.values(errors ?? {})
  return c.html(await (problem === undefined ? loyaltyList({ loyalties, options }) : loyaltyProblem(problem)))
}

interface Found {
  readonly typed: ReturnType<typeof readPayForm>['typed']
  readonly errors?: FieldErrors
  readonly loyalties?: readonly LoyaltyView[]
}

function loyaltiesFor(form: URLSearchParams, { service, view }: LoyaltyQuestion, lang: Lang): Found {
  const { typed, ...read } = readPayForm(form, view, textsOf(lang))
  if (!read.ok) return { typed, errors: read.errors }
  const step = service.loyalties(view.token, read.entry.card)
  switch (step.kind) {
    case 'loyalties':
      return { typed, loyalties: step.loyalties }
    case 'invalid':
      return { typed, errors: fieldErrors(step, lang) }
    case 'closed':
      return { typed }
  }
}
