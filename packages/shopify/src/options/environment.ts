import { parseConfiguration, z } from '@craftgate-commerce/core/adapter'
import { type AppOptions, appOptions } from './app-options'

export type Environment = Readonly<Record<string, string | undefined>>

/** A variable that is set to nothing is absent: that is how compose files and shells write it. */
const withoutBlanks = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()))

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((part) => (part.trim() ? [part.trim()] : []))

const SWITCH = new Map([
  ...['true', '1', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off'].map((word) => [word, false] as const),
])

/** Another word stays what it is, for the options to refuse. */
const switchOf = (text: string | undefined): boolean | string | undefined =>
  SWITCH.get(text?.trim().toLowerCase() ?? '') ?? text

function mtlsOf(env: Environment): unknown {
  const mode = env.SHOPIFY_MTLS ?? 'direct'
  if (mode === 'off') return { mode }
  if (mode === 'proxy')
    return { mode, secret: env.SHOPIFY_MTLS_PROXY_SECRET, proxies: listOf(env.SHOPIFY_MTLS_PROXIES) }
  return {
    mode,
    caFile: env.SHOPIFY_CA_FILE,
    certificateFile: env.TLS_CERTIFICATE_FILE,
    keyFile: env.TLS_KEY_FILE,
    port: env.SESSION_PORT ?? '8443',
  }
}

const numberOf = (text: string | undefined): number | string | undefined =>
  text === undefined || Number.isNaN(Number(text)) ? text : Number(text)

/** A number, or a word that switches the limit off. */
const limitOf = (text: string | undefined): number | boolean | string | undefined => {
  const number = numberOf(text)
  return typeof number === 'number' ? number : switchOf(text)
}

/** What is no JSON stays text, for the options to refuse. */
function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** On as soon as one of its variables is set; without a webhook it says how shops' own alerts are told. */
function alertsOf(env: Environment): unknown {
  const { ALERTS_WEBHOOK_URL: url, ALERTS_WEBHOOK_SECRET: secrets, ALERTS_LANGUAGE: language } = env
  const repeatMinutes = numberOf(env.ALERTS_REPEAT_MINUTES)
  const list = listOf(secrets)
  const hasWebhook = url !== undefined || secrets !== undefined
  if (!hasWebhook && language === undefined && repeatMinutes === undefined) return undefined
  const webhook = { url, secret: list.length > 1 ? list : list[0] }
  return { ...(hasWebhook && { webhook }), language, repeatMinutes }
}

const alertMailOf = ({ ALERTS_SMTP_URL: server, ALERTS_MAIL_FROM: from }: Environment): unknown =>
  server === undefined && from === undefined ? undefined : { server, from }

const optionsOf = (env: Environment, checkout: unknown): unknown => ({
  publicUrl: env.PUBLIC_URL,
  port: env.PORT ?? '3100',
  host: env.HOST,
  databaseUrl: env.DATABASE_URL,
  pools: { app: env.DATABASE_POOL_SIZE, jobs: env.JOB_POOL_SIZE },
  shutdownDelaySeconds: env.SHUTDOWN_DELAY_SECONDS ?? (env.NODE_ENV === 'production' ? '5' : '0'),
  shopify: {
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    emulator: env.SHOPIFY_EMULATOR,
    deadlineMs: env.SHOPIFY_DEADLINE_MS,
  },
  craftgate: { emulator: env.CRAFTGATE_EMULATOR },
  mtls: mtlsOf(env),
  appSecret: env.APP_SECRET,
  encryptionKeys: env.ENCRYPTION_KEYS,
  trustedProxies: listOf(env.TRUSTED_PROXIES),
  retryScale: env.RETRY_SCALE,
  reconcileJob: switchOf(env.RECONCILE_JOB),
  reconcileAfterSeconds: env.RECONCILE_AFTER_SECONDS,
  requestsPerMinute: limitOf(env.REQUESTS_PER_MINUTE),
  checkout: checkout ?? jsonOf(env.CHECKOUT),
  worker: switchOf(env.WORKER),
  alerts: alertsOf(env),
  alertMail: alertMailOf(env),
  retention: {
    paidDays: numberOf(env.RETENTION_PAID_DAYS),
    unpaidDays: numberOf(env.RETENTION_UNPAID_DAYS),
    webhookDays: numberOf(env.RETENTION_WEBHOOK_DAYS),
    contactDays: numberOf(env.RETENTION_CONTACT_DAYS),
  },
  production: env.NODE_ENV === 'production',
})

/** The options, where each issue bears the name of the variable. */
const environment = (checkout: unknown) =>
  z.custom<Environment>().transform((env, context): AppOptions => {
    const { data, error } = appOptions.safeParse(optionsOf(withoutBlanks(env), checkout))
    if (data) return data
    for (const { path, message } of error.issues) {
      const place = path.at(-1)
      const entry = typeof place === 'number' && place > 0 ? `entry ${place + 1} ` : ''
      context.addIssue({ code: 'custom', path: [variableOf(path)], message: `${entry}${message}` })
    }
    return z.NEVER
  })

/**
 * The options of the app from the environment of its process; docs/deployment.md has the list.
 * `checkout`: what stands in for CHECKOUT, and may hold a function of the order.
 * Throws a CraftgateError of kind `configuration`, one line for each wrong variable.
 */
export const readEnvironment = (env: Environment, checkout?: unknown): AppOptions =>
  parseConfiguration(environment(checkout), env)

/** Which variable of the environment sets which option. */
const VARIABLES: Readonly<Record<string, string>> = {
  publicUrl: 'PUBLIC_URL',
  port: 'PORT',
  host: 'HOST',
  databaseUrl: 'DATABASE_URL',
  'pools.app': 'DATABASE_POOL_SIZE',
  'pools.jobs': 'JOB_POOL_SIZE',
  shutdownDelaySeconds: 'SHUTDOWN_DELAY_SECONDS',
  'shopify.apiKey': 'SHOPIFY_API_KEY',
  'shopify.apiSecretKey': 'SHOPIFY_API_SECRET',
  'shopify.emulator': 'SHOPIFY_EMULATOR',
  'shopify.deadlineMs': 'SHOPIFY_DEADLINE_MS',
  'craftgate.emulator': 'CRAFTGATE_EMULATOR',
  'mtls.mode': 'SHOPIFY_MTLS',
  'mtls.secret': 'SHOPIFY_MTLS_PROXY_SECRET',
  'mtls.proxies': 'SHOPIFY_MTLS_PROXIES',
  'mtls.caFile': 'SHOPIFY_CA_FILE',
  'mtls.certificateFile': 'TLS_CERTIFICATE_FILE',
  'mtls.keyFile': 'TLS_KEY_FILE',
  'mtls.port': 'SESSION_PORT',
  appSecret: 'APP_SECRET',
  encryptionKeys: 'ENCRYPTION_KEYS',
  trustedProxies: 'TRUSTED_PROXIES',
  retryScale: 'RETRY_SCALE',
  reconcileJob: 'RECONCILE_JOB',
  reconcileAfterSeconds: 'RECONCILE_AFTER_SECONDS',
  requestsPerMinute: 'REQUESTS_PER_MINUTE',
  worker: 'WORKER',
  'alerts.webhook.url': 'ALERTS_WEBHOOK_URL',
  'alerts.webhook.secret': 'ALERTS_WEBHOOK_SECRET',
  'alertMail.server': 'ALERTS_SMTP_URL',
  'alertMail.from': 'ALERTS_MAIL_FROM',
  'alerts.language': 'ALERTS_LANGUAGE',
  'alerts.repeatMinutes': 'ALERTS_REPEAT_MINUTES',
  'retention.paidDays': 'RETENTION_PAID_DAYS',
  'retention.unpaidDays': 'RETENTION_UNPAID_DAYS',
  'retention.webhookDays': 'RETENTION_WEBHOOK_DAYS',
  'retention.contactDays': 'RETENTION_CONTACT_DAYS',
}

/** The name that whoever set the option knows it by; a place in a list has none of its own. */
export function variableOf(path: readonly PropertyKey[]): string {
  const option = path.filter((part) => typeof part !== 'number').join('.')
  if (path[0] === 'checkout') return ['CHECKOUT', ...path.slice(1).map(String)].join('.')
  return VARIABLES[option] ?? option
}
