// A way of delivery may ask for a minimum: its rule is about `item_total`, which Medusa does not know unless told.

import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { StepResponse } from '@medusajs/framework/workflows-sdk'
import {
  listShippingOptionsForCartWithPricingWorkflow,
  listShippingOptionsForCartWorkflow,
} from '@medusajs/medusa/core-flows'

interface Scene {
  readonly cart: { readonly id: string }
}

async function itemTotal({ cart }: Scene, { container }: { readonly container: MedusaContainer }) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'cart',
    fields: ['id', 'item_total'],
    filters: { id: cart.id },
  })
  return new StepResponse({ item_total: String(data[0]?.item_total ?? 0) })
}

listShippingOptionsForCartWorkflow.hooks.setShippingOptionsContext(itemTotal)
listShippingOptionsForCartWithPricingWorkflow.hooks.setShippingOptionsContext(itemTotal)
