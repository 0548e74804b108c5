import { readEnvironment } from './environment'

const whole = {
  DATABASE_URL: 'postgres://user:password@127.0.0.1:5432/shop',
  PORT: '3000',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  STOREFRONT_URL: 'http://127.0.0.1:8000',
  CRAFTGATE_URL: 'http://127.0.0.1:4000',
  CRAFTGATE_API_KEY: 'api',
  CRAFTGATE_SECRET_KEY: 'secret',
  CRAFTGATE_WEBHOOK_KEY: 'webhook',
  CRAFTGATE_CALLBACK_KEY: 'callback',
  LINK_SECRET: 'thirty-two characters or even more',
  SUPERADMIN_USERNAME: 'superadmin',
  SUPERADMIN_PASSWORD: 'a password',
  COOKIE_SECRET: 'thirty-two characters or even more',
}

const problems = (env: Record<string, string | undefined>): string[] => {
  try {
    readEnvironment(env)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
}

test('a whole environment is read', () => {
  expect(readEnvironment(whole)).toMatchObject({ port: 3000, craftgate: { apiKey: 'api' }, jobPollMs: 500 })
})

test.each(Object.keys(whole))('%s missing or blank is one line that names it', (name) => {
  for (const value of [undefined, ' ']) {
    expect(problems({ ...whole, [name]: value })).toEqual([expect.stringMatching(`^${name} is missing: `)])
  }
})

test('keys that the panel shows say where', () => {
  expect(problems({ ...whole, CRAFTGATE_WEBHOOK_KEY: '' })[0]).toContain('Üye İşyeri Webhook Key')
})

test('everything that is missing is listed at once', () => {
  expect(problems({})).toHaveLength(Object.keys(whole).length)
})

test.each(['0', '70000', 'abc', '3000.5'])('%s is no port', (port) => {
  expect(problems({ ...whole, PORT: port })).toEqual([`PORT must be a port number, not '${port}'`])
})

test.each(['x', '-1', '1.5'])('reconcile after %s seconds is refused', (seconds) => {
  expect(problems({ ...whole, RECONCILE_AFTER_SECONDS: seconds })).toEqual([
    `RECONCILE_AFTER_SECONDS must be a whole number of seconds, not '${seconds}'`,
  ])
})
