import { type CraftgatePluginOptions, parsePluginOptions } from './options'

const options: CraftgatePluginOptions = {
  publicUrl: 'https://api.example.com',
  linkSecret: 'a secret of at least thirty-two characters',
  merchants: { main: { apiKey: 'a', secretKey: 's', webhookKey: 'w', environment: 'sandbox' } },
  returnUrl: 'https://shop.example.com/{countryCode}/pay/{reference}',
}

const { main } = options.merchants
const several = { main: main ?? {}, europe: main ?? {} } as CraftgatePluginOptions['merchants']

const wrong = (change: object) => () =>
  parsePluginOptions({ ...options, ...change } as CraftgatePluginOptions)

test('the only merchant is the default, and the origin of the template may be returned to', () => {
  expect(parsePluginOptions(options)).toMatchObject({
    defaultMerchant: 'main',
    mountUrl: 'https://api.example.com/craftgate',
    language: 'tr',
    reconcileJob: true,
    core: { returnOrigins: ['https://shop.example.com'] },
  })
})

test('of several merchants none is the default unless it is named', () => {
  const merchants = several
  expect(parsePluginOptions({ ...options, merchants }).defaultMerchant).toBeUndefined()
  expect(parsePluginOptions({ ...options, merchants, defaultMerchant: 'europe' }).defaultMerchant).toBe(
    'europe',
  )
})

test('a shop that splits its orders names its own workflow for paid carts', () => {
  expect(parsePluginOptions(options).completeCartWorkflow).toBeUndefined()
  const completeCartWorkflow = 'create-vendor-orders'
  expect(parsePluginOptions({ ...options, completeCartWorkflow })).toMatchObject({ completeCartWorkflow })
})

test.each([
  [{ returnUrl: '/pay/{reference}' }, 'returnUrl: must be an absolute'],
  [{ completeCartWorkflow: '' }, 'completeCartWorkflow: must be the id of a workflow'],
  [
    { returnUrl: 'https://shop.example.com/{order}' },
    'returnUrl: has {order}, which stands for nothing; there are {reference}',
  ],
  [{ returnUrl: () => 'https://shop.example.com' }, 'returnOrigins'],
  [{ defaultMerchant: 'toString' }, "names the merchant 'toString'"],
  [{ language: 'de' }, "language: must be 'tr' or 'en'"],
  [{ reconcileJob: 'no' }, 'reconcileJob: must be true or false'],
  [{ linkSecret: 'short' }, 'linkSecret: is too short'],
  [{ merchants: {} }, 'merchants: is empty'],
  [{ basePath: '/pay' }, 'basePath: is no option here'],
  [{ unknownKey: 1 }, 'unknownKey: is no option'],
])('%j is refused with a line that names the key', (change, line) => {
  expect(wrong(change)).toThrow(line)
})

test('the panel is told for Craftgate’s own environments only', () => {
  expect(parsePluginOptions(options).panelUrl('main:sandbox')).toBe('https://sandbox-panel.craftgate.io')
  const merchants = {
    main: { apiKey: 'a', secretKey: 's', webhookKey: 'w', environment: 'http://127.0.0.1:4000' },
  }
  expect(parsePluginOptions({ ...options, merchants }).panelUrl('main:sandbox')).toBeNull()
})

test('the entries at the checkout are checked with the plugin, in one list', () => {
  const start = () =>
    parsePluginOptions(
      { ...options, merchants: several, linkSecret: 'short' },
      {
        craftgate: {},
        eu: { merchant: 'europa' },
        hold: { merchant: 'europe', paymentPhase: 'LATER' },
      },
    )
  const lines = (): unknown[] => {
    try {
      return [start()]
    } catch (error) {
      return String(error).split('\n').slice(1)
    }
  }
  expect(lines()).toEqual([
    expect.stringMatching(/^- linkSecret: is too short/),
    "- providers.hold.paymentPhase: must be 'AUTH' or 'PRE_AUTH'",
  ])
})

test('of several merchants each entry names its own, unless there is a default', () => {
  const start = () =>
    parsePluginOptions({ ...options, merchants: several }, { craftgate: {}, eu: { merchant: 'europa' } })
  expect(start).toThrow(
    '- providers.craftgate.merchant: is missing: there are several merchants (main, europe)',
  )
  expect(start).toThrow(
    "- providers.eu.merchant: names the merchant 'europa', which is not a key of merchants",
  )
})
