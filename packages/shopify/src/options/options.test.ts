import { randomBytes } from 'node:crypto'
import { parseAppOptions } from './app-options'
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

function problemsOf(env: Readonly<Record<string, string | undefined>>): string {
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

test('an empty environment is refused with one line for each variable that is missing', () => {
  const lines = problemsOf({}).split('\n').slice(1)
  expect(lines.map((line) => /^- ([A-Z_]+): /.exec(line)?.[1])).toEqual([
    'PUBLIC_URL',
    'DATABASE_URL',
    'SHOPIFY_API_KEY',
    'SHOPIFY_API_SECRET',
    'SHOPIFY_CA_FILE',
    'TLS_CERTIFICATE_FILE',
    'TLS_KEY_FILE',
    'APP_SECRET',
    'ENCRYPTION_KEYS',
  ])
})

test('a program that passes options is told of options', () => {
  const parse = () => parseAppOptions({ publicUrl: 'nowhere', mtls: { mode: 'proxy', proxies: [] } })
  expect(parse).toThrow('- publicUrl: must be an absolute http(s) URL\n')
  expect(parse).toThrow('- mtls.secret: is missing')
})

const PROXY = { SHOPIFY_MTLS: 'proxy', SHOPIFY_MTLS_PROXY_SECRET: SECRET }

test.each([
  [{ SHOPIFY_MTLS: 'off' }, "SHOPIFY_MTLS: 'off' lets anybody play Shopify"],
  [{ SHOPIFY_MTLS: 'emulator' }, "SHOPIFY_MTLS: 'emulator' lets anybody play Shopify"],
  [{ SHOPIFY_EMULATOR: 'http://127.0.0.1:8100' }, 'SHOPIFY_EMULATOR: must be absent in production'],
  [{ CRAFTGATE_EMULATOR: 'http://127.0.0.1:4000' }, 'CRAFTGATE_EMULATOR: must be absent in production'],
  [{ PUBLIC_URL: 'http://app.example.com' }, 'PUBLIC_URL: must begin with https:// in production'],
  [{ RETRY_SCALE: '0.1' }, 'RETRY_SCALE: must be 1 in production'],
  [{ RETRY_SCALE: '2' }, 'RETRY_SCALE: must be a number above 0 and at most 1'],
  [{ PUBLIC_URL: 'https://example.com/craftgate' }, 'PUBLIC_URL: must have no path'],
  [{ PORT: 'http' }, 'PORT: must be a port number, 0 to 65535'],
  [{ SESSION_PORT: '70000' }, 'SESSION_PORT: must be a port number, 0 to 65535'],
  [{ SHOPIFY_DEADLINE_MS: 'x' }, 'SHOPIFY_DEADLINE_MS: must be a number of milliseconds, 100 or more'],
  [{ SHOPIFY_DEADLINE_MS: '99' }, 'SHOPIFY_DEADLINE_MS: must be a number of milliseconds, 100 or more'],
  [{ RECONCILE_AFTER_SECONDS: '1.5' }, 'RECONCILE_AFTER_SECONDS: must be a number of seconds, 0 to 86400'],
  [
    { DATABASE_URL: 'mysql://db/app' },
    'DATABASE_URL: must be the address of a PostgreSQL database: postgres://',
  ],
  [{ DATABASE_POOL_SIZE: '3' }, 'DATABASE_POOL_SIZE: must be a number of connections, 4 to 200'],
  [{ JOB_POOL_SIZE: 'many' }, 'JOB_POOL_SIZE: must be a number of connections, 1 to 50'],
  [{ SHUTDOWN_DELAY_SECONDS: '-1' }, 'SHUTDOWN_DELAY_SECONDS: must be a number of seconds, 0 to 300'],
  [{ PORT: '8443' }, 'SESSION_PORT: must be another port than that of the public address'],
  [
    { RETENTION_PAID_DAYS: '30' },
    "RETENTION_PAID_DAYS: must be a whole number of days, at least 400, or 'forever'",
  ],
  [{ RETENTION_CONTACT_DAYS: 'never' }, 'RETENTION_CONTACT_DAYS: must be a whole number of days'],
  [{ RECONCILE_JOB: 'never' }, 'RECONCILE_JOB: must be true or false'],
  [{ REQUESTS_PER_MINUTE: '0' }, 'REQUESTS_PER_MINUTE: must be a whole number of 1 or more, or false'],
  [{ REQUESTS_PER_MINUTE: 'many' }, 'REQUESTS_PER_MINUTE: must be a whole number of 1 or more, or false'],
  [{ CHECKOUT: '{' }, 'CHECKOUT: must be an object of options'],
  [{ CHECKOUT: '{"paymentGroup":"GOODS"}' }, 'CHECKOUT.paymentGroup: '],
  [{ CHECKOUT: '{"enabledPaymentMethods":["CASH"]}' }, 'CHECKOUT.enabledPaymentMethods.0: is no way to pay'],
  [{ CHECKOUT: '{"method":"CASH"}' }, 'CHECKOUT.method: is no way to pay that can be opened alone'],
  [{ CHECKOUT: '{"cardEntry":"server"}' }, "CHECKOUT.cardEntry: must be 'hosted': Shopify lets card numbers"],
  [{ WORKER: '2' }, 'WORKER: must be true or false'],
  [{ SHOPIFY_MTLS: 'proxy' }, 'SHOPIFY_MTLS_PROXY_SECRET: is missing'],
  [PROXY, 'SHOPIFY_MTLS_PROXIES: is empty'],
  [{ ...PROXY, SHOPIFY_MTLS_PROXIES: '10.0.0.0/33' }, 'SHOPIFY_MTLS_PROXIES: entry 1 must be an IP address'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8, balancer' }, 'TRUSTED_PROXIES: entry 2 must be an IP address'],
  [{ APP_SECRET: 'a'.repeat(40) }, 'APP_SECRET: is easily guessed'],
  [{ SHOPIFY_MTLS: 'sometimes' }, "SHOPIFY_MTLS: must be 'direct', 'proxy', 'emulator' or 'off'"],
  [{ ENCRYPTION_KEYS: 'k1:short' }, 'ENCRYPTION_KEYS: an encryption key is written id:base64'],
])('%j does not start', (change, lastError) => {
  expect(problemsOf({ ...GOOD, ...change })).toContain(lastError)
})

test('secrets that are changed are lists, the newest first; each of them has to be a good one', () => {
  const OLD = 'the-secret-of-before-with-32-characters-or-more'
  const options = readEnvironment({ ...GOOD, APP_SECRET: `${SECRET}, ${OLD}`, SHOPIFY_API_SECRET: 'new,old' })
  expect(options.appSecret).toEqual([SECRET, OLD])
  expect(options.shopify.apiSecretKey).toEqual(['new', 'old'])
  expect(problemsOf({ ...GOOD, APP_SECRET: `${SECRET},short` })).toContain(
    '- APP_SECRET: entry 2 is too short',
  )
  expect(problemsOf({ ...GOOD, APP_SECRET: 'abc'.repeat(20) })).toContain('- APP_SECRET: is easily guessed')
  expect(problemsOf({ ...GOOD, SHOPIFY_API_SECRET: 'new,' })).toContain(
    '- SHOPIFY_API_SECRET: entry 2 is empty',
  )
})

test('what is off or emulated may start outside of production', () => {
  expect(
    problemsOf({ ...GOOD, NODE_ENV: undefined, SHOPIFY_MTLS: 'off', PUBLIC_URL: 'http://127.0.0.1:3100' }),
  ).toBe('')
})

test.each([
  [undefined, 60],
  ['600', 600],
  ['false', false],
  ['off', false],
])('the limit of an address (%s) is %s', (text, limit) => {
  expect(readEnvironment({ ...GOOD, REQUESTS_PER_MINUTE: text }).requestsPerMinute).toBe(limit)
})

test('the payment page of every shop is set as JSON', () => {
  const { checkout } = readEnvironment({ ...GOOD, CHECKOUT: '{"paymentGroup":"PRODUCT","ttlMinutes":20}' })
  expect(checkout).toMatchObject({ paymentGroup: 'PRODUCT', ttlMinutes: 20 })
})

test('a variable that is set to nothing is absent', () => {
  const blank = { PORT: '', SESSION_PORT: ' ', SHOPIFY_MTLS: '', SHOPIFY_DEADLINE_MS: '', WORKER: '' }
  expect(readEnvironment({ ...GOOD, ...blank })).toEqual(readEnvironment(GOOD))
  expect(problemsOf({ ...GOOD, SHOPIFY_API_KEY: '' })).toContain('SHOPIFY_API_KEY: is missing')
})

test.each([
  ['false', false],
  ['0', false],
  ['no', false],
  ['OFF', false],
  ['True', true],
  ['1', true],
  ['yes', true],
  ['on', true],
])('%s switches the jobs', (word, isOn) => {
  const options = readEnvironment({ ...GOOD, RECONCILE_JOB: word, WORKER: word })
  expect(options).toMatchObject({ reconcileJob: isOn, worker: isOn })
})

test('no message repeats a value', () => {
  const wrong = { APP_SECRET: 'short-value', ENCRYPTION_KEYS: 'k1:c2VjcmV0', TRUSTED_PROXIES: 'a-value' }
  const problems = problemsOf({ ...GOOD, ...wrong, WORKER: 'a-value', PORT: 'a-value' })
  expect(problems.split('\n')).toHaveLength(6)
  expect(problems).not.toMatch(/short-value|c2VjcmV0|a-value/)
})

describe('alerts', () => {
  const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
  const ALERTS_WEBHOOK_URL = 'https://hooks.example.com/craftgate'

  test('are off without their variables, and on with them', () => {
    expect(readEnvironment(GOOD).alerts).toBeUndefined()
    const set = { ALERTS_WEBHOOK_URL, ALERTS_WEBHOOK_SECRET: SECRET, ALERTS_REPEAT_MINUTES: '15' }
    const webhook = { url: ALERTS_WEBHOOK_URL, secret: SECRET }
    expect(readEnvironment({ ...GOOD, ...set }).alerts).toEqual({
      webhook,
      language: 'tr',
      repeatMinutes: 15,
    })
    const rotated = { ...set, ALERTS_WEBHOOK_SECRET: `${SECRET}, ${SECRET}` }
    expect(readEnvironment({ ...GOOD, ...rotated }).alerts?.webhook?.secret).toEqual([SECRET, SECRET])
  })

  test('mails of shops have a server, and their language where the deployment itself is told nothing', () => {
    const set = {
      ALERTS_SMTP_URL: 'smtps://me:word@mail.example.com',
      ALERTS_MAIL_FROM: 'alerts@example.com',
    }
    const { alerts, alertMail } = readEnvironment({ ...GOOD, ...set, ALERTS_LANGUAGE: 'en' })
    expect(alertMail).toEqual({ server: set.ALERTS_SMTP_URL, from: set.ALERTS_MAIL_FROM })
    expect(alerts).toEqual({ language: 'en', repeatMinutes: 60 })
  })

  test.each([
    [{ ALERTS_SMTP_URL: 'smtps://mail.example.com' }, /ALERTS_MAIL_FROM: must be a mail address/],
    [
      { ALERTS_SMTP_URL: 'https://mail.example.com', ALERTS_MAIL_FROM: 'a@b.example' },
      /ALERTS_SMTP_URL: must be smtps/,
    ],
    [{ ALERTS_WEBHOOK_URL }, /ALERTS_WEBHOOK_SECRET: /],
    [{ ALERTS_WEBHOOK_SECRET: SECRET }, /ALERTS_WEBHOOK_URL: must be an absolute https URL/],
    [{ ALERTS_WEBHOOK_URL: 'http://example.com', ALERTS_WEBHOOK_SECRET: SECRET }, /ALERTS_WEBHOOK_URL: /],
    [
      { ALERTS_WEBHOOK_URL, ALERTS_WEBHOOK_SECRET: SECRET, ALERTS_LANGUAGE: 'de' },
      /ALERTS_LANGUAGE: must be 'tr'/,
    ],
  ])('a wrong variable is named: %j', (wrong, message) => {
    expect(problemsOf({ ...GOOD, ...wrong })).toMatch(message)
  })
})
