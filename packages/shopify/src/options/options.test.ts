import { randomBytes } from 'node:crypto'
import { readEnvironment } from './environment'

const SECRET = 'a-secret-of-more-than-32-characters-in-all'
const KEY = randomBytes(32).toString('base64')

const GOOD = {
  PUBLIC_URL: 'https://app.example.com/',
  DATABASE_URL: 'postgres://app@db/app',
  SHOPIFY_API_KEY: 'client-id',
  SHOPIFY_API_SECRET: SECRET,
  SHOPIFY_CA_FILE: '/etc/ssl/shopify.pem',
  TLS_CERTIFICATE_FILE: '/etc/ssl/app.pem',
  TLS_KEY_FILE: '/etc/ssl/app.key',
  APP_SECRET: SECRET,
  ENCRYPTION_KEYS: `k1:${KEY}`,
  NODE_ENV: 'production',
}

function troublesOf(env: Readonly<Record<string, string | undefined>>): string {
  try {
    readEnvironment(env)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('the environment of a deployment is read', () => {
  const options = readEnvironment({ ...GOOD, TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1' })
  expect(options).toMatchObject({
    publicUrl: 'https://app.example.com',
    port: 3100,
    mtls: { mode: 'direct', port: 8443 },
    trustedProxies: ['10.0.0.0/8', '127.0.0.1'],
    retryScale: 1,
    production: true,
  })
})

test('an empty environment is refused with one line for each key that is missing', () => {
  const troubles = troublesOf({})
  for (const key of [
    'publicUrl',
    'databaseUrl',
    'shopify.apiKey',
    'mtls.caFile',
    'appSecret',
    'encryptionKeys',
  ])
    expect(troubles).toContain(`- ${key}: `)
})

test.each([
  [{ SHOPIFY_MTLS: 'off' }, "mtls.mode: 'off' lets anybody play Shopify"],
  [{ SHOPIFY_MTLS: 'emulator' }, "mtls.mode: 'emulator' lets anybody play Shopify"],
  [{ SHOPIFY_EMULATOR: 'http://127.0.0.1:8100' }, 'shopify.emulator: must be absent in production'],
  [{ CRAFTGATE_EMULATOR: 'http://127.0.0.1:4000' }, 'craftgate.emulator: must be absent in production'],
  [{ PUBLIC_URL: 'http://app.example.com' }, 'publicUrl: must begin with https:// in production'],
  [{ RETRY_SCALE: '0.1' }, 'retryScale: must be 1 in production'],
  [{ PUBLIC_URL: 'https://example.com/craftgate' }, 'publicUrl: publicUrl must have no path'],
  [{ SHOPIFY_MTLS: 'proxy' }, 'mtls.secret: mtls.secret is missing'],
  [{ SHOPIFY_MTLS: 'sometimes' }, "mtls.mode: mtls.mode must be 'direct', 'proxy', 'emulator' or 'off'"],
  [{ ENCRYPTION_KEYS: 'k1:short' }, 'openssl rand -base64 32'],
])('%j does not start', (change, trouble) => {
  expect(troublesOf({ ...GOOD, ...change })).toContain(trouble)
})

test('what is off or emulated may start outside of production', () => {
  expect(
    troublesOf({ ...GOOD, NODE_ENV: undefined, SHOPIFY_MTLS: 'off', PUBLIC_URL: 'http://127.0.0.1:3100' }),
  ).toBe('')
})

test('no message repeats a secret', () => {
  const troubles = troublesOf({ ...GOOD, APP_SECRET: 'short-secret', ENCRYPTION_KEYS: 'k1:c2VjcmV0' })
  expect(troubles).not.toMatch(/short-secret|c2VjcmV0/)
})
