import type { Sandbox, SandboxMerchant } from '@craftgate-commerce/sandbox'
import { MEDUSA_ADMIN } from './medusa'
import { secretsIn } from './secrets'
import type { StoreName } from './stack-options'
import { SUPERADMIN } from './vendure'

export type Environment = Readonly<Record<string, string | undefined>>

const ADMINS: Readonly<Record<StoreName, Environment>> = {
  shopify: {},
  vendure: { SUPERADMIN_USERNAME: SUPERADMIN.identifier, SUPERADMIN_PASSWORD: SUPERADMIN.password },
  medusa: { SUPERADMIN_USERNAME: MEDUSA_ADMIN.email, SUPERADMIN_PASSWORD: MEDUSA_ADMIN.password },
}

/** Nobody comes to a server that only seeds. */
const NOWHERE = 'http://127.0.0.1:1'

/** What the seed needs of a store's environment; nobody pays while it runs. */
export const seedEnvironment = (store: StoreName): Environment => ({
  PORT: '1',
  PUBLIC_URL: NOWHERE,
  STOREFRONT_URL: NOWHERE,
  CRAFTGATE_URL: 'sandbox',
  CRAFTGATE_API_KEY: 'seed',
  CRAFTGATE_SECRET_KEY: 'seed',
  CRAFTGATE_WEBHOOK_KEY: 'seed',
  CRAFTGATE_CALLBACK_KEY: 'seed',
  LINK_SECRET: 'no-link-is-signed-while-the-shop-is-seeded',
  COOKIE_SECRET: 'no-cookie-is-signed-while-the-shop-is-seeded',
  ...ADMINS[store],
})

export interface StoreFacts {
  readonly stateDir: string
  readonly store: StoreName
  readonly storefrontUrl: string
  readonly sandbox: Sandbox
  readonly merchant: SandboxMerchant
}

/** What all servers of a store know, but where they are. */
export function storeEnvironment({
  stateDir,
  store,
  storefrontUrl,
  sandbox,
  merchant,
}: StoreFacts): Environment {
  const { linkSecret, cookieSecret } = secretsIn(stateDir)
  return {
    STOREFRONT_URL: storefrontUrl,
    CRAFTGATE_URL: sandbox.url,
    CRAFTGATE_API_KEY: merchant.apiKey,
    CRAFTGATE_SECRET_KEY: merchant.secretKey,
    CRAFTGATE_WEBHOOK_KEY: merchant.webhookKey,
    CRAFTGATE_CALLBACK_KEY: merchant.callbackKey,
    LINK_SECRET: linkSecret,
    COOKIE_SECRET: cookieSecret,
    ...ADMINS[store],
  }
}
