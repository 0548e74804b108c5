import { html } from 'hono/html'
import type { UserRequest } from './http/panel-request'
import { FILTERS } from './payments/payment-query'
import { paymentTable } from './payments/payment-table'
import { answerPage } from './ui/shell'

/** As many as a person looks at; the rest is in the list. */
const MOST = 25

/** What waits for a person or does not go on by itself; what is settled leaves it. */
const CONCERNS = ['needs-review', 'review', 'returning'] as const

const STATES = {
  'needs-review': FILTERS['needs-review'],
  review: FILTERS.review,
  returning: ['refunding'],
} as const

/** GET /attention */
export async function attentionPage(request: UserRequest): Promise<Response> {
  const { host, user, words } = request
  const payments = host.payments(user)
  const found = await Promise.all(
    CONCERNS.map(async (name) => ({
      name,
      page: await payments.page({ states: STATES[name], limit: MOST, offset: 0 }),
    })),
  )
  const open = found.filter(({ page }) => page.count > 0)
  const cards = open.map(
    ({
      name,
      page,
    }) => html`<section class="card ${name === 'needs-review' ? 'alarm' : ''}" aria-labelledby="${name}">
      <h2 id="${name}">${words.attention[name].title} (${page.count})</h2><p>${words.attention[name].text}</p>
      ${paymentTable(request, page.payments, '')}</section>`,
  )
  return answerPage(request, {
    title: words.sections.attention,
    section: 'attention',
    body: open.length === 0 ? html`<p class="card empty">${words.attention.none}</p>` : html`${cards}`,
  })
}
