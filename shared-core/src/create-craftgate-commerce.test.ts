import { createCraftgateCommerce } from './create-craftgate-commerce'
import { CraftgateError } from './errors'
import type { CraftgateOptions } from './options'
import { MemoryPlatform } from './testing'
import { harnessOptions, orderOf } from './testing/shop-harness'

const make = (over: object) => () =>
  createCraftgateCommerce({
    options: { ...harnessOptions, ...over } as CraftgateOptions,
    platform: new MemoryPlatform(),
  })

const merchant = harnessOptions.merchants.tr

test.each([
  [{ linkSecret: 'short' }, /linkSecret: linkSecret is too short/],
  [{ publicUrl: 'shop.example.com' }, /publicUrl: publicUrl must be an absolute http\(s\) URL/],
  [{ merchants: {} }, /merchants: merchants is empty/],
  [
    { merchants: { tr: { ...merchant, apiKey: '' } } },
    /merchants\.tr\.apiKey: apiKey is empty; find it in Craftgate panel/,
  ],
  [
    { merchants: { tr: { ...merchant, environment: 'prod' } } },
    /merchants\.tr\.environment: environment must be 'live'/,
  ],
  [{ returnOrigins: [] }, /returnOrigins: returnOrigins is empty/],
  [{ checkout: { ttlMinutes: 0 } }, /checkout\.ttlMinutes/],
  [{ webhookkey: 'x' }, /webhookkey/],
])('a wrong option stops the start and is named: %j', (over, line) => {
  expect(make(over)).toThrow(CraftgateError)
  expect(make(over)).toThrow(line)
})

test('two wrong keys are two lines, and no value is repeated', () => {
  const start = make({ linkSecret: 'tell-nobody', publicUrl: 'nowhere' })
  expect(start).toThrow(expect.objectContaining({ kind: 'configuration' }))
  expect(start).toThrow(/^Craftgate options are wrong:\n- publicUrl: .*\n- linkSecret: .*$/)
  expect(start).not.toThrow(/tell-nobody/)
})

test('an attempt is begun with a signed link, and a stranger’s request is a 404', async () => {
  const platform = new MemoryPlatform()
  const order = 'o1'
  platform.addOrder(order, orderOf(1000))
  const commerce = createCraftgateCommerce({ options: harnessOptions, platform })
  const sale = { reference: 'r1', merchant: 'tr', order, expected: { minor: 1000, currency: 'TRY' as const } }
  const { record, payLink } = await commerce.begin(sale)
  expect(record.state).toBe('created')
  expect(payLink).toMatch(/^https:\/\/pay\.shop\.example\.com\/craftgate\/pay\/r1\?sig=[\w-]{43}$/)
  expect((await commerce.handle(new Request('https://pay.shop.example.com/'))).status).toBe(404)
  await commerce.close()
})

test('nobody at Craftgate’s address: the shopper reads so, and nothing is lost', async () => {
  const platform = new MemoryPlatform()
  platform.addOrder('o1', orderOf(1000))
  const merchants = { tr: { ...harnessOptions.merchants.tr, environment: 'http://127.0.0.1:9' } }
  const options = { ...harnessOptions, merchants } as CraftgateOptions
  const commerce = createCraftgateCommerce({ options, platform })
  const expected = { minor: 1000, currency: 'TRY' as const }
  const { payLink } = await commerce.begin({ reference: 'r1', merchant: 'tr', order: 'o1', expected })
  const response = await commerce.handle(new Request(payLink))
  expect([response.status, response.headers.has('retry-after')]).toEqual([503, true])
  expect((await platform.findCheckout({ reference: 'r1' }))?.state).toBe('created')
  await commerce.close()
})
