import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from '@medusajs/medusa/core-flows'

/** Somebody packs and ships by hand. */
export const FULFILLMENT_PROVIDER = 'manual_manual'

export interface Warehouse {
  readonly locationId: string
  readonly shippingProfileId: string
}

export async function seedWarehouse(container: MedusaContainer, salesChannelId: string): Promise<Warehouse> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: 'İzmir Deposu',
          address: { address_1: 'Işıkkent', city: 'İzmir', country_code: 'tr' },
        },
      ],
    },
  })
  const locationId = result[0]?.id ?? ''
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
  })
  return { locationId, shippingProfileId: await shippingProfile(container) }
}

/** Medusa makes one when it migrates. */
async function shippingProfile(container: MedusaContainer): Promise<string> {
  const [profile] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: 'default' })
  if (!profile) throw new Error('Medusa has made no shipping profile: run medusa db:migrate first')
  return profile.id
}
