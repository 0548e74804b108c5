import { inspect } from 'node:util'
import { type CommerceDependencies, createCraftgateCommerce } from './create-craftgate-commerce'
import { CraftgateError } from './errors'
import { silentLogger } from './logger'
import type { CraftgateOptions } from './options/options'
import { MemoryPlatform } from './testing'
import { harnessOptions, orderOf } from './testing/shop-harness'

const make = (over: object) => () =>
  createCraftgateCommerce({
    options: { ...harnessOptions, ...over } as CraftgateOptions,
    platform: new MemoryPlatform(),
  })

const merchant = harnessOptions.merchants.tr

const CHECKOUT = 'checkout.enabled'

test.each([
  [{ linkSecret: 'short' }, 'linkSecret: is too short; use 32 or more random characters'],
  [{ linkSecret: 'a'.repeat(40) }, 'linkSecret: is easily guessed'],
  [
    { linkSecret: `${harnessOptions.linkSecret},short` },
    'linkSecret: is too short; use 32 or more random characters (openssl rand -base64 32); a comma begins another one',
  ],
  [{ linkSecret: 'supersecret'.repeat(4) }, 'linkSecret: is easily guessed'],
  [{ linkSecret: `${harnessOptions.linkSecret}\n` }, 'linkSecret: begins or ends with a blank'],
  [{ publicUrl: 'shop.example.com' }, 'publicUrl: must be an absolute http(s) URL'],
  [{ merchants: {} }, 'merchants: is empty'],
  [
    { merchants: { tr: { ...merchant, apiKey: '' } } },
    'merchants.tr.apiKey: is empty; find it in Craftgate panel',
  ],
  [
    { merchants: { tr: { ...merchant, apiKey: ' api' } } },
    'merchants.tr.apiKey: has a blank, a line break or a letter',
  ],
  [{ merchants: { tr: { ...merchant, secretKey: 's\n' } } }, 'merchants.tr.secretKey: has a blank'],
  [
    { merchants: { tr: { ...merchant, environment: 'prod' } } },
    "merchants.tr.environment: must be 'live', 'sandbox', or",
  ],
  [
    { merchants: { tr: { ...merchant, environment: undefined } } },
    "merchants.tr.environment: is missing; name 'live'",
  ],
  [
    { merchants: { tr: { ...merchant, key: 'x' } } },
    'merchants.tr.key: is no option; there are apiKey, secretKey',
  ],
  [
    { merchants: merchant },
    'merchants.apiKey, merchants.secretKey, merchants.webhookKey, merchants.environment: must be the keys of a merchant, under a name of yours',
  ],
  [
    { ...merchant },
    'apiKey, secretKey, webhookKey, environment: belongs to a merchant, under a name of yours: merchants: { main:',
  ],
  [{ returnOrigins: [] }, 'returnOrigins: is empty'],
  [{ checkout: { ttlMinutes: 0 } }, 'checkout.ttlMinutes: must be 1 or more'],
  [
    { checkout: { enabledInstallments: [1, 18] } },
    `${CHECKOUT}Installments.1: must be whole numbers from 1 to 12`,
  ],
  [
    { checkout: { enabledInstallments: ['3'] } },
    `${CHECKOUT}Installments.0: must be whole numbers from 1 to 12`,
  ],
  [
    { checkout: { enabledPaymentMethods: ['CARD', 'MASTER_PASS'] } },
    `${CHECKOUT}PaymentMethods.1: is no way to pay that Craftgate knows; it knows CARD, MASTERPASS,`,
  ],
  [
    { checkout: { enabledPaymentMethods: 'CARD' } },
    `${CHECKOUT}PaymentMethods: must be a list of Craftgate's names`,
  ],
  [{ checkout: { threeDSecure: 'yes' } }, "checkout.threeDSecure: must be 'always', 'never', or rules"],
  [
    { checkout: { threeDSecure: { above: { TRY: 'much' } } } },
    'checkout.threeDSecure.above: must be amounts above 0',
  ],
  [
    { checkout: { allowOnlyStoredCards: true, alwaysStoreCard: true } },
    'checkout.allowOnlyStoredCards: contradicts alwaysStoreCard',
  ],
  [
    { checkout: { disableStoreCard: true, alwaysStoreCard: true } },
    'checkout.disableStoreCard: contradicts alwaysStoreCard',
  ],
  [{ checkout: { returnBackUrl: '/cart' } }, 'checkout.returnBackUrl: must be an absolute http(s) URL'],
  [
    { checkout: { returnBackUrl: 'https://other.example.com/cart' } },
    'checkout.returnBackUrl: its origin is not in returnOrigins',
  ],
  [{ checkout: { orderId: 'one' } }, 'checkout.orderId: is no option; there are ttlMinutes'],
  [{ checkout: { cardEntry: 'shop' } }, "checkout.cardEntry: must be 'hosted' or 'server'"],
  [
    { publicUrl: 'http://pay.shop.example.com', checkout: { cardEntry: 'server' } },
    "checkout.cardEntry: 'server' needs a publicUrl that begins with https://",
  ],
  [{ partialRefunds: 'some' }, "partialRefunds: must be 'proportional' or 'price'"],
  [{ webhookkey: 'x' }, 'webhookkey: is no option; there are publicUrl, basePath,'],
])('a wrong option stops the start and is named: %j', (over, line) => {
  expect(make(over)).toThrow(CraftgateError)
  expect(make(over)).toThrow(`\n- ${line}`)
})

