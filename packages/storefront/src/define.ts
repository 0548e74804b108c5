// Makes the elements known to the page: <script type="module"> import '@craftgate-commerce/storefront/define' </script>
import { CraftgateInstallments } from './installments/craftgate-installments'
import { CraftgateMethods } from './methods/craftgate-methods'
import { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'
import { CraftgateSavedCards } from './saved-cards/craftgate-saved-cards'
import { CraftgateWallet } from './wallet/craftgate-wallet'

const ELEMENTS = {
  'craftgate-installments': CraftgateInstallments,
  'craftgate-methods': CraftgateMethods,
  'craftgate-payment-status': CraftgatePaymentStatus,
  'craftgate-saved-cards': CraftgateSavedCards,
  'craftgate-wallet': CraftgateWallet,
}

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element)

declare global {
  interface HTMLElementTagNameMap {
    'craftgate-installments': CraftgateInstallments
    'craftgate-methods': CraftgateMethods
    'craftgate-payment-status': CraftgatePaymentStatus
    'craftgate-saved-cards': CraftgateSavedCards
    'craftgate-wallet': CraftgateWallet
  }
}
