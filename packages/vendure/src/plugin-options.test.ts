import { type CraftgatePluginOptions, parsePluginOptions } from './plugin-options'

const merchant = { apiKey: 'a', secretKey: 'very-secret', webhookKey: 'w' }
const good: CraftgatePluginOptions = {
  publicUrl: 'https://api.example.com',
  linkSecret: 'a link secret of thirty-two characters or more',
  merchants: { tr: merchant },
  returnUrl: 'https://shop.example.com/order/{orderCode}?ref={reference}',
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
  ['publicUrl', { publicUrl: 'api.example.com' }, 'publicUrl must be an absolute http(s) URL'],
  ['linkSecret', { linkSecret: 'short' }, 'linkSecret is too short'],
  ['merchants', { merchants: {} }, 'merchants is empty'],
  [
    'merchants.tr.secretKey',
    { merchants: { tr: { ...merchant, secretKey: '' } } },
    'panel.craftgate.io/manage/api-credentials',
  ],
  ['channels.de-token', { channels: { 'de-token': 'de' } }, "names the merchant 'de'"],
  ['defaultMerchant', { defaultMerchant: 'de' }, "names the merchant 'de'"],
  ['returnUrl', { returnUrl: '/order' }, 'returnUrl must be an absolute http(s) URL'],
  ['returnUrl', { returnUrl: 'https://{channelToken}.example.com/' }, 'returnUrl must be'],
  ['returnUrl', { returnUrl: 'https://shop.example.com/{order}' }, 'returnUrl must be'],
  ['returnOrigins', { returnUrl: () => 'https://shop.example.com' }, 'returnOrigins is missing'],
  ['reconcileSchedule', { reconcileSchedule: 'often' }, 'reconcileSchedule must be a cron expression'],
  ['secrets', { secrets: 1 }, 'secrets'],
])('a wrong %s stops the start with a line that names it', (key, change, says) => {
  const message = wrong(change)
  expect(message).toContain(key)
  expect(message).toContain(says)
  expect(message).not.toContain('very-secret')
})
