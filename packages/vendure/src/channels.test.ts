import { navigate, type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { E2E_DEFAULT_CHANNEL_TOKEN } from '@vendure/testing'
import { begin, fillCart, orderByCode, statusOf } from './test/purchase'
import { freeAddress, TestShop } from './test/shop'

const seller = (name: string) => ({
  name,
  apiKey: `${name}-key`,
  secretKey: `${name}-secret`,
  webhookKey: `${name}-hook`,
})

let sandbox: Sandbox
let shop: TestShop

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0, seed: { merchants: [seller('tr'), seller('eu')] } })
  const merchant = (name: string) => {
    const { apiKey, secretKey, webhookKey } = seller(name)
    return { apiKey, secretKey, webhookKey, environment: sandbox.url }
  }
  const publicUrl = await freeAddress()
  for (const name of ['tr', 'eu'])
    sandbox.control.webhooks.setUrl(`${publicUrl}/craftgate/webhook`, `${name}-key`)
  shop = await TestShop.start({
    publicUrl,
    linkSecret: 'a link secret of thirty-two characters or more',
    merchants: { tr: merchant('tr'), eu: merchant('eu') },
    channels: { [E2E_DEFAULT_CHANNEL_TOKEN]: 'tr', 'eu-token': 'eu' },
    returnUrl: 'https://shop.example.com/{channelToken}/{orderCode}',
  })
  await createChannel('new-token')
  await stock(await createChannel('eu-token'))
  shop.admin.setChannelToken('eu-token')
  await shop.price('T_1', 'EUR', 990)
}, 120_000)

afterAll(async () => {
  await shop?.close()
  await sandbox?.close()
})

test('each channel sells with its own merchant, and hears its own webhooks', async () => {
  const { begun, result } = await payIn('eu-token', false)
  expect(sandbox.control.payments()).toMatchObject([{ merchant: 'eu-key', currency: 'EUR' }])
  expect(result.outcome).toBe('held')
  await sandbox.control.clock.advance({ minutes: 1 })
  shop.admin.setChannelToken('eu-token')
  expect(await orderByCode(shop, begun.orderCode)).toMatchObject({ state: 'PaymentSettled' })
})

test('the shopper returns to the channel that the purchase began in', async () => {
  const { begun, result } = await payIn('eu-token', true)
  expect(result.response?.location).toBe(`https://shop.example.com/eu-token/${begun.orderCode}`)
})

test('another channel sees neither the status nor the attempts', async () => {
  const { begun } = await payIn('eu-token', true)
  shop.shopper.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  expect(await statusOf(shop, begun.reference)).toBeNull()
  const seen = await shop.manage<{ craftgateCheckouts: object }>(
    `query { craftgateCheckouts { totalItems } }`,
  )
  expect(seen).toEqual({ craftgateCheckouts: { totalItems: 0 } })
})

test('nobody captures a payment of another channel', async () => {
  const { begun } = await payIn('eu-token', true)
  shop.admin.setChannelToken('eu-token')
  const [payment] = (await orderByCode(shop, begun.orderCode)).payments
  shop.admin.setChannelToken('new-token')
  const capture = shop.manage(
    `mutation ($id: ID!) { captureCraftgatePayment(input: { paymentId: $id, amount: 100 }) { __typename } }`,
    { id: payment?.id },
  )
  await expect(capture).rejects.toThrow(/No Payment with the id/)
})

test('two accounts whose payments have the same number: each order keeps its own money', async () => {
  for (const name of ['tr', 'eu']) sandbox.control.ids.startAt(70_000, `${name}-key`)
  const turkish = await orderIn(E2E_DEFAULT_CHANNEL_TOKEN, testCards.success)
  const european = await orderIn('eu-token', testCards.foreign)
  expect(turkish.payment?.transactionId).toBe(european.payment?.transactionId)
  shop.admin.setChannelToken('eu-token')
  expect(await refund(european.payment?.id, 100)).toMatchObject({ state: 'Settled', total: 100 })
  await reconcile()
  expect(sandbox.control.sums()).toMatchObject({ EUR: { refunded: '1.00' }, TRY: { refunded: '0.00' } })
  expect(await refundsIn('eu-token', european.code)).toMatchObject([{ state: 'Settled', total: 100 }])
  expect(await refundsIn(E2E_DEFAULT_CHANNEL_TOKEN, turkish.code)).toEqual([])
  const facts = `query ($id: ID!) { craftgatePayment(paymentId: $id) { currencyCode operations { kind } } }`
  expect(await shop.manage(facts, { id: turkish.payment?.id })).toEqual({
    craftgatePayment: { currencyCode: 'TRY', operations: [] },
  })
  shop.admin.setChannelToken('eu-token')
  expect(await shop.manage(facts, { id: european.payment?.id })).toEqual({
    craftgatePayment: { currencyCode: 'EUR', operations: [{ kind: 'refund' }] },
  })
})

