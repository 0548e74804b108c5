import type { StorefrontConfig } from '../backend'

export interface Settings {
  readonly port: number
  /** What browsers are told. */
  readonly config: StorefrontConfig
  /** Address of the shop's server, without a slash at the end. */
  readonly shopUrl: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * One shop: VENDURE_URL with VENDURE_CHANNEL, or MEDUSA_URL with MEDUSA_PUBLISHABLE_KEY and MEDUSA_COUNTRY.
 * @throws Error with one line that names the variable that is missing or too much.
 */
export function readSettings(env: Environment): Settings {
  const { VENDURE_URL, MEDUSA_URL, PORT = '8000' } = env
  if (VENDURE_URL && MEDUSA_URL)
    throw new Error('VENDURE_URL and MEDUSA_URL are both set: a storefront stands before one shop')
  const shopUrl = VENDURE_URL ?? MEDUSA_URL
  if (!shopUrl)
    throw new Error(
      'VENDURE_URL or MEDUSA_URL is missing: address of the shop server, e.g. http://127.0.0.1:3000',
    )
  const config = MEDUSA_URL ? medusaConfig(env) : vendureConfig(env)
  return { port: Number(PORT), config, shopUrl: shopUrl.replace(/\/+$/, '') }
}

function vendureConfig({ VENDURE_CHANNEL = 'turkiye' }: Environment): StorefrontConfig {
  return { backend: 'vendure', channel: VENDURE_CHANNEL }
}

function medusaConfig({ MEDUSA_PUBLISHABLE_KEY, MEDUSA_COUNTRY = 'tr' }: Environment): StorefrontConfig {
  if (!MEDUSA_PUBLISHABLE_KEY)
    throw new Error('MEDUSA_PUBLISHABLE_KEY is missing: Medusa admin > Settings > Publishable API keys')
  return { backend: 'medusa', publishableKey: MEDUSA_PUBLISHABLE_KEY, regionCountry: MEDUSA_COUNTRY }
}
