import type { MedusaContainer } from '@medusajs/framework/types'
import { createRegionsWorkflow } from '@medusajs/medusa/core-flows'
import { providersFor } from '../craftgate'
import { MARKET_PLACES } from './markets'

/** Ids of the regions, by code of the market. */
export type Regions = ReadonlyMap<string, string>

export async function seedRegions(container: MedusaContainer): Promise<Regions> {
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: MARKET_PLACES.map(({ market, name, country, currency }) => ({
        name,
        currency_code: currency,
        countries: [country],
        is_tax_inclusive: market.pricesIncludeTax,
        payment_providers: providersFor(currency),
      })),
    },
  })
  const ids = new Map(result.map(({ name, id }) => [name, id]))
  return new Map(MARKET_PLACES.map(({ market, name }) => [market.code, ids.get(name) ?? '']))
}