test('two wrong keys are two lines, and no value is repeated', () => {
  const start = make({ linkSecret: 'tell-nobody', publicUrl: 'nowhere' })
  expect(start).toThrow(expect.objectContaining({ kind: 'configuration' }))
  expect(start).toThrow(/^Craftgate options are wrong:\n- publicUrl: .*\n- linkSecret: .*$/)
  expect(start).not.toThrow(/tell-nobody/)
})

test('the list of what is wrong stands once in the printed error, and in one language', () => {
  const thrown = (): unknown => {
    try {
      make({ linkSecret: 'short', checkout: { ttlMinutes: 0 } })()
    } catch (error) {
      return error
    }
    return undefined
  }
  const printed = inspect(thrown()).split('is too short')
  expect(printed).toHaveLength(2)
  expect(thrown()).toMatchObject({ merchantMessage: { tr: expect.not.stringMatching(/linkSecret/) } })
})

test('without options every key that is missing is a line', () => {
  const start = () =>
    createCraftgateCommerce({ platform: new MemoryPlatform() } as unknown as CommerceDependencies)
  expect(start).toThrow(
    /^Craftgate options are wrong:\n- publicUrl: is missing.*\n- linkSecret: is missing.*\n- merchants: is missing; write the keys.*\n- returnOrigins: is missing.*$/,
  )
})

test.each([
  [
    'keys of the sandbox on a server that serves customers',
    { merchants: { tr: merchant } },
    true,
    1,
    /^merchants\.tr\.environment is not 'live' in production/,
  ],
  ['the same elsewhere', { merchants: { tr: merchant } }, false, 0, undefined],
  [
    'real money at an address without encryption',
    { publicUrl: 'http://shop.example.com', merchants: { tr: { ...merchant, environment: 'live' } } },
    true,
    1,
    /^publicUrl begins with http:\/\/ and merchants\.tr\.environment takes real money/,
  ],
  [
    'real money at an encrypted address',
    { merchants: { tr: { ...merchant, environment: 'live' } } },
    true,
    0,
    undefined,
  ],
  [
    'card numbers that pass this server',
    { checkout: { cardEntry: 'server' } },
    false,
    1,
    /^checkout\.cardEntry is 'server': .* PCI DSS SAQ D/,
  ],
  [
    'the same on a machine of one’s own, without encryption',
    { publicUrl: 'http://127.0.0.1:9000', checkout: { cardEntry: 'server' } },
    false,
    1,
    /PCI DSS SAQ D/,
  ],
])('%s: a line in the log where it is a risk', (_what, over, production, count, line) => {
  const warnings: string[] = []
  const logger = { ...silentLogger, warn: (message: string) => warnings.push(message) }
  const options = { ...harnessOptions, ...over } as CraftgateOptions
  createCraftgateCommerce({ options, platform: new MemoryPlatform(), logger, production })
  expect(warnings).toHaveLength(count)
  if (line) expect(warnings[0]).toMatch(line)
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
