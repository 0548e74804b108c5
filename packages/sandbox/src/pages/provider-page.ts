import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ProviderAction, ProviderView } from '../hosted-page-service'
import { codeField } from './code-field'
import { labelOf, type MethodTexts, methodTextsOf } from './method-texts'
import { type PageOptions, providerPath, withOptions } from './page-options'
import { priceText } from './price-text'
import { qrPicture } from './qr-picture'
import { answerPage, type Html } from './shell'

/** The page of a wallet, a bank, a lender: who asks for how much, and what its kind asks of the shopper. */
export function providerPage(c: Context, view: ProviderView, options: PageOptions) {
  const t = methodTextsOf(options.lang)
  const name = labelOf(view, options.lang)
  const price = (amount: string) => priceText(amount, view.currency, options.lang)
  const chosen = view.offers.find(({ months }) => months === view.months)
  const body = html`<main class="bank provider">
    <header><p class="bank-name">${view.bankName ?? name}</p>${view.bankName === undefined ? '' : html`<p class="seal">${name}</p>`}</header>
    <h1>${t.confirmTitle}</h1>
    <dl>
      <dt>${t.merchant}</dt><dd>${view.merchantName}</dd>
      <dt>${t.amount}</dt><dd class="amount">${price(view.price)}</dd>
      ${view.bankName === undefined ? '' : html`<dt>${t.bankLine}</dt><dd>${view.bankName}</dd>`}
      ${chosen === undefined ? '' : html`<dt>${t.offerLine}</dt><dd>${t.offer(chosen.months, price(chosen.monthly), price(chosen.total))}</dd>`}
    </dl>
    <form id="provider-form" method="post" action="${withOptions(providerPath(view.id), options)}">
      ${content(view, options)}
    </form>
    <p class="hint">${t.notReal}</p>
  </main>`
  return answerPage(c, { title: `${name}: ${t.confirmTitle}`, body, options, bodyClass: 'at-bank' })
}

function content(view: ProviderView, options: PageOptions): Html {
  const t = methodTextsOf(options.lang)
  switch (view.page) {
    case 'login':
      return view.confirming ? approval(t, t.approve) : logIn(t)
    case 'code':
      return oneTimeCode(view, t)
    case 'qr':
      return html`<p>${t.qrText}</p>${qrPicture(view.id, t.qr)}${installmentChoice(view, options)}${approval(t, t.scanned)}`
    case 'app':
      return html`<p>${t.appText}</p>${installmentChoice(view, options)}${approval(t, t.inApp)}`
    case 'transfer':
      return transfer(t)
    case 'loan':
      return view.confirming ? loanDecision(view, t) : loanOffers(view, options)
    case 'card-form':
    case 'none':
      return html``
  }
}

/** The first button is the one that Enter presses. */
const button = (action: ProviderAction, text: string, look: 'primary' | 'secondary' | 'quiet'): Html =>
  html`<button class="${look}" type="submit" name="action" value="${action}" ${look === 'primary' ? '' : 'formnovalidate'}>${text}</button>`

const approval = (t: MethodTexts, approve: string): Html =>
  html`${button('approve', approve, 'primary')}${button('decline', t.decline, 'secondary')}${button('cancel', t.cancel, 'quiet')}`

function installmentChoice({ installments, currency }: ProviderView, { lang }: PageOptions): Html {
  if (installments.length < 2) return html``
  const t = methodTextsOf(lang)
  return html`<fieldset><legend>${t.installments}</legend>
    ${installments.map(({ number, total }, index) => html`<label class="choice"><input type="radio" name="value" value="${number}" ${index === 0 ? 'checked' : ''}> <span>${t.installment(number, priceText(total, currency, lang))}</span></label>`)}
  </fieldset>`
}

const logIn = (t: MethodTexts): Html => html`<div class="field">
    <label for="account">${t.account}</label>
    <input id="account" name="value" type="text" autocomplete="username" maxlength="80" required>
  </div>
  ${button('log-in', t.logIn, 'primary')}${button('cancel', t.cancel, 'quiet')}`

function oneTimeCode({ wrongCodes }: ProviderView, t: MethodTexts): Html {
  return html`<p>${t.codeText}</p>
    ${codeField({ name: 'value', label: t.code, hint: t.codeHint, wrong: t.wrongCode, wrongCodes })}
    ${button('code', t.confirm, 'primary')}${button('decline', t.decline, 'secondary')}${button('cancel', t.cancel, 'quiet')}`
}

const transfer = (t: MethodTexts): Html => html`<p>${t.transferText}</p>
  ${button('approve', t.transferNow, 'primary')}
  ${button('wait', t.transferWait, 'secondary')}
  ${button('wait-late', t.transferLate, 'secondary')}
  ${button('wait-never', t.transferNever, 'secondary')}
  ${button('decline', t.transferDecline, 'secondary')}
  ${button('cancel', t.cancel, 'quiet')}`

function loanOffers({ offers, currency }: ProviderView, { lang }: PageOptions): Html {
  const t = methodTextsOf(lang)
  const price = (amount: string) => priceText(amount, currency, lang)
  return html`<p>${t.loanText}</p>
    <fieldset><legend>${t.offers}</legend>
      ${offers.map(({ months, monthly, total }, index) => html`<label class="choice"><input type="radio" name="value" value="${months}" ${index === 0 ? 'checked' : ''}> <span>${t.offer(months, price(monthly), price(total))}</span></label>`)}
    </fieldset>
    ${button('choose', t.apply, 'primary')}${button('cancel', t.cancel, 'quiet')}`
}

/** A lender ends as its page of the portal says, so not every button is there. */
function loanDecision({ ends }: ProviderView, t: MethodTexts): Html {
  const possible = (action: ProviderAction, text: string) =>
    ends.includes(action) ? button(action, text, 'secondary') : ''
  return html`${button('approve', t.loanApprove, 'primary')}
    ${possible('wait', t.loanWait)}
    ${possible('wait-never', t.loanNever)}
    ${possible('unclear', t.loanUnclear)}
    ${possible('decline', t.loanDecline)}
    ${button('cancel', t.cancel, 'quiet')}`
}
