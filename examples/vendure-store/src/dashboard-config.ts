// What the dashboard build looks at: the plugins and the Admin API that they make. It starts nothing.
import type { VendureConfig } from '@vendure/core'
import { storeConfig } from './config'

const NOWHERE = 'http://127.0.0.1:3000'

export const config: VendureConfig = storeConfig({
  databaseUrl: 'postgres://nobody@127.0.0.1/nothing',
  port: 3000,
  publicUrl: NOWHERE,
  storefrontUrl: NOWHERE,
  craftgate: {
    environment: 'sandbox',
    apiKey: 'build',
    secretKey: 'build',
    webhookKey: 'build',
    callbackKey: 'build',
    linkSecret: 'the dashboard build signs nothing',
  },
  superadmin: { identifier: 'build', password: 'build' },
  cookieSecret: 'build',
  jobPollMs: 500,
})
