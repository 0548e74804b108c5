import type { ShopFacts } from '@craftgate-commerce/panel'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { version } from '@medusajs/medusa/package.json'
import { isOwnProvider } from '../craftgate'

interface Region {
  readonly currency_code: string
  readonly payment_providers?: readonly ({ readonly id: string } | null)[] | null
}

/** The currencies of the regions that take payments by Craftgate; none is named where no region does yet. */
export async function shopFacts(container: MedusaContainer): Promise<ShopFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ['currency_code', 'payment_providers.id']
  const { data } = await query.graph({ entity: 'region', fields })
  const own = (data as unknown as readonly Region[]).filter(({ payment_providers: providers }) =>
    providers?.some((each) => each !== null && isOwnProvider(each.id)),
  )
  const currencies = own.map(({ currency_code }) => currency_code.toUpperCase())
  return { versions: { Medusa: version }, ...(currencies.length > 0 && { currencies }) }
}
