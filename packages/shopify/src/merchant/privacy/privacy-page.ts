import { table } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../http/merchant-request'
import { labelFor } from '../i18n'
import type { MerchantQueries } from '../queries/merchant-queries'
import { moment } from '../ui/moment'
import { answerPage } from '../ui/shell'

const MOST = 200

/** GET /privacy: what is kept of a shopper, and what Shopify asked about it. */
export async function privacyPage(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
): Promise<Response> {
  const { shop, lang } = request
  const { privacy } = request.messages
  const requests = await queries.privacyRequests(shop, MOST)
  const rows = requests.map(({ topic, receivedAt, concerned }) => [
    labelFor(privacy.topics, topic),
    moment(receivedAt, lang),
    String(concerned),
  ])
  return answerPage(request, {
    title: privacy.title,
    shop,
    section: 'privacy',
    body: html`<section class="card" aria-labelledby="kept"><h2 id="kept">${privacy.keepTitle}</h2>
      <ul class="plainlist">${privacy.keep.map((line) => html`<li>${line}</li>`)}</ul></section>
      <section class="card" aria-labelledby="requests"><h2 id="requests">${privacy.requestsTitle}</h2>
      ${table({ caption: privacy.caption, heads: [privacy.topic, privacy.time, `${privacy.concerned}#`], rows, empty: privacy.none })}</section>`,
  })
}
