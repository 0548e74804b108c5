import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ThreeDSView } from '../hosted-page-service'
import { codeField } from './code-field'
import { type PageOptions, threeDSPath, withOptions } from './page-options'
import { priceText } from './price-text'
import { bankScript } from './scripts'
import { answerPage, type Html } from './shell'
import { textsOf } from './texts'

/** The bank's page: who asks for how much, one code, confirm or cancel. */
export function threeDSPage(c: Context, view: ThreeDSView, options: PageOptions) {
  const t = textsOf(options.lang)
  const body = html`<main class="bank">
    <header><p class="bank-name">${view.bankName}</p><p class="seal">3D Secure</p></header>
    <h1>${t.bankTitle}</h1>
    <dl>
      <dt>${t.bankMerchant}</dt><dd>${view.merchantName}</dd>
      <dt>${t.bankAmount}</dt><dd class="amount">${priceText(view.paidPrice, view.currency, options.lang)}</dd>
      <dt>${t.bankCard}</dt><dd>•••• ${view.lastFour}</dd>
    </dl>
    ${codeForm(view, options)}
  </main>`
  return answerPage(c, { title: t.bankTitle, body, options, script: bankScript, bodyClass: 'at-bank' })
}

function codeForm(view: ThreeDSView, options: PageOptions): Html {
  const t = textsOf(options.lang)
  return html`<form id="code-form" method="post" action="${withOptions(threeDSPath(view.id), options)}">
    <p>${t.bankText}</p>
    ${codeField({ name: 'code', label: t.bankCode, hint: t.bankHint, wrong: t.bankWrong, wrongCodes: view.wrongCodes })}
    <button class="primary" type="submit">${t.bankConfirm}</button>
    <button class="quiet" type="submit" name="cancel" value="true" formnovalidate>${t.bankCancel}</button>
  </form>`
}
