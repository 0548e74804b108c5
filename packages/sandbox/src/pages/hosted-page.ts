import type { Context } from 'hono'
import { html } from 'hono/html'
import { basketSummary } from './basket-summary'
import { cardForm } from './card-form'
import { installmentList } from './installment-list'
import { loyaltyPart } from './loyalty-list'
import { isField, methodForm } from './method-form'
import { methodTabs } from './method-tabs'
import { methodTextsOf } from './method-texts'
import { checkoutPath, withOptions } from './page-options'
import { clockText, priceText } from './price-text'
import type { HostedState } from './read-pay-form'
import { hostedScript } from './scripts'
import { answerPage, type Html } from './shell'
import { defaultCard, storedCardName, storedCards } from './stored-cards'
import { testCardHint } from './test-card-hint'
import { textsOf } from './texts'
import { walletForm, walletSwitch } from './wallet-part'

/** The hosted payment page. Works by plain form posts; the script only makes it quicker. */
export function hostedPage(c: Context, state: HostedState) {
  const { view, options } = state
  const isCard = state.method?.name === 'CARD'
  const body = html`<main class="checkout">
    ${basketSummary(view, options, chosenOption(state))}
    <section class="payment" aria-label="${textsOf(options.lang).securePayment}">
      ${problem(state)}
      ${walletForm(state)}
      ${methodTabs(view, state.method, options)}
      ${tabContent(state)}
      ${wayBack(state)}
      ${isCard ? testCardHint(textsOf(options.lang), view.currency) : ''}
    </section>
  </main>`
  const status = state.errors === undefined && state.input?.error === undefined ? 200 : 422
  const script = isCard ? hostedScript : undefined
  return answerPage(c, { title: view.merchantName, body, options, status, script })
}

function tabContent(state: HostedState): Html {
  const { method, view, options, input } = state
  if (method === undefined) return html`<p class="note">${methodTextsOf(options.lang).noWay}</p>`
  if (method.name !== 'CARD') return methodForm({ view, options, method, input })
  return html`${installmentStep(state)}${payForm(state)}`
}

function payForm(state: HostedState): Html {
  const { view, options } = state
  const t = textsOf(options.lang)
  const total = priceText(view.price, view.currency, options.lang)
  const charged = priceText(chosenOption(state)?.totalPrice ?? view.price, view.currency, options.lang)
  return html`<form id="pay-form" method="post" action="${withOptions(`${checkoutPath(view.token)}/pay`, options)}"
    novalidate data-bin-url="${withOptions(`${checkoutPath(view.token)}/bin/DIGITS`, options)}" data-busy="${t.paying}"
    data-pay="${t.payAmount('{price}')}" data-total="${total}" data-installment="${state.typed?.installment ?? 1}">
    ${defaultButton}
    ${storedCards(view, defaultCard(view, state.typed?.cardToken), options)}
    ${view.onlyStoredCards ? '' : cardForm(state)}
    <fieldset class="installments"><legend>${t.installments}</legend>
      <div id="installments" aria-live="polite">${offer(state)}</div>
      <p class="error" id="installment-error">${state.errors?.installment ?? ''}</p>
    </fieldset>
    ${loyaltyPart(state)}
    ${toggles(state)}
    <button class="primary pay" type="submit">${t.payAmount(charged)}</button>
    <p class="foot">${t.validUntil(clockText(view.expiresAt, options.lang))}</p>
  </form>`
}

/** The Enter key presses the first button of a form, and that must be the one that pays. */
const defaultButton = html`<button class="default" type="submit" tabindex="-1" aria-hidden="true"></button>`

/** The instalment option that is ticked, when the card's options are known. */
const chosenOption = ({ bin, typed }: HostedState) =>
  bin?.options.find(({ installment }) => installment === (typed?.installment ?? 1))

function offer({ view, bin, typed, options }: HostedState): Html {
  return installmentList({
    bin,
    currency: view.currency,
    selected: typed?.installment ?? 1,
    options,
  })
}

