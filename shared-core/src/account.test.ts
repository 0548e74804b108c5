import { accountOf, apiKeyFingerprint, merchantOf } from './account'
import { parseOptions } from './options/parse-configuration'
import { harnessOptions } from './testing/shop-harness'

const keys = { apiKey: 'key-of-a-merchant', secretKey: 's', webhookKey: 'w', environment: 'sandbox' as const }
const optionsWith = (merchants: Parameters<typeof parseOptions>[0]['merchants']) =>
  parseOptions({ ...harnessOptions, merchants })

const options = optionsWith({
  main: { ...keys, environment: 'live' },
  test: keys,
  local: { ...keys, environment: 'http://127.0.0.1:4000' },
  renamed: { ...keys, environment: 'live', account: 'old-name:live' },
})

test.each([
  ['main', 'main:live'],
  ['test', 'test:sandbox'],
  ['local', 'local:sandbox'],
  ['renamed', 'old-name:live'],
])('the account of %s is %s, and leads back to it', (merchant, account) => {
  expect(accountOf(options, merchant)).toBe(account)
  expect(merchantOf(options, account)).toBe(merchant)
})

test('an account whose keys nobody has is told as what it is', () => {
  expect(() => merchantOf(options, 'main:sandbox')).toThrow(
    expect.objectContaining({ kind: 'configuration', code: 'unknown-account' }),
  )
  expect(() => accountOf(options, 'nobody')).toThrow(expect.objectContaining({ code: 'unknown-merchant' }))
})

test('a change of keys is a change of the fingerprint, and not of the account', () => {
  const changed = optionsWith({ main: { ...keys, apiKey: 'another', environment: 'live' } })
  expect(accountOf(changed, 'main')).toBe('main:live')
  expect(apiKeyFingerprint(changed, 'main:live')).not.toBe(apiKeyFingerprint(options, 'main:live'))
  expect(apiKeyFingerprint(options, 'main:live')).not.toContain('key')
})

test('two merchants of one account are refused at the start', () => {
  const twice = { a: { ...keys, account: 'same' }, b: { ...keys, account: 'same' } }
  expect(() => optionsWith(twice)).toThrow(/merchants: two have the account 'same'/)
})
