import { type CraftgatePluginOptions, parsePluginOptions } from './plugin-options'

const merchant = { apiKey: 'a', secretKey: 'very-secret', webhookKey: 'w', environment: 'sandbox' as const }
const good: CraftgatePluginOptions = {
  publicUrl: 'https://api.example.com',
  linkSecret: 'a link secret of thirty-two characters or more',
  merchants: { tr: merchant },
  returnUrl: 'https://shop.example.com/order/{reference}',
}

const wrong = (change: Record<string, unknown>): string => {
  try {
    parsePluginOptions({ ...good, ...change })
  } catch (error) {
    return String(error)
  }
  throw new Error('The options were taken')
}

test('the origin of the return template is allowed, and nothing else', () => {
  expect(parsePluginOptions(good).core.returnOrigins).toEqual(['https://shop.example.com'])
})

test('the only merchant serves every channel', () => {
  expect(parsePluginOptions(good).merchantOf('any')).toBe('tr')
})

test('with named channels only those are served, unless there is a default', () => {
  const two = { ...good, merchants: { tr: merchant, eu: merchant }, channels: { 'eu-token': 'eu' } }
  const named = parsePluginOptions(two)
  expect([named.merchantOf('eu-token'), named.merchantOf('other')]).toEqual(['eu', undefined])
  expect(parsePluginOptions({ ...two, defaultMerchant: 'tr' }).merchantOf('other')).toBe('tr')
})

test.each([
  ['publicUrl', { publicUrl: 'api.example.com' }, 'publicUrl: must be an absolute http(s) URL'],
  ['linkSecret', { linkSecret: 'short' }, 'linkSecret: is too short'],
  ['merchants', { merchants: {} }, 'merchants: is empty'],
  [
    'merchants.tr.secretKey',
    { merchants: { tr: { ...merchant, secretKey: '' } } },
    'panel.craftgate.io/manage/api-credentials',
  ],
  ['channels.de-token', { channels: { 'de-token': 'de' } }, "names the merchant 'de'"],
  ['defaultMerchant', { defaultMerchant: 'de' }, "names the merchant 'de'"],
  ['returnUrl', { returnUrl: '/order' }, 'returnUrl: must be an absolute http(s) URL'],
  ['returnUrl', { returnUrl: 'https://{channelToken}.example.com/' }, 'returnUrl: must be'],
  [
    'returnUrl',
    { returnUrl: 'https://shop.example.com/{order}/{}' },
    'returnUrl: has {order}, {}, which stands for nothing; there are {orderCode}',
  ],
  [
    'returnUrl',
    { returnOrigins: ['https://elsewhere.example.com'] },
    'returnUrl: leads to https://shop.example.com, which is not one of returnOrigins',
  ],
  [
    'defaultMerchant',
    { merchants: { tr: merchant, eu: merchant } },
    'defaultMerchant: is missing: there are several merchants (tr, eu)',
  ],
  [
    'apiKey',
    { ...merchant, merchants: undefined },
    'apiKey, secretKey, webhookKey, environment: belongs to a merchant',
  ],
  ['returnOrigins', { returnUrl: () => 'https://shop.example.com' }, 'returnOrigins: is missing'],
  ['reconcileSchedule', { reconcileSchedule: 'often' }, 'reconcileSchedule: must be a cron expression'],
  ['secrets', { secrets: 1 }, 'secrets: is no option'],
])('a wrong %s stops the start with a line that names it', (key, change, says) => {
  const message = wrong(change)
  expect(message).toContain(key)
  expect(message).toContain(says)
  expect(message).not.toContain('very-secret')
})

test('init without options is told each key that is missing', () => {
  const start = () => Reflect.apply(parsePluginOptions, undefined, [])
  expect(start).toThrow(
    /publicUrl: is missing.*\n- linkSecret: is missing.*\n- merchants: is missing.*\n- returnOrigins: .*\n- returnUrl: is missing/,
  )
})

test('what is wrong between options stands in the same list as what is wrong with one', () => {
  const message = wrong({ linkSecret: 'short', defaultMerchant: 'de', channels: { 'de-token': 'de' } })
  expect(message.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^- linkSecret: is too short/),
    expect.stringMatching(/^- channels\.de-token: names the merchant 'de'/),
    expect.stringMatching(/^- defaultMerchant: names the merchant 'de'/),
  ])
})
