/** Which variable of the environment sets which option. */
const VARIABLES: Readonly<Record<string, string>> = {
  publicUrl: 'PUBLIC_URL',
  port: 'PORT',
  databaseUrl: 'DATABASE_URL',
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
  worker: 'WORKER',
}

/** The name that whoever set the option knows it by. */
export function variableOf(path: readonly PropertyKey[]): string {
  const option = path.map(String).join('.')
  return VARIABLES[option] ?? option
}
