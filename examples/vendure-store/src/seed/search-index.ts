import { ChannelService, type RequestContext, RequestContextService, SearchService } from '@vendure/core'
import type { Services } from './seeding'

/** Asks the job queue to index every channel; each has its own prices. */
export async function indexAllChannels(services: Services, ctx: RequestContext): Promise<void> {
  const { items } = await services.get(ChannelService).findAll(ctx)
  for (const channel of items) {
    const own = await services
      .get(RequestContextService)
      .create({ apiType: 'admin', channelOrToken: channel })
    await services.get(SearchService).reindex(own)
  }
}