function toggles(state: HostedState): Html {
  const { view, bin, typed, options } = state
  const t = textsOf(options.lang)
  const forced = view.forceThreeDS || bin?.force3ds === true
  const ticked = forced || typed?.threeDS !== false
  return html`<div class="switches">
    ${walletSwitch(state)}
    ${view.mayStoreCard && !view.onlyStoredCards ? html`<label class="switch" id="store-card"><input type="checkbox" name="storeCard" value="true" ${typed?.storeCard ? 'checked' : ''}> <span>${t.storeCard}</span></label>` : ''}
    <label class="switch"><input type="checkbox" id="threeDS" name="threeDS" value="true" data-forced="${String(view.forceThreeDS)}"
      ${ticked ? 'checked' : ''} ${forced ? 'disabled' : ''} aria-describedby="threeDS-help"> <span>${t.threeDS}</span></label>
    <p class="help" id="threeDS-help" data-help="${t.threeDSHelp}" data-forced="${t.threeDSForced}">${forced ? t.threeDSForced : t.threeDSHelp}</p>
  </div>`
}

/** Without JavaScript the instalments are a step of their own: only the first 8 digits travel. */
function installmentStep({ view, options, typed }: HostedState): Html {
  const t = textsOf(options.lang)
  const chosen = defaultCard(view, typed?.cardToken)
  const action = withOptions(`${checkoutPath(view.token)}/installments`, options)
  return html`<form id="installment-form" class="without-script" method="post" action="${action}">
    <h2>${t.installments}</h2>
    ${
      view.storedCards.length === 0
        ? ''
        : html`<div class="field"><label for="step-card">${t.binCard}</label><select id="step-card" name="cardToken">
      ${view.storedCards.filter(({ expired }) => !expired).map((card) => html`<option value="${card.cardToken}" ${card.cardToken === chosen ? 'selected' : ''}>${storedCardName(card)}</option>`)}
      ${view.onlyStoredCards ? '' : html`<option value="" ${chosen === '' ? 'selected' : ''}>${t.newCard}</option>`}
    </select></div>`
    }
    ${view.onlyStoredCards ? '' : html`<div class="field"><label for="step-bin">${t.binLabel}</label><input id="step-bin" name="bin" inputmode="numeric" maxlength="8" autocomplete="off" value="${typed?.bin ?? ''}"></div>`}
    <button class="secondary" type="submit">${t.installmentsShow}</button>
  </form>`
}

/** The merchant's own link where init named one; else a button that goes back by the callback. */
export function wayBack({ view, options }: HostedState): Html {
  if (view.returnBackUrl !== undefined)
    return html`<a class="quiet back" id="return-back" href="${view.returnBackUrl}">${methodTextsOf(options.lang).backToShop}</a>`
  const action = withOptions(`${checkoutPath(view.token)}/leave`, options)
  return html`<form id="leave-form" method="post" action="${action}">
    <button class="quiet" type="submit">${textsOf(options.lang).leave}</button>
  </form>`
}

export function problem({ view, errors, input, options }: HostedState): Html {
  const t = textsOf(options.lang)
  if (input?.error !== undefined)
    return html`<div class="alert" role="alert" tabindex="-1" data-invalid="true"><h2>${t.fixFields}</h2>${isField(input.error.field) ? '' : html`<p>${input.error.text}</p>`}</div>`
  if (errors !== undefined) {
    const general = errors.general === undefined ? '' : html`<p>${errors.general}</p>`
    return html`<div class="alert" role="alert" tabindex="-1" data-invalid="true"><h2>${t.fixFields}</h2>${general}</div>`
  }
  if (view.lastError === undefined) return html``
  const { code, description, descriptionEn, group, method = 'CARD' } = view.lastError
  const again = method === 'CARD' ? t.tryAgain : methodTextsOf(options.lang).tryAgain
  const reason = options.lang === 'tr' ? description : (descriptionEn ?? description)
  return html`<div class="alert" role="alert" tabindex="-1" data-code="${code}" data-group="${group ?? ''}">
    <h2>${t.declined}</h2><p class="reason">${reason}</p><p>${again}</p>
  </div>`
}
