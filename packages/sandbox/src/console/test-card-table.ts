import { html } from 'hono/html'
import { type TestCardName, testCards, testOtp } from '../testing/shopper/test-cards'
import { copyable, type Html } from './components'

const meanings: readonly (readonly [TestCardName, string])[] = [
  ['success', 'Garanti Bonus, credit, Mastercard: everything succeeds, instalments'],
  ['axess', 'Akbank Axess, credit, Troy: everything succeeds, instalments'],
  ['maximum', 'İş Bankası Maximum, credit, Mastercard: everything succeeds, instalments'],
  ['world', 'Yapı Kredi World, credit, Mastercard: everything succeeds, instalments'],
  ['amex', 'Garanti Bonus, American Express: 15 digits, four-digit CVC'],
  ['debit', 'Akbank Neo, debit, Visa: no instalments'],
  ['commercial', 'Halkbank Paraf, commercial credit'],
  ['foreign', 'Foreign Visa: other currencies, no instalments'],
  ['notSufficientFunds', 'Declined: NOT_SUFFICIENT_FUNDS'],
  ['doNotHonour', 'Declined: DO_NOT_HONOUR'],
  ['stolenCard', 'Declined: STOLEN_CARD'],
  ['requires3ds', 'Declined without 3D Secure, paid with it'],
  ['threeDSMdStatus0', 'Fails on the bank page: mdStatus 0'],
  ['threeDSMdStatus4', 'Bank answers mdStatus 4: enough for HALF_THREEDS only'],
  ['threeDSInitError', '3D Secure can’t be started'],
  ['preAuthDeclined', 'Pre-authorization declined'],
  ['postAuthDeclined', 'Pre-authorized, capture declined'],
  ['refundNotPossible', 'Paid, refund refused: NON_REFUNDABLE_PAYMENT'],
  ['refundBalanceNotSufficient', 'Paid, refund refused: POS_BALANCE_NOT_SUFFICIENT'],
]

/** The documented test cards that a developer reaches for most. */
export const testCardTable = (): Html => html`<section id="test-cards">
  <h2>Test cards</h2>
  <p class="empty">Any name, expiry and CVC. The bank page’s code is ${copyable(testOtp)}</p>
  <div class="scroll" tabindex="0" role="region" aria-label="Test cards"><table><caption class="hidden">Test cards</caption>
    <thead><tr><th scope="col">Number</th><th scope="col">What happens</th><th scope="col">In tests</th></tr></thead>
    <tbody>${meanings.map(
      ([name, meaning]) =>
        html`<tr><td>${copyable(testCards[name].cardNumber)}</td><td>${meaning}</td><td><code>testCards.${name}</code></td></tr>`,
    )}</tbody>
  </table></div>
</section>`
