import { DELIVERIES, type SeedDelivery } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { createShippingOptionsWorkflow } from '@medusajs/medusa/core-flows'
import { decimal, hasCurrencyToItself, MARKET_PLACES } from './markets'
import type { Regions } from './regions'
import { FULFILLMENT_PROVIDER, type Warehouse } from './warehouse'

/** One zone for each currency, because a rate is in one currency, and an option for each way of delivery. */
export async function seedDelivery(
  container: MedusaContainer,
  warehouse: Warehouse,
  regions: Regions,
): Promise<void> {
  const zones = await seedZones(container, warehouse.locationId)
  await createShippingOptionsWorkflow(container).run({
    input: DELIVERIES.map((delivery) => ({
      name: delivery.name.tr,
      price_type: 'flat',
      provider_id: FULFILLMENT_PROVIDER,
      service_zone_id: zones.get(delivery.currency.toLowerCase()) ?? '',
      shipping_profile_id: warehouse.shippingProfileId,
      type: { code: delivery.code, label: delivery.name.tr, description: delivery.description.tr },
      data: { name_en: delivery.name.en, description_en: delivery.description.en },
      prices: pricesOf(delivery, regions),
      rules: [...SHOWN, ...minimumOf(delivery)],
    })),
  })
}

/** Ids of the zones, by currency. */
async function seedZones(
  container: MedusaContainer,
  locationId: string,
): Promise<ReadonlyMap<string, string>> {
  const [set] = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets([
    {
      name: 'Kargo',
      type: 'shipping',
      service_zones: MARKET_PLACES.filter(hasCurrencyToItself).map(({ currency }) => ({
        name: currency,
        geo_zones: MARKET_PLACES.filter((place) => place.currency === currency).map(({ country }) => ({
          type: 'country' as const,
          country_code: country,
        })),
      })),
    },
  ])
  if (!set) throw new Error('No fulfilment set was made')
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return new Map(set.service_zones.map(({ name, id }) => [name, id]))
}

function pricesOf({ currency, rate }: SeedDelivery, regions: Regions) {
  return MARKET_PLACES.filter(({ market }) => market.currency === currency).map((place) =>
    hasCurrencyToItself(place)
      ? { currency_code: place.currency, amount: decimal(rate) }
      : { region_id: regions.get(place.market.code) ?? '', amount: decimal(rate) },
  )
}

const SHOWN = [
  { attribute: 'enabled_in_store', operator: 'eq' as const, value: 'true' },
  { attribute: 'is_return', operator: 'eq' as const, value: 'false' },
]

/** `workflows/hooks` tells Medusa what the goods of the cart come to. */
function minimumOf({ orderMinimum }: SeedDelivery) {
  if (orderMinimum === undefined) return []
  return [{ attribute: 'item_total', operator: 'gte' as const, value: String(decimal(orderMinimum)) }]
}
