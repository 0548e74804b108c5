import type { ExecArgs } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from '@medusajs/medusa/core-flows'

/** A region, a way of delivery and a product, beside what Medusa made when it migrated. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels()
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [profile] = await fulfillment.listShippingProfiles({ type: 'default' })
  if (!store || !channel || !profile) throw new Error('Run medusa db:migrate first')

  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        supported_currencies: [{ currency_code: 'try', is_default: true }],
        default_sales_channel_id: channel.id,
      },
    },
  })
  await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: 'Türkiye',
          currency_code: 'try',
          countries: ['tr'],
          payment_providers: ['pp_system_default'],
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [{ country_code: 'tr', provider_id: 'tp_system' }],
  })
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: 'Depo', address: { address_1: '', city: 'İzmir', country_code: 'tr' } }] },
  })
  const stock_location_id = locations[0]?.id ?? ''
  const set = await fulfillment.createFulfillmentSets({
    name: 'Kargo',
    type: 'shipping',
    service_zones: [{ name: 'Türkiye', geo_zones: [{ type: 'country', country_code: 'tr' }] }],
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' },
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: stock_location_id, add: [channel.id] },
  })
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: 'Kargo',
        price_type: 'flat',
        provider_id: 'manual_manual',
        service_zone_id: set.service_zones[0]?.id ?? '',
        shipping_profile_id: profile.id,
        type: { code: 'kargo', label: 'Kargo', description: '' },
        prices: [{ currency_code: 'try', amount: 49.9 }],
      },
    ],
  })
  await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: 'Fincan',
          status: 'published',
          shipping_profile_id: profile.id,
          sales_channels: [{ id: channel.id }],
          options: [{ title: 'Renk', values: ['Beyaz'] }],
          variants: [
            {
              title: 'Beyaz',
              manage_inventory: false,
              options: { Renk: 'Beyaz' },
              prices: [{ currency_code: 'try', amount: 1249.9 }],
            },
          ],
        },
      ],
    },
  })
}
