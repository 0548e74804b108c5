import { randomBytes } from 'node:crypto'
import { type Logger, money } from '@craftgate-commerce/core'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { openDatabase, type SessionRow, sessionEntity } from '../../packages/shopify/src/database'
import { parseAppOptions } from '../../packages/shopify/src/options'
import { newSessionRow } from '../../packages/shopify/src/session-requests/start-session'
import { ownDatabase } from './own-database'

export const SHOP = 'zerdali.myshopify.com'
export const OTHER_SHOP = 'ikinci.myshopify.com'
export const CLIENT_SECRET = 'client-secret-of-the-app'

export const encryptionKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`

interface TestAppOptions {
  readonly encryptionKeys?: string
  readonly emulator?: string
  readonly appSecret?: string
}

/** The foundations of the app on a database of its own, with a clock that is moved by hand and a log that remembers. */
export async function testAppsOnPostgres(name: string) {
  const database = await ownDatabase(name)
  const opened: AppContext[] = []
  const lines: string[] = []
  const logger = rememberingLogger(lines)
  const keys = encryptionKey('k1')
  let now = new Date('2026-11-24T12:00:00Z')
  return {
    url: database.url,
    /** One process of the app, with connections of its own. */
    async open({
      encryptionKeys = keys,
      emulator = 'http://127.0.0.1:9',
      appSecret = 'an app secret of more than 32 characters',
    }: TestAppOptions = {}): Promise<AppContext> {
      const options = optionsOf(database.url, { encryptionKeys, emulator, appSecret })
      const context = { options, logger, clock: () => now, database: await openDatabase(database.url) }
      opened.push(context)
      return context
    },
    now: () => now,
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds)
    },
    log: () => lines.join('\n'),
    async close() {
      for (const context of opened) await context.database.destroy()
      await database.drop()
    },
  }
}

export type TestApps = Awaited<ReturnType<typeof testAppsOnPostgres>>

function rememberingLogger(lines: string[]): Logger {
  const at =
    (level: string): Logger['info'] =>
    (message, facts) => {
      lines.push(`${level} ${message} ${JSON.stringify(facts ?? {})}`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const optionsOf = (databaseUrl: string, { encryptionKeys, emulator, appSecret }: Required<TestAppOptions>) =>
  parseAppOptions({
    publicUrl: 'https://app.example.com',
    port: 3100,
    databaseUrl,
    shopify: { apiKey: 'client-id', apiSecretKey: CLIENT_SECRET, emulator, deadlineMs: 500 },
    mtls: { mode: 'off' },
    appSecret,
    encryptionKeys,
  })

/** Every row of a table as the database holds it. */
export const rowsOf = (context: AppContext, table: string): Promise<Record<string, unknown>[]> =>
  context.database.query(`SELECT * FROM craftgate_${table} ORDER BY 1, 2`)

/** A payment session that Shopify began, with what is asked for changed. */
export async function insertSession(
  context: AppContext,
  more: Partial<SessionRow> & { readonly id: string },
) {
  const begun = newSessionRow(
    {
      kind: 'payment',
      id: more.id,
      gid: `gid://shopify/PaymentSession/${more.id}`,
      test: false,
      money: money(12_300, 'TRY'),
      merchantLocale: 'tr',
      proposedAt: null,
    },
    { shop: SHOP, apiVersion: '2026-10' },
    context.clock(),
  )
  const row: SessionRow = {
    ...begun,
    group: more.id,
    phase: 'AUTH',
    cancelUrl: `https://shop.example.com/checkouts/${more.id}`,
    buyerLocale: 'tr',
    ...more,
  }
  await context.database.getRepository(sessionEntity).insert(row)
}
