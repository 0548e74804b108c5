// The server: Shop API, Admin API, dashboard and Craftgate's three routes.
import './no-telemetry'
import { bootstrap } from '@vendure/core'
import { storeConfig } from './config'
import { readEnvironment } from './zerdali/environment'
import { announce, fail, stopWithParent } from './zerdali/shutdown'

async function main(): Promise<void> {
  const env = readEnvironment(process.env)
  stopWithParent()
  await bootstrap(storeConfig(env))
  announce({
    ready: 'vendure-server',
    url: env.publicUrl,
    shopApi: `${env.publicUrl}/shop-api`,
    adminApi: `${env.publicUrl}/admin-api`,
    dashboard: `${env.publicUrl}/dashboard`,
  })
}

main().catch(fail)
