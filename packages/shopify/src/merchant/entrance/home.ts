import type { Context } from 'hono'
import { html } from 'hono/html'
import { isShopDomain } from '../../tenant'
import type { MerchantParts } from '../merchant-parts'
import { overviewPage } from '../overview/overview-page'
import { answerPage } from '../page/shell'
import { type Answer, authPath, type Visit, visitOf } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'

/**
 * GET /: where Shopify opens the app, with `?shop=`. A merchant of several shops sees the one that was opened, never the
 * one of the last login.
 */
export const home = (parts: MerchantParts, reads: MerchantReads) => async (context: Context) => {
  const asked = context.req.query('shop')
  const shop = await parts.merchantOf(context)
  const isShop = asked !== undefined && isShopDomain(asked)
  if (isShop && asked !== shop) return context.redirect(authPath(asked), 303)
  const visit = visitOf(parts, context)
  return shop === undefined ? entrancePage(visit, asked) : overviewPage({ ...visit, shop }, reads)
}

function entrancePage(visit: Visit, typed: string | undefined): Answer {
  const { title, text, shop, shopHelp, open, wrong } = visit.words.entrance
  const isWrong = typed !== undefined && typed !== ''
  return answerPage(visit, {
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
