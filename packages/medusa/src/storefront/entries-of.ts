import { type CheckoutEntry, isCurrency, StorefrontError } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { optionsOf, regionOf } from './region-entries'

interface Place {
  readonly cart: string | null
  readonly region: string | null
}

/**
 * Our entries at the checkout of a region, or of a cart's region, in the order of medusa-config. Throws StorefrontError: `not-sold`
 * for a cart that is not there, `not-found` for a region that is not, or offers none.
 */
export async function entriesOf(
  container: MedusaContainer,
  { cart, region: named }: Place,
): Promise<readonly CheckoutEntry[]> {
  const { currency, providers } = await regionOf(
    container,
    named ?? (await regionIdOf(container, cart ?? '')),
  )
  const code = currency.toUpperCase()
  if (!isCurrency(code) || providers.length === 0) throw new StorefrontError('not-found')
  return providers.map((id) => {
    const { paymentPhase, method, enabledPaymentMethods, offline } = optionsOf(id)
    return { id, currency: code, phase: paymentPhase, method, enabledPaymentMethods, offline }
  })
}

async function regionIdOf(container: MedusaContainer, id: string): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: 'cart', fields: ['region_id'], filters: { id } })
  const cart = data[0] as { readonly region_id?: string | null } | undefined
  if (!cart?.region_id) throw new StorefrontError('not-sold')
  return cart.region_id
}
