import {
  ChannelService,
  type Job,
  type JobBuffer,
  type RequestContext,
  RequestContextService,
  SearchService,
} from '@vendure/core'
import type { Services } from './seeding'

/**
 * Holds back the hundreds of index updates that a new catalogue causes, one for each event; nobody flushes it,
 * because one look at every channel replaces them all.
 */
export const indexUpdates: JobBuffer = {
  id: 'seed-index-updates',
  collect: (job: Job<{ type?: string }>) =>
    job.queueName === 'update-search-index' && job.data.type !== 'reindex',
  reduce: (jobs) => jobs,
}

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
