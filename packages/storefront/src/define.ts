// Makes the elements known to the page: <script type="module"> import '@craftgate-commerce/storefront/define' </script>
import { CraftgateInstallments } from './installments/craftgate-installments'
import { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'

const ELEMENTS = {
  'craftgate-installments': CraftgateInstallments,
  'craftgate-payment-status': CraftgatePaymentStatus,
}

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element)

declare global {
  interface HTMLElementTagNameMap {
    'craftgate-installments': CraftgateInstallments
    'craftgate-payment-status': CraftgatePaymentStatus
  }
}
