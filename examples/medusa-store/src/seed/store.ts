import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { updateSalesChannelsWorkflow, updateStoresWorkflow } from '@medusajs/medusa/core-flows'
import { CURRENCIES } from './markets'

/**
 * Names what Medusa made at its first start: the shop and its sales channel, whose id it returns. It also made the
 * publishable key that storefronts send.
 */
export async function seedStore(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels()
  if (!store || !channel) throw new Error('Medusa has made no store: run medusa db:migrate first')
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: { name: 'Zerdali', supported_currencies: CURRENCIES, default_sales_channel_id: channel.id },
    },
  })
  await updateSalesChannelsWorkflow(container).run({
    input: { selector: { id: channel.id }, update: { name: 'Zerdali', description: 'zerdali.example' } },
  })
  return channel.id
}
