import { type AppOptions, parseAppOptions } from './app-options'

export type Environment = Readonly<Record<string, string | undefined>>

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((part) => (part.trim() ? [part.trim()] : []))

const isOn = (text: string | undefined): boolean => text !== 'false' && text !== '0'

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

/**
 * The options of the app from the environment of its process; docs/deployment.md has the list.
 * Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function readEnvironment(env: Environment): AppOptions {
  return parseAppOptions({
    publicUrl: env.PUBLIC_URL,
    port: env.PORT ?? '3100',
    databaseUrl: env.DATABASE_URL,
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
    reconcileJob: isOn(env.RECONCILE_JOB),
    reconcileAfterSeconds: env.RECONCILE_AFTER_SECONDS,
    worker: isOn(env.WORKER),
    production: env.NODE_ENV === 'production',
  })
}
