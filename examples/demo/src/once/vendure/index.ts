// The Vendure shop in the demo's story: Shop API and Admin API.
import type { Stack } from '../../stack'
import { SUPERADMIN } from '../../vendure'
import type { OnceShop } from '../shop'
import { VendureCustomer } from './vendure-customer'
import { VendureMerchant } from './vendure-merchant'

export function vendureShop({ vendure, storefronts }: Stack<'vendure'>): OnceShop {
  const { shopApi, adminApi } = vendure.main
  return {
    name: 'Vendure',
    storefrontUrl: storefronts.vendure?.url,
    customer: () => new VendureCustomer(shopApi),
    merchant: () => VendureMerchant.login(adminApi, SUPERADMIN.identifier, SUPERADMIN.password),
  }
}
