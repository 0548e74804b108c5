import type { Logger } from '@craftgate-commerce/core'
import type { AppContext } from '../src/context/app-context'
import { parseAppOptions } from '../src/options'

export const SHOP = 'zerdali.myshopify.com'
export const CLIENT_SECRET = 'client-secret-of-the-app'
export const NOW = new Date('2026-11-24T12:00:00Z')

interface FakeContextOptions {
  readonly publicUrl?: string
  readonly emulator?: string
  readonly deadlineMs?: number
  readonly apiSecretKey?: string
  readonly appSecret?: string
}

/** What a route stands on, without a database. Its log is one text, to look for secrets in. */
export function fakeContext(more: FakeContextOptions = {}) {
  const lines: string[] = []
  const write: Logger['info'] = (message, facts) => {
    lines.push(`${message} ${JSON.stringify(facts ?? {})}`)
  }
  const logger: Logger = { debug: write, info: write, warn: write, error: write }
  const options = parseAppOptions({
    publicUrl: more.publicUrl ?? 'https://app.example.com',
    port: 3100,
    databaseUrl: 'postgres://nowhere/none',
    shopify: {
      apiKey: 'client-id',
      apiSecretKey: more.apiSecretKey ?? CLIENT_SECRET,
      emulator: more.emulator,
      deadlineMs: more.deadlineMs,
    },
    mtls: { mode: 'off' },
    appSecret: more.appSecret ?? 'an app secret of more than 32 characters',
    encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  })
  let now = NOW
  const context: Pick<AppContext, 'options' | 'logger' | 'clock'> = { options, logger, clock: () => now }
  const moveTo = (moment: Date) => {
    now = moment
  }
  return { context, moveTo, log: () => lines.join('\n') }
}

/** The cookies that an answer set, as the next request sends them. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
