import { html } from 'hono/html'
import { moment } from '../page/marks'
import { answerPage } from '../page/shell'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { wordFor } from '../words'

const MOST = 200

/** GET /privacy: what is kept of a shopper, and what Shopify asked about it. */
export async function privacyPage(visit: ShopVisit, reads: MerchantReads): Promise<Response> {
  const { shop, lang } = visit
  const { privacy } = visit.words
  const requests = await reads.privacyRequests(shop, MOST)
  const rows = requests.map(({ topic, receivedAt, concerned }) => [
    wordFor(privacy.topics, topic),
    moment(receivedAt, lang),
    String(concerned),
  ])
  return answerPage(visit, {
    title: privacy.title,
    shop,
    section: 'privacy',
    body: html`<section class="card" aria-labelledby="kept"><h2 id="kept">${privacy.keepTitle}</h2>
      <ul class="plainlist">${privacy.keep.map((line) => html`<li>${line}</li>`)}</ul></section>
      <section class="card" aria-labelledby="requests"><h2 id="requests">${privacy.requestsTitle}</h2>
      ${table({ caption: privacy.caption, heads: [privacy.topic, privacy.time, `${privacy.concerned}#`], rows, empty: privacy.none })}</section>`,
  })
}
