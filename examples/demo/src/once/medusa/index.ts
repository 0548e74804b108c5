// The Medusa shop in the demo's story: Store API and Admin API.
import { MEDUSA_ADMIN } from '../../medusa'
import type { Stack } from '../../stack'
import type { OnceShop } from '../shop'
import { MedusaCustomer } from './medusa-customer'
import { MedusaMerchant } from './medusa-merchant'

export function medusaShop({ medusa, storefronts }: Stack<'medusa'>): OnceShop {
  const { main, publishableKey } = medusa
  return {
    name: 'Medusa',
    storefrontUrl: storefronts.medusa?.url,
    customer: () => new MedusaCustomer(main.url, publishableKey),
    merchant: () => MedusaMerchant.login(main.url, MEDUSA_ADMIN.email, MEDUSA_ADMIN.password),
  }
}
