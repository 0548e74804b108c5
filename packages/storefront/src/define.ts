// Makes the elements known to the page: <script type="module"> import '@craftgate-commerce/storefront/define' </script>
import { CraftgateInstallments } from './installments/craftgate-installments'
import { CraftgateLoanOffers } from './loan-offers/craftgate-loan-offers'
import { CraftgateMethods } from './methods/craftgate-methods'
import { CraftgatePay } from './pay/craftgate-pay'
import { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'
import { CraftgateSavedCards } from './saved-cards/craftgate-saved-cards'
import { CraftgateWallet } from './wallet/craftgate-wallet'

const ELEMENTS = {
  'craftgate-installments': CraftgateInstallments,
  'craftgate-loan-offers': CraftgateLoanOffers,
  'craftgate-methods': CraftgateMethods,
  'craftgate-pay': CraftgatePay,
  'craftgate-payment-status': CraftgatePaymentStatus,
  'craftgate-saved-cards': CraftgateSavedCards,
  'craftgate-wallet': CraftgateWallet,
}

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element)

declare global {
  interface HTMLElementTagNameMap {
    'craftgate-installments': CraftgateInstallments
    'craftgate-loan-offers': CraftgateLoanOffers
    'craftgate-methods': CraftgateMethods
    'craftgate-pay': CraftgatePay
    'craftgate-payment-status': CraftgatePaymentStatus
    'craftgate-saved-cards': CraftgateSavedCards
    'craftgate-wallet': CraftgateWallet
  }
}
