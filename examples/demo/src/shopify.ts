import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { SECOND_SHOP, ShopifyMerchant, ZERDALI } from '@craftgate-commerce/example-shopify-store'
import type { SandboxMerchant } from '@craftgate-commerce/sandbox'
import {
  type ShopifyEmulator,
  type ShopifyEmulatorOptions,
  startShopifyEmulator,
  writeCertificates,
} from '@craftgate-commerce/shopify-emulator'
import { inRoot } from './places'
import { addressOf } from './places-of-stores'
import { freePort, freePorts } from './ports'
import { logOf, type Restartable, restartable, startAll } from './restartable'
import type { SeededDatabase } from './seeded-database'

export interface ShopifyInstance extends Restartable {
  /** Address of the app. */
  readonly url: string
}

export interface ShopifyShop {
  readonly databaseUrl: string
  /** Shopify itself: the shops, their checkouts and their admin. */
  readonly emulator: ShopifyEmulator
  /** All of them are one app; shoppers and Shopify know the address of the first. */
  readonly instances: readonly ShopifyInstance[]
  readonly main: ShopifyInstance
  /** Where Shopify posts its session requests. */
  readonly sessionUrl: string
  /** A merchant's browser that has just come in; the shop's domain. */
  merchant(domain: string): Promise<ShopifyMerchant>
  stop(): Promise<void>
}

export interface ShopifyOptions {
  readonly stateDir: string
  readonly database: SeededDatabase
  readonly env: Readonly<Record<string, string | undefined>>
  readonly ports: readonly number[]
  readonly emulatorPort?: number
  readonly emulator?: Partial<ShopifyEmulatorOptions>
  /** Address of the Craftgate emulator. */
  readonly craftgateUrl: string
  readonly merchants: {
    readonly zerdali: SandboxMerchant
    readonly test: SandboxMerchant
    readonly second: SandboxMerchant
  }
}

const PAYMENT_PAGE = 'examples/shopify-store/dist/checkout.js'

const THEME_EXTENSION = 'packages/shopify/extensions/craftgate-theme'

const APP = {
  apiKey: 'craftgate-shopify-client-id',
  apiSecretKey: 'craftgate-shopify-client-secret',
} as const

/** Starts Shopify and the app, then the merchants of two shops install it, enter their Craftgate keys and switch it on. */
export async function startShopify(options: ShopifyOptions): Promise<ShopifyShop> {
  const certificates = `${options.stateDir}/certificates`
  const files = await writeCertificates(certificates)
  const sessionPorts = await freePorts(options.ports.length)
  const [appUrl = ''] = options.ports.map(addressOf)
  const sessionUrl = `https://127.0.0.1:${sessionPorts[0]}/shopify`
  const emulator = await startShopifyEmulator({
    port: options.emulatorPort ?? (await freePort()),
    app: {
      ...APP,
      applicationUrl: appUrl,
      themeExtension: inRoot(THEME_EXTENSION),
      blockSettings: { app_url: appUrl, mode: 'live' },
      sessionUrls: {
        payment: `${sessionUrl}/payment`,
        refund: `${sessionUrl}/refund`,
        capture: `${sessionUrl}/capture`,
        void: `${sessionUrl}/void`,
      },
      webhookUrls: {
        appUninstalled: `${appUrl}/webhooks/app/uninstalled`,
        compliance: `${appUrl}/webhooks/compliance`,
      },
    },
    shops: [ZERDALI, SECOND_SHOP],
    certificates,
    ...options.emulator,
  })
  const instances = options.ports.map((port, index) =>
    instanceOf(options, {
      port,
      index,
      appUrl,
      sessionPort: sessionPorts[index] ?? 0,
      files,
      emulatorUrl: emulator.url,
    }),
  )
  const [main] = instances
  if (!main) throw new Error('The Shopify app needs at least one instance')
  const stopApp = await startAll(instances).catch(async (error: unknown) => {
    await emulator.close()
    throw error
  })
  const merchant = async (domain: string) => {
    const installing = new ShopifyMerchant({ appUrl, shopUrl: emulator.shopUrl(domain), shop: domain })
    await installing.enter()
    return installing
  }
  const stop = async () => {
    await stopApp()
    await emulator.close()
  }
  try {
    await openShops({ emulator, merchant }, options.merchants)
  } catch (error) {
    await stop()
    throw error
  }
  return { databaseUrl: options.database.url, emulator, instances, main, sessionUrl, merchant, stop }
}

type Opening = Pick<ShopifyShop, 'emulator' | 'merchant'>

async function openShops(
  { emulator, merchant }: Opening,
  merchants: ShopifyOptions['merchants'],
): Promise<void> {
  const zerdali = await merchant(ZERDALI.domain)
  await zerdali.connect('live', merchants.zerdali)
  await zerdali.connect('test', merchants.test)
  await zerdali.activate()
  const second = await merchant(SECOND_SHOP.domain)
  await second.connect('live', merchants.second)
  await second.activate()
  for (const { domain } of [ZERDALI, SECOND_SHOP])
    emulator.control.settings(domain, { active: true, testMode: false })
}

interface InstancePlace {
  readonly port: number
  readonly index: number
  readonly sessionPort: number
  readonly appUrl: string
  readonly emulatorUrl: string
  readonly files: Awaited<ReturnType<typeof writeCertificates>>
}

function instanceOf(options: ShopifyOptions, place: InstancePlace): ShopifyInstance {
  const { port, index, sessionPort, appUrl, emulatorUrl, files } = place
  const name = `Shopify app ${index + 1}`
  const life = restartable({
    name,
    script: inRoot('packages/shopify/bin/craftgate-shopify.mjs'),
    env: {
      PUBLIC_URL: appUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      SESSION_PORT: String(sessionPort),
      DATABASE_URL: options.database.url,
      SHOPIFY_API_KEY: APP.apiKey,
      SHOPIFY_API_SECRET: APP.apiSecretKey,
      SHOPIFY_EMULATOR: emulatorUrl,
      SHOPIFY_MTLS: 'emulator',
      SHOPIFY_CA_FILE: files.shopifyCa,
      TLS_CERTIFICATE_FILE: files.appServer,
      TLS_KEY_FILE: files.appServerKey,
      CRAFTGATE_EMULATOR: options.craftgateUrl,
      ...(options.env.CHECKOUT === undefined && { CHECKOUT_MODULE: inRoot(PAYMENT_PAGE) }),
      ...secretsIn(options.stateDir),
      ...options.env,
    },
    logFile: logOf(options.stateDir, name),
  })
  return { url: addressOf(port), ...life }
}

/** Made once for each state directory: what is sealed in its database stays readable. */
function secretsIn(stateDir: string): Record<'APP_SECRET' | 'ENCRYPTION_KEYS', string> {
  const file = `${stateDir}/shopify-secrets.json`
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secrets = {
    APP_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEYS: `demo:${randomBytes(32).toString('base64')}`,
  }
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
