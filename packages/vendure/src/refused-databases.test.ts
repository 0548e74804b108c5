import { bootstrap, mergeConfig } from '@vendure/core'
import { testConfig } from '@vendure/testing'
import { CraftgatePlugin } from './craftgate-plugin'

test.each(['mysql', 'mariadb'] as const)(
  'a shop on %s does not start, and is told so in one line',
  async (type) => {
    const plugin = CraftgatePlugin.init({
      publicUrl: 'http://localhost:3000',
      linkSecret: 'a link secret of thirty-two characters or more',
      merchants: {
        main: { apiKey: 'key', secretKey: 'secret', webhookKey: 'webhook', environment: 'sandbox' },
      },
      returnUrl: 'https://shop.example.com/order/{orderCode}',
    })
    // Nobody listens there: the answer comes before the first connection.
    const dbConnectionOptions = { type, host: '127.0.0.1', port: 1, username: 'nobody', database: 'shop' }
    const starting = bootstrap(mergeConfig(testConfig, { dbConnectionOptions, plugins: [plugin] }))
    await expect(starting).rejects.toThrow(
      `CraftgatePlugin: ${type} is not supported yet, because money could be moved twice after a deadlock; ` +
        'use PostgreSQL (SQLite and sql.js are for development)',
    )
  },
)
