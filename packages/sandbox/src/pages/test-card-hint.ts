import { html } from 'hono/html'
import { testCards } from '../testing/shopper/test-cards'
import type { Html } from './shell'
import type { Texts } from './texts'

const inLira = [
  ['Bonus', testCards.success],
  ['World', testCards.world],
  ['Axess · Troy', testCards.axess],
  ['Bonus · 12.35 + 5.20 TL', testCards.points],
  ['Neo · debit', testCards.debit],
  ['NOT_SUFFICIENT_FUNDS', testCards.notSufficientFunds],
  ['REQUIRES_3DS', testCards.requires3ds],
  ['3DS mdStatus 0', testCards.threeDSMdStatus0],
] as const

/**
 * What a developer reaches for: a few documented test cards, one click to fill the form. Domestic cards pay in lira
 * only.
 */
export function testCardHint(t: Texts, currency: string): Html {
  const cards = currency === 'TRY' ? inLira : [['Visa', testCards.foreign] as const]
  return html`<details class="test-cards">
    <summary>${t.testCards}</summary>
    <p class="help">${t.testCardsNote}</p>
    <ul>${cards.map(
      ([name, card]) => html`<li><code>${card.cardNumber}</code> <span>${name}</span>
        <button type="button" class="fill" data-fill="${JSON.stringify(card)}" aria-label="${t.testCardUse}: ${name}">${t.testCardUse}</button></li>`,
    )}</ul>
  </details>`
}
