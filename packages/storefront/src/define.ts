// Makes the elements known to the page: <script type="module"> import '@craftgate-commerce/storefront/define' </script>
import { CraftgateInstallments } from './installments/craftgate-installments'

if (!customElements.get('craftgate-installments'))
  customElements.define('craftgate-installments', CraftgateInstallments)

declare global {
  interface HTMLElementTagNameMap {
    'craftgate-installments': CraftgateInstallments
  }
}
