import { html } from 'hono/html'
import type { CheckoutView, StoredCardView } from '../hosted-page-service'
import type { Html } from './shell'
import type { Texts } from './texts'

/** The shopper's saved cards as radios; the last one opens the form for another card. */
export function storedCards(view: CheckoutView, chosen: string, t: Texts): Html {
  if (view.storedCards.length === 0) return html``
  return html`<fieldset class="stored">
    <legend>${t.savedCards}</legend>
    ${view.storedCards.map((card) => storedCard(card, card.cardToken === chosen))}
    ${view.onlyStoredCards ? '' : anotherCard(chosen === '', t)}
  </fieldset>`
}

/** The card that is ticked at first: the first saved one, unless the shopper chose. */
export function defaultCard(view: CheckoutView, wanted?: string): string {
  const known = view.storedCards.some((card) => card.cardToken === wanted)
  if (wanted !== undefined && (known || (wanted === '' && !view.onlyStoredCards))) return wanted
  return view.storedCards[0]?.cardToken ?? ''
}

/** "Bonus •••• 0002 (iş kartım)". */
export function storedCardName(card: StoredCardView): string {
  const family = card.brand ?? card.association ?? ''
  const alias = card.cardAlias === undefined || card.cardAlias === '' ? '' : ` (${card.cardAlias})`
  return `${family} •••• ${card.lastFour}${alias}`.trim()
}

function storedCard(card: StoredCardView, checked: boolean): Html {
  return html`<label class="choice">
    <input type="radio" name="cardToken" value="${card.cardToken}" data-bin="${card.bin ?? ''}" ${checked ? 'checked' : ''}>
    <span>${storedCardName(card)}</span>
  </label>`
}

function anotherCard(checked: boolean, t: Texts): Html {
  return html`<label class="choice">
    <input type="radio" name="cardToken" value="" ${checked ? 'checked' : ''}>
    <span>${t.newCard}</span>
  </label>`
}
