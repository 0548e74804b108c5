import { html } from 'hono/html'
import type { CheckoutView, StoredCardView } from '../hosted-page-service'
import { checkoutPath, type PageOptions, withOptions } from './page-options'
import type { Html } from './shell'
import { type Texts, textsOf } from './texts'

/** The shopper's saved cards as radios; the last one opens the form for another card. */
export function storedCards(view: CheckoutView, chosen: string, options: PageOptions): Html {
  const t = textsOf(options.lang)
  if (view.storedCards.length === 0) return html``
  return html`<fieldset class="stored">
    <legend>${t.savedCards}</legend>
    ${view.storedCards.map((card) => html`<div class="stored-card">${storedCard(card, card.cardToken === chosen, t)}${deleteButton(card, view, options)}</div>`)}
    ${view.onlyStoredCards ? '' : anotherCard(chosen === '', t)}
  </fieldset>`
}

/** The card that is ticked at first: the first saved one, unless the shopper chose. */
export function defaultCard(view: CheckoutView, wanted?: string): string {
  const usable = view.storedCards.filter(({ expired }) => !expired)
  const known = usable.some((card) => card.cardToken === wanted)
  if (wanted !== undefined && (known || (wanted === '' && !view.onlyStoredCards))) return wanted
  return usable[0]?.cardToken ?? ''
}

/** "Bonus •••• 0002 (iş kartım)". */
export function storedCardName(card: StoredCardView): string {
  const family = card.brand ?? card.association ?? ''
  const alias = card.cardAlias === undefined || card.cardAlias === '' ? '' : ` (${card.cardAlias})`
  return `${family} •••• ${card.lastFour}${alias}`.trim()
}

/** An expired card stays in sight, so that the shopper knows why it is not taken. */
function storedCard(card: StoredCardView, checked: boolean, t: Texts): Html {
  return html`<label class="choice">
    <input type="radio" name="cardToken" value="${card.cardToken}" data-bin="${card.bin ?? ''}" ${checked ? 'checked' : ''} ${card.expired ? 'disabled' : ''}>
    <span>${storedCardName(card)}${card.expired ? html` <em class="expired">${t.cardExpired}</em>` : ''}</span>
  </label>`
}

function deleteButton(card: StoredCardView, view: CheckoutView, options: PageOptions): Html {
  if (!view.mayDeleteCards) return html``
  const t = textsOf(options.lang)
  return html`<button class="delete-card" type="submit" name="deleteCard" value="${card.cardToken}"
    formaction="${withOptions(`${checkoutPath(view.token)}/delete-card`, options)}"
    aria-label="${t.cardDelete}: ${storedCardName(card)}">${t.cardDelete}</button>`
}

function anotherCard(checked: boolean, t: Texts): Html {
  return html`<label class="choice">
    <input type="radio" name="cardToken" value="" ${checked ? 'checked' : ''}>
    <span>${t.newCard}</span>
  </label>`
}
