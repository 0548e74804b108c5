import type { Logger } from '@craftgate-commerce/core'
import { checkoutOfRow, silentLogger } from '@craftgate-commerce/core/adapter'
import { Hono } from 'hono'
import type { DataSource } from 'typeorm'
import { type Mode, type Tenant, tenantKey } from '../src/context/tenant'
import type { SessionRow } from '../src/database'
import type { MerchantCommerce, MerchantDeps } from '../src/merchant/http/merchant-deps'
import { merchantApp } from '../src/merchant/merchant-app'
import { type AppOptionsInput, parseAppOptions } from '../src/options'
import type { MutationResult } from '../src/shopify-api'
import type { AlertAddress, CraftgateKeys } from '../src/shops/craftgate-keys'
import { inMemoryQueries, type Rows } from './in-memory-queries'

export const PUBLIC_URL = 'https://app.example.com'
export const SHOP_A = 'zerdali.myshopify.com'
export const SHOP_B = 'komsu.myshopify.com'

const optionsOf = (more: Partial<AppOptionsInput>) =>
  parseAppOptions({
    publicUrl: PUBLIC_URL,
    port: 0,
    databaseUrl: 'postgres://none',
    shopify: { apiKey: 'shopify-client-id', apiSecretKey: 'shopify-secret' },
    mtls: { mode: 'off' },
    appSecret: 'a secret of the app that is long enough',
    encryptionKeys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    ...more,
  })

export interface TestHarnessInput {
  readonly options?: Partial<AppOptionsInput>
  readonly rows?: Partial<Rows>
  readonly keys?: Readonly<Record<string, CraftgateKeys>>
  readonly answer?: MutationResult
  /** What of Craftgate the test asks. */
  readonly commerce?: Partial<MerchantCommerce>
  /** The modes that have keys; both without it. */
  readonly connected?: readonly Mode[]
  readonly retry?: () => Promise<void>
  readonly approveLoan?: MerchantDeps['approveLoan']
  readonly decideReview?: MerchantDeps['decideReview']
  readonly logger?: Logger
}

/** The pages over rows in memory; whoever sends `x-shop` is logged in as that shop. */
export function testHarness(input: TestHarnessInput = {}) {
  const rows: Rows = { sessions: [], attempts: [], groupWinners: [], events: [], privacy: [], ...input.rows }
  const keys = new Map(Object.entries(input.keys ?? {}))
  const alertAddresses = new Map<string, AlertAddress>()
  const asked: SessionRow[] = []
  const configured: unknown[] = []
  const accounts: (string | undefined)[] = []
  const ready: unknown[] = []
  const audited: unknown[] = []
  const deps: MerchantDeps = {
    context: {
      options: optionsOf(input.options ?? {}),
      database: {} as DataSource,
      logger: input.logger ?? silentLogger,
      clock: () => new Date('2026-11-24T12:00:00Z'),
    },
    merchantOf: async (c) => c.req.header('x-shop') || undefined,
    keys: {
      read: async (tenant) => {
        const found = keys.get(tenantKey(tenant))
        const alerts = alertAddresses.get(tenantKey(tenant))
        return found && { ...found, account: 'live:sandbox', version: 1, ...(alerts && { alerts }) }
      },
      save: async (tenant, value, account) => {
        keys.set(tenantKey(tenant), value)
        accounts.push(account)
      },
      saveAlerts: async (tenant, address) => {
        if (address === undefined) alertAddresses.delete(tenantKey(tenant))
        else alertAddresses.set(tenantKey(tenant), address)
      },
      remove: async (tenant) => void keys.delete(tenantKey(tenant)),
      modesOf: async (shop) =>
        (['live', 'test'] as const).filter((mode) => keys.has(tenantKey({ shop, mode }))),
    },
    shops: {
      find: async () => undefined,
      setReady: async (...call) => void ready.push(call),
    },
    sessions: { find: async (id) => rows.sessions.find((row) => row.id === id) },
    tenants: {
      commerceOf: async ({ mode }) =>
        input.connected?.includes(mode) === false
          ? undefined
          : (input.commerce as MerchantCommerce | undefined),
      stores: (tenant) => ({
        checkouts: { of: async (reference) => attemptsOf(rows, tenant, reference) },
        operations: { of: async () => [] },
      }),
    },
    panelAudit: { add: async (...act) => void audited.push(act), page: async () => [] },
    api: {
      configure: async (...call) => {
        configured.push(call)
        return input.answer ?? { kind: 'accepted' }
      },
    },
    addressOf: (shop) => `https://${shop}`,
    approveLoan: input.approveLoan ?? (async () => false),
    decideReview: input.decideReview ?? (async () => false),
    retry: async (session) => {
      asked.push(session)
      await input.retry?.()
    },
  }
  const keysChangedAt = async (tenant: Tenant) =>
    keys.has(tenantKey(tenant)) ? new Date('2026-11-20T09:00:00Z') : undefined
  const app = new Hono().route('/', merchantApp(deps, { ...inMemoryQueries(rows), keysChangedAt }))
  return { app, keys, alertAddresses, accounts, asked, audited, configured, ready, ...browserOf(app) }
}

const attemptsOf = ({ attempts }: Rows, tenant: Tenant, reference: string) =>
  attempts
    .filter((row) => tenantKey(row) === tenantKey(tenant) && row.reference === reference)
    .map(checkoutOfRow)

function browserOf(app: Hono) {
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { 'x-shop': SHOP_A, ...headers } })
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'x-shop': SHOP_A, origin: PUBLIC_URL, ...FORM, ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  return { get, post }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
