import { html } from 'hono/html'
import { answerPage } from '../page/shell'
import type { ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { linesOf } from '../payments/payment-line'
import { paymentTable } from '../payments/payment-table'
import { setupCard } from './setup-card'
import { troublesCard } from './troubles-card'

const NEWEST = 10
const TROUBLES = 10

/** GET / of a merchant who is logged in: what needs attention, what is left to set up, what came last. */
export async function overviewPage(visit: ShopVisit, reads: MerchantReads): Promise<Response> {
  const { shop, words, parts } = visit
  const [modes, row, troubled, newest] = await Promise.all([
    parts.keys.modesOf(shop),
    parts.shops.find(shop),
    reads.troubled(shop, TROUBLES),
    reads.payments(shop, {}, NEWEST),
  ])
  const lines = await linesOf(reads, shop, newest)
  return answerPage(visit, {
    title: words.pages.overview,
    shop,
    section: 'overview',
    body: html`${troublesCard(visit, troubled)}${setupCard(visit, { modes, ready: row?.ready ?? false })}
      <section class="card" aria-labelledby="newest"><div class="head"><h2 id="newest">${words.newest.title}</h2><a href="/payments">${words.newest.all}</a></div>
      ${paymentTable(visit, lines, words.newest.none)}</section>`,
  })
}
