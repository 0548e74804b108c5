import { postButton } from '@craftgate-commerce/panel/ui'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { isShopDomain } from '../../context/tenant'
import type { MerchantDeps } from '../http/merchant-deps'
import {
  type Answer,
  type AuthenticatedRequest,
  authPath,
  createRequest,
  type MerchantRequest,
} from '../http/merchant-request'
import { PANEL_PATH } from '../panel/panel-site'
import { linesOf } from '../payments/list/payment-line'
import { paymentTable } from '../payments/list/payment-table'
import type { MerchantQueries } from '../queries/merchant-queries'
import { answerPage } from '../ui/shell'
import { issuesCard } from './issues-card'
import { setupCard } from './setup-card'

/**
 * GET /: where Shopify opens the app, with `?shop=`. A merchant of several shops sees the one that was opened, never the
 * one of the last login.
 */
export const home = (deps: MerchantDeps, queries: MerchantQueries) => async (c: Context) => {
  const asked = c.req.query('shop')
  const shop = await deps.merchantOf(c)
  const isShop = asked !== undefined && isShopDomain(asked)
  if (isShop && asked !== shop) return c.redirect(authPath(asked), 303)
  const request = createRequest(deps, c)
  return shop === undefined ? openShopPage(request, asked) : overviewPage({ ...request, shop }, queries)
}

function openShopPage(request: MerchantRequest, typed: string | undefined): Answer {
  const { title, text, shop, shopHelp, open, wrong } = request.messages.home
  const isWrong = typed !== undefined && typed !== ''
  return answerPage(request, {
    title,
    status: isWrong ? 422 : 200,
    body: html`<section class="card"><p>${text}</p>
      <form class="stack" method="get" action="/">
        <div class="field"><label for="shop">${shop}</label>
          <input id="shop" name="shop" type="text" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" required placeholder="zerdali.myshopify.com"
            value="${typed ?? ''}" maxlength="120" aria-describedby="shop-help shop-error" ${isWrong ? html`aria-invalid="true"` : ''}>
          <p class="help" id="shop-help">${shopHelp}</p><p class="error" id="shop-error" role="alert">${isWrong ? wrong : ''}</p></div>
        <div class="row"><button class="primary" type="submit">${open}</button></div>
      </form></section>`,
  })
}

const NEWEST = 10
const ISSUES = 10

/** GET / of a merchant who is logged in: what needs attention, what is left to set up, what came last. */
async function overviewPage(request: AuthenticatedRequest, queries: MerchantQueries): Promise<Response> {
  const { shop, messages, deps } = request
  const [modes, row, findIssues, newest] = await Promise.all([
    deps.keys.modesOf(shop),
    deps.shops.find(shop),
    queries.findIssues(shop, ISSUES),
    queries.newestPayments(shop, NEWEST),
  ])
  const lines = await linesOf(queries, shop, newest)
  return answerPage(request, {
    title: messages.pages.overview,
    shop,
    section: 'overview',
    body: html`${issuesCard(request, findIssues)}${setupCard(request, { modes, ready: row?.ready ?? false })}
      <section class="card" aria-labelledby="newest"><div class="head"><h2 id="newest">${messages.newest.title}</h2><a href="${PANEL_PATH}">${messages.newest.all}</a></div>
      ${paymentTable(request, lines, messages.newest.none)}</section>
      <section class="card"><div class="row">${postButton('/payments/reconcile', messages.reconcile.button, 'secondary')}<p class="help">${messages.reconcile.help}</p></div></section>`,
  })
}
