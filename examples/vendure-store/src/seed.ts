// One step before the servers start: the schema, then the shop. Running it again changes nothing.
import './no-telemetry'
import {
  bootstrap,
  JobQueueService,
  type RequestContext,
  RequestContextService,
  UserService,
  type VendureConfig,
} from '@vendure/core'
import { storeConfig, TURKEY_CHANNEL } from './config'
import { indexAllChannels, indexUpdates } from './seed/search-index'
import { openSeedDatabase } from './seed/seed-database'
import { seedShop } from './seed/seed-shop'
import type { Services } from './seed/seeding'
import { readEnvironment, type StoreEnvironment } from './zerdali/environment'
import { announce, fail, stopWithParent } from './zerdali/shutdown'

async function main(): Promise<void> {
  const env = readEnvironment(process.env)
  stopWithParent()
  const database = await openSeedDatabase(env.databaseUrl)
  const app = await bootstrap(seedConfig(env))
  app.get(JobQueueService).addBuffer(indexUpdates)
  const ctx = await superadminContext(app, env)
  const seeded = await seedShop(app, ctx)
  if (seeded) {
    await app.get(JobQueueService).start()
    await database.jobsDone()
    await indexAllChannels(app, ctx)
    await database.jobsDone()
  }
  await app.close()
  await database.release()
  announce({ ready: 'vendure-seed', seeded })
}

/**
 * The schema comes from the entities (`synchronize`), in this step only and under the lock: an example has no data
 * that an alteration could lose, and it must follow the plugin it shows. A real shop generates migrations instead.
 */
function seedConfig(env: StoreEnvironment): VendureConfig {
  const config = storeConfig({ ...env, port: 0, jobPollMs: 10 })
  return {
    ...config,
    dbConnectionOptions: { ...config.dbConnectionOptions, synchronize: true },
  } as VendureConfig
}

/** Handing goods to another channel asks for a permission, so the seed works as the superadmin. */
async function superadminContext(services: Services, env: StoreEnvironment): Promise<RequestContext> {
  const request = { apiType: 'admin', channelOrToken: TURKEY_CHANNEL } as const
  const nobody = await services.get(RequestContextService).create(request)
  const { identifier } = env.superadmin
  const user = await services.get(UserService).getUserByEmailAddress(nobody, identifier, 'administrator')
  return services.get(RequestContextService).create({ ...request, user })
}

main().catch(fail)
