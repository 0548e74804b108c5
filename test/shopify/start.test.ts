import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { cli } from '../../packages/shopify/src/app/cli'
import { createServices } from '../../packages/shopify/src/app/create-services'
import { startApp } from '../../packages/shopify/src/app/start-app'
import { parseAppOptions } from '../../packages/shopify/src/options'
import { encryptionKey, SHOP, testAppsOnPostgres } from './app-on-postgres'
import { ownDatabase } from './own-database'

// How the app begins, what it holds while others answer, and how it ends.

const APP_USER = 'craftgate_app'

async function queryAt(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const environmentOf = (databaseUrl: string) => ({
  ...{ PUBLIC_URL: 'http://127.0.0.1:3100', PORT: '0', HOST: '127.0.0.1', SHOPIFY_MTLS: 'off' },
  ...{ SHOPIFY_API_KEY: 'id', SHOPIFY_API_SECRET: 'client-secret', DATABASE_URL: databaseUrl },
  APP_SECRET: 'an app secret of more than 32 characters',
  ENCRYPTION_KEYS: encryptionKey('k1'),
})

const optionsAt = (databaseUrl: string, more: object = {}) =>
  parseAppOptions({
    ...{ publicUrl: 'https://app.example.com', port: 0, host: '127.0.0.1', databaseUrl },
    shopify: { apiKey: 'id', apiSecretKey: 'client-secret', emulator: 'http://127.0.0.1:9' },
    ...{ mtls: { mode: 'off' }, appSecret: 'an app secret of more than 32 characters' },
    encryptionKeys: encryptionKey('k1'),
    ...more,
  })

/** As docs/deployment.md has it. */
const grantsTo = (user: string): string =>
  ['public', 'pgboss']
    .map(
      (schema) => `GRANT USAGE ON SCHEMA ${schema} TO ${user};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${user};
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${user};`,
    )
    .join('\n')

describe('a user who may not make tables', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>
  let asApp: string
  beforeAll(async () => {
    database = await ownDatabase('shopify_start_rights')
    await queryAt(
      database.url,
      `DO $$ BEGIN CREATE ROLE ${APP_USER} LOGIN PASSWORD 'app'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    )
    await queryAt(database.url, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    asApp = Object.assign(new URL(database.url), { username: APP_USER, password: 'app' }).href
  })
  afterAll(() => database.drop())

  test('is told what to do while there are none, and runs the app once their owner migrated', async () => {
    let said = ''
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    })
    const out = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
    try {
      expect(await cli(['start'], environmentOf(asApp))).toBe(1)
      expect(said).toContain(
        '- DATABASE_URL: its user may not make tables or use them; run `craftgate-shopify migrate`',
      )
      expect(await cli(['migrate'], environmentOf(database.url))).toBe(0)
    } finally {
      write.mockRestore()
      out.mockRestore()
    }
    await queryAt(database.url, grantsTo(APP_USER))
    const app = await startApp({ options: optionsAt(asApp) })
    const ready = await fetch(`http://127.0.0.1:${app.port}/ready`)
    expect([ready.status, ready.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000'])
    await app.stop()
  })
})

test('while Shopify answers no transaction is open', async () => {
  const apps = await testAppsOnPostgres('shopify_start_open')
  let asked = () => {}
  let answer = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const shopify = createServer((_, response) => {
    answer = () => response.writeHead(503).end()
    asked()
  })
  await new Promise<void>((resolve) => shopify.listen(0, '127.0.0.1', resolve))
  const { port } = shopify.address() as AddressInfo
  const context = await apps.open({ emulator: `http://127.0.0.1:${port}` })
  const services = createServices(context, { enqueue: async () => {} })
  await services.shops.installed(SHOP, {
    ...{
      accessToken: 'shpat_0',
      expiresIn: 1,
      refreshToken: 'shprt_0',
      refreshTokenExpiresIn: 7_776_000,
      scope: '',
    },
  })
  apps.pass(3_600_000)
  const token = services.tokens.access(SHOP)
  await isAsked
  const open = await queryAt(
    apps.url,
    `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'`,
  )
  answer()
  await token
  shopify.close()
  await apps.close()
  expect(open).toEqual([])
})

test('on its way out the app is not ready and answers, until those that ask by /ready know; then it takes nothing more', async () => {
  const database = await ownDatabase('shopify_start_stop')
  const app = await startApp({ options: optionsAt(database.url, { shutdownDelaySeconds: 2 }) })
  const url = `http://127.0.0.1:${app.port}`
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  const stopped = app.stop()
  expect((await fetch(`${url}/ready`)).status).toBe(503)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  await stopped
  await expect(fetch(`${url}/health`)).rejects.toThrow()
  await database.drop()
})
