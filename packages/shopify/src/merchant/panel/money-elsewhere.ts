import type { MoneyElsewhere } from '@craftgate-commerce/panel'
import type { AuthenticatedRequest } from '../http/merchant-request'

/** A payments app can begin no refund, capture or void: Shopify asks for each, and its admin is where a merchant begins one. */
export const moneyElsewhere = ({ deps, shop }: AuthenticatedRequest): MoneyElsewhere => ({
  text: {
    tr: 'İade, provizyon kapama ve iptal Shopify yönetim panelindeki siparişten yapılır; sonucu burada görünür.',
    en: 'Refunds, captures and voids are made on the order in Shopify’s admin; what came of them shows here.',
  },
  title: { tr: 'Shopify’daki siparişleri aç', en: 'Open the orders in Shopify' },
  url: `${deps.addressOf(shop)}/admin/orders`,
})