test('a channel whose token is edited while it is paid keeps its money and its shopper', async () => {
  const { begun } = await payIn('eu-token', false)
  shop.admin.setChannelToken('eu-token')
  const { activeChannel } = await shop.manage<{ activeChannel: { id: string } }>(
    `query { activeChannel { id } }`,
  )
  const rename = (token: string) =>
    shop.manage(
      `mutation ($input: UpdateChannelInput!) { updateChannel(input: $input) { ... on Channel { token } } }`,
      { input: { id: activeChannel.id, token } },
    )
  shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  await rename('europe-token')
  await sandbox.control.clock.advance({ minutes: 1 })
  const late = await navigate(new Request(begun.payLink))
  expect(late.headers.get('location')).toBe(`https://shop.example.com/europe-token/${begun.orderCode}`)
  shop.admin.setChannelToken('europe-token')
  expect(await orderByCode(shop, begun.orderCode)).toMatchObject({ state: 'PaymentSettled' })
  expect(await reconcile()).toMatchObject({ troubles: [] })
  shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  await rename('eu-token')
})

test('a channel without a merchant takes no payments and says so', async () => {
  shop.shopper.setChannelToken('new-token')
  expect(await begin(shop)).toMatchObject({ reason: 'CHANNEL_NOT_CONFIGURED' })
})

async function payIn(channel: string, deliver: boolean, card = testCards.foreign) {
  shop.shopper.setChannelToken(channel)
  await fillCart(shop)
  const begun = await begin(shop)
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  return { begun, result: await shopper.pay({ card, deliver }) }
}

async function orderIn(channel: string, card: (typeof testCards)['success']) {
  const { begun } = await payIn(channel, true, card)
  shop.admin.setChannelToken(channel)
  const { payments, state } = await orderByCode(shop, begun.orderCode)
  expect(state).toBe('PaymentSettled')
  return { code: begun.orderCode, payment: payments[0] }
}

async function refundsIn(channel: string, code: string) {
  shop.admin.setChannelToken(channel)
  return (await orderByCode(shop, code)).payments[0]?.refunds
}

async function refund(paymentId: string | undefined, amount: number): Promise<object> {
  const { refundOrder } = await shop.manage<{ refundOrder: object }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { state total } } }`,
    { input: { paymentId, amount, shipping: 0, adjustment: 0 } },
  )
  return refundOrder
}

async function reconcile(): Promise<object> {
  await shop.anHourLater()
  const { craftgateReconcile } = await shop.manage<{ craftgateReconcile: object }>(
    `mutation { craftgateReconcile { troubles } }`,
  )
  return craftgateReconcile
}

/** A second shop in EUR, as a merchant sets it up. Returns its id. */
async function createChannel(token: string): Promise<string> {
  const { createChannel } = await shop.manage<{ createChannel: { id: string } }>(
    `mutation ($input: CreateChannelInput!) { createChannel(input: $input) { ... on Channel { id } } }`,
    {
      input: {
        ...{ code: token, token, sellerId: 'T_1', defaultTaxZoneId: 'T_1', defaultShippingZoneId: 'T_1' },
        ...{ defaultLanguageCode: 'en', pricesIncludeTax: true, defaultCurrencyCode: 'EUR' },
      },
    },
  )
  return createChannel.id
}

/** The same goods, shipping and payment method as in the first shop. */
async function stock(channelId: string): Promise<void> {
  const assign = (things: string, ids: object) =>
    shop.manage(
      `mutation ($input: Assign${things}ToChannelInput!) { assign${things}ToChannel(input: $input) { id } }`,
      { input: { channelId, ...ids } },
    )
  await assign('Products', { productIds: ['T_1', 'T_2'] })
  await assign('ShippingMethods', { shippingMethodIds: ['T_1'] })
  await assign('PaymentMethods', { paymentMethodIds: ['T_1'] })
  await assign('StockLocations', { stockLocationIds: ['T_1'] })
}
