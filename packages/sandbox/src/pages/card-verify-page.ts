import type { Context } from 'hono'
import { html } from 'hono/html'
import { cardForm } from './card-form'
import { problem, wayBack } from './hosted-page'
import { checkoutPath, withOptions } from './page-options'
import { clockText, priceText } from './price-text'
import type { HostedState } from './read-pay-form'
import { answerPage } from './shell'
import { textsOf } from './texts'

/** The page that saves a card without a sale: no basket, no instalments, one card. */
export function cardVerifyPage(c: Context, state: HostedState) {
  const { view, options } = state
  const t = textsOf(options.lang)
  const isCharged = /[1-9]/.test(view.price)
  const action = withOptions(`${checkoutPath(view.token)}/pay`, options)
  const body = html`<main class="checkout">
    <aside class="summary" aria-labelledby="merchant">
      <p class="eyebrow">${t.cardVerifyFor}</p>
      <h1 id="merchant">${view.merchantName}</h1>
      ${isCharged ? html`<p class="note">${t.cardVerifyPrice(priceText(view.price, view.currency, options.lang))}</p>` : ''}
    </aside>
    <section class="payment" aria-label="${t.cardVerify}">
      ${problem(state)}
      <form id="pay-form" method="post" action="${action}" novalidate>
        ${cardForm(state)}
        <button class="primary pay" type="submit">${t.cardVerify}</button>
        <p class="foot">${t.validUntil(clockText(view.expiresAt, options.lang))}</p>
      </form>
      ${wayBack(state)}
    </section>
  </main>`
  return answerPage(c, { title: view.merchantName, body, options, status: state.errors ? 422 : 200 })
}
