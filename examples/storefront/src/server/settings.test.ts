import { readSettings } from './settings'

test('a Vendure shop', () => {
  expect(readSettings({ VENDURE_URL: 'http://127.0.0.1:3000/', PORT: '8100' })).toEqual({
    port: 8100,
    shopUrl: 'http://127.0.0.1:3000',
    config: { backend: 'vendure', channel: 'turkiye' },
  })
})

test('a Medusa shop', () => {
  expect(readSettings({ MEDUSA_URL: 'http://127.0.0.1:9000', MEDUSA_PUBLISHABLE_KEY: 'pk_1' })).toEqual({
    port: 8000,
    shopUrl: 'http://127.0.0.1:9000',
    config: { backend: 'medusa', publishableKey: 'pk_1', regionCountry: 'tr' },
  })
})

test.each([
  ['VENDURE_URL or MEDUSA_URL is missing', {}],
  ['both set', { VENDURE_URL: 'http://a', MEDUSA_URL: 'http://b' }],
  ['MEDUSA_PUBLISHABLE_KEY is missing', { MEDUSA_URL: 'http://b' }],
])('%s', (words, env) => {
  expect(() => readSettings(env)).toThrow(words)
})
