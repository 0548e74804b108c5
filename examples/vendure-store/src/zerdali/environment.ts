// Everything this store needs to know comes from the environment, read once, here.

export interface StoreEnvironment {
  readonly databaseUrl: string
  readonly port: number
  /** Where browsers and Craftgate reach this server. */
  readonly publicUrl: string
  readonly storefrontUrl: string
  readonly craftgate: {
    /** `sandbox`, `live`, or the address of an emulator. */
    readonly environment: string
    readonly apiKey: string
    readonly secretKey: string
    readonly webhookKey: string
    readonly callbackKey: string
    readonly linkSecret: string
    /** Cron expression of the reconcile task; absent: the plugin's default. */
    readonly reconcileSchedule?: string
    /** How long an attempt may be silent before reconcile asks about it; absent: the plugin's default. */
    readonly reconcileAfterSeconds?: number
  }
  /** Who is told of what needs attention; absent: nobody. */
  readonly alerts?: {
    readonly webhook: { readonly url: string; readonly secret: string }
    readonly repeatMinutes?: number
  }
  readonly superadmin: { readonly identifier: string; readonly password: string }
  /** Signs session cookies. */
  readonly cookieSecret: string
  /** Where product pictures are kept; all servers of one shop share it. */
  readonly assetDir?: string
  /** How often the job queue looks for work. */
  readonly jobPollMs: number
}

/** Why each variable is needed, in the words of whoever has to set it. */
const REQUIRED = {
  DATABASE_URL: 'address of the PostgreSQL database, e.g. postgres://user:password@127.0.0.1:5432/shop',
  PORT: 'port that this server listens on, e.g. 3000',
  PUBLIC_URL: 'address at which browsers and Craftgate reach this server, e.g. https://api.shop.example.com',
  STOREFRONT_URL: 'address of the storefront, e.g. https://shop.example.com',
  CRAFTGATE_URL: "'sandbox', 'live' or the address of an emulator",
  CRAFTGATE_API_KEY: 'Craftgate panel > Yönetim > API Anahtarları',
  CRAFTGATE_SECRET_KEY: 'Craftgate panel > Yönetim > API Anahtarları',
  CRAFTGATE_WEBHOOK_KEY: 'Craftgate panel > Yönetim > Üye İşyeri Ayarları, "Üye İşyeri Webhook Key"',
  CRAFTGATE_CALLBACK_KEY: 'Craftgate panel > Yönetim > Üye İşyeri Ayarları, "Üye İşyeri Callback Key"',
  LINK_SECRET: '32 or more random characters; signs the pay links',
  SUPERADMIN_USERNAME: 'name of the first administrator',
  SUPERADMIN_PASSWORD: 'password of the first administrator',
  COOKIE_SECRET: '32 or more random characters; signs session cookies',
} as const

/** For builds that load a store's configuration and start nothing. */
export const BUILD_ENVIRONMENT: Readonly<Record<keyof typeof REQUIRED, string>> = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing',
  PORT: '3000',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  STOREFRONT_URL: 'http://127.0.0.1:3000',
  CRAFTGATE_URL: 'sandbox',
  CRAFTGATE_API_KEY: 'build',
  CRAFTGATE_SECRET_KEY: 'build',
  CRAFTGATE_WEBHOOK_KEY: 'build',
  CRAFTGATE_CALLBACK_KEY: 'build',
  LINK_SECRET: 'a build signs no links whatever it loads',
  SUPERADMIN_USERNAME: 'build',
  SUPERADMIN_PASSWORD: 'build',
  COOKIE_SECRET: 'a build signs no cookies, whatever it loads',
}

/**
 * Reads the environment of the process.
 * @throws Error with one line for each variable that is missing or wrong.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): StoreEnvironment {
  const problems = [...missing(env), ...unreadable(env)]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const get = (name: keyof typeof REQUIRED) => env[name]?.trim() ?? ''
  return {
    databaseUrl: get('DATABASE_URL'),
    port: Number(env.PORT),
    publicUrl: get('PUBLIC_URL'),
    storefrontUrl: get('STOREFRONT_URL'),
    craftgate: {
      environment: get('CRAFTGATE_URL'),
      apiKey: get('CRAFTGATE_API_KEY'),
      secretKey: get('CRAFTGATE_SECRET_KEY'),
      webhookKey: get('CRAFTGATE_WEBHOOK_KEY'),
      callbackKey: get('CRAFTGATE_CALLBACK_KEY'),
      linkSecret: get('LINK_SECRET'),
      reconcileSchedule: env.RECONCILE_SCHEDULE,
      reconcileAfterSeconds: env.RECONCILE_AFTER_SECONDS ? Number(env.RECONCILE_AFTER_SECONDS) : undefined,
    },
    alerts: alertsOf(env),
    superadmin: { identifier: get('SUPERADMIN_USERNAME'), password: get('SUPERADMIN_PASSWORD') },
    cookieSecret: get('COOKIE_SECRET'),
    assetDir: env.ASSET_DIR,
    jobPollMs: 500,
  }
}

/** The plugin says what is wrong with them. */
function alertsOf({
  ALERTS_WEBHOOK_URL: url,
  ALERTS_WEBHOOK_SECRET: secret = '',
  ALERTS_REPEAT_MINUTES: minutes,
}: Readonly<Record<string, string | undefined>>): StoreEnvironment['alerts'] {
  return url
    ? { webhook: { url, secret }, repeatMinutes: minutes === undefined ? undefined : Number(minutes) }
    : undefined
}

function missing(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(REQUIRED)
    .filter(([name]) => !env[name]?.trim())
    .map(([name, meaning]) => `${name} is missing: ${meaning}`)
}

function unreadable({
  PORT,
  RECONCILE_AFTER_SECONDS,
}: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = []
  if (PORT?.trim() && !(isWhole(PORT) && Number(PORT) > 0 && Number(PORT) < 65_536))
    problems.push(`PORT must be a port number, not '${PORT}'`)
  if (RECONCILE_AFTER_SECONDS && !isWhole(RECONCILE_AFTER_SECONDS)) {
    problems.push(
      `RECONCILE_AFTER_SECONDS must be a whole number of seconds, not '${RECONCILE_AFTER_SECONDS}'`,
    )
  }
  return problems
}

const isWhole = (text: string) => /^\d+$/.test(text)
