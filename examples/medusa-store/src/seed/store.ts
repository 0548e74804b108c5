import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import {
  createApiKeysWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from '@medusajs/medusa/core-flows'
import { CURRENCIES } from './markets'

/** Names what Medusa made at its first start: the shop and its sales channel, whose id it returns. */
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
  await seedPublishableKey(container, channel.id)
  return channel.id
}

/** What the storefront sends with each request; Medusa makes one by itself in a shop that is quite new. */
async function seedPublishableKey(container: MedusaContainer, channelId: string): Promise<void> {
  const keys = await container.resolve(Modules.API_KEY).listApiKeys({ type: 'publishable' })
  if (keys.length > 0) return
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: 'Zerdali storefront', type: 'publishable', created_by: '' }] },
  })
  for (const { id } of result)
    await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id, add: [channelId] } })
}
