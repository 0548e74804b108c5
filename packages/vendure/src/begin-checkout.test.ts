import { navigate } from '@craftgate-commerce/sandbox'
import { ConfigService, type SchedulerStrategy, TransactionalConnection } from '@vendure/core'
import { missingScheduler, requireTables } from './start-checks'
import { begin, fillCart, statusOf } from './test/purchase'
import { freeAddress, TestShop } from './test/shop'

let shop: TestShop
let shopUrl: string

beforeAll(async () => {
  shopUrl = await freeAddress()
  shop = await TestShop.start({
    publicUrl: shopUrl,
    linkSecret: 'a link secret of thirty-two characters or more',
    merchants: { main: { apiKey: 'k', secretKey: 's', webhookKey: 'w', environment: 'http://127.0.0.1:9' } },
    returnUrl: 'https://shop.example.com/order/{orderCode}?ref={reference}',
  })
}, 600_000)

afterAll(() => shop?.close())

test('a filled cart gets a signed pay link, and the order is being paid', async () => {
  await fillCart(shop, { quantity: 2 })
  const begun = await begin(shop)
  expect(begun).toMatchObject({ __typename: 'CraftgateCheckout', amount: 2 * 12_990 + 4_990 })
  expect(begun.payLink).toMatch(new RegExp(`^${shopUrl}/craftgate/pay/${begun.reference}\\?sig=`))
  expect(await statusOf(shop, begun.reference)).toMatchObject({
    outcome: 'WAITING',
    orderCode: begun.orderCode,
  })
})

test('without a cart there is nothing to begin', async () => {
  await shop.shopper.asAnonymousUser()
  expect(await begin(shop)).toMatchObject({ __typename: 'NoActiveOrderError' })
})

test('a cart that Vendure will not let to payment says why, and stays a cart', async () => {
  await shop.shopper.asAnonymousUser()
  await shop.ask(`mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }`)
  expect(await begin(shop)).toMatchObject({
    __typename: 'OrderStateTransitionError',
    transitionError: expect.stringContaining('Customer'),
  })
  expect(await shop.ask(`query { activeOrder { state } }`)).toEqual({ activeOrder: { state: 'AddingItems' } })
})

test('an unknown payment method is refused in words', async () => {
  await fillCart(shop)
  expect(await begin(shop, { paymentMethodCode: 'cash' })).toMatchObject({
    __typename: 'CraftgateCheckoutError',
    errorCode: 'CRAFTGATE_CHECKOUT_ERROR',
    reason: 'NO_PAYMENT_METHOD',
    message: 'This sales channel has no Craftgate payment method that can be used',
  })
})

test('a way to pay is named in the link, and one that there is not is refused in words', async () => {
  await fillCart(shop)
  const begun = await begin(shop, { wayToPay: 'PAPARA' })
  expect(begun.payLink).toMatch(/&method=PAPARA$/)
  expect((await begin(shop)).payLink).not.toMatch('method')
  expect(await begin(shop, { wayToPay: 'CASH' })).toMatchObject({
    __typename: 'CraftgateCheckoutError',
    reason: 'UNKNOWN_WAY_TO_PAY',
    message: 'There is no way to pay by this name that can be opened alone',
  })
})

test('an order is charged in whole yen, and whoever begins is told what was rounded', async () => {
  await shop.price('T_1', 'JPY', 125_000)
  await fillCart(shop, { currencyCode: 'JPY' })
  expect(await begin(shop)).toMatchObject({ amount: 129_990, rounding: 10, currencyCode: 'JPY' })
})

test('an order has one open attempt, however often it is asked for', async () => {
  await fillCart(shop)
  const aliases = Array.from({ length: 10 }, (_, index) => `a${index}`)
  const attempts = aliases.map(
    (name) => `${name}: createCraftgateCheckout { ... on CraftgateCheckout { payLink } }`,
  )
  const answer = await shop.ask<Record<string, { payLink: string }>>(`mutation { ${attempts.join(' ')} }`)
  expect(aliases.map((name) => answer[name]?.payLink)).toEqual(aliases.map(() => answer.a0?.payLink))
  expect((await begin(shop)).payLink).toBe(answer.a0?.payLink)
})

test('the pay link’s reference tells the order code to the shopper, and to nobody else', async () => {
  await fillCart(shop)
  const begun = await begin(shop)
  expect(await statusOf(shop, begun.reference)).toMatchObject({ orderCode: begun.orderCode })
  await fillCart(shop)
  expect(await statusOf(shop, begun.reference)).toMatchObject({ outcome: 'WAITING', orderCode: null })
  await shop.shopper.asAnonymousUser()
  expect(await statusOf(shop, begun.reference)).toMatchObject({ outcome: 'WAITING', orderCode: null })
})

test('a reference or an order code with a NUL character names nothing', async () => {
  await fillCart(shop)
  expect(await statusOf(shop, 'a\u0000b')).toBeNull()
  expect(await begin(shop, { orderCode: 'a\u0000b' })).toMatchObject({ __typename: 'NoActiveOrderError' })
})

test('a method for other currencies is ineligible', async () => {
  await onlyFor(['EUR'])
  await fillCart(shop)
  expect(await begin(shop, { paymentMethodCode: 'craftgate-preauth' })).toMatchObject({
    __typename: 'IneligiblePaymentMethodError',
    eligibilityCheckerMessage: 'This payment method is not available in the currency of the order',
  })
  await onlyFor(['EUR', 'TRY'])
  expect(await begin(shop, { paymentMethodCode: 'craftgate-preauth' })).toMatchObject({
    __typename: 'CraftgateCheckout',
  })
})

test('a missing table is named, with the command that makes it', async () => {
  const { rawConnection } = shop.app.get(TransactionalConnection)
  await requireTables(rawConnection)
  await rawConnection.query('ALTER TABLE craftgate_lock RENAME TO gone')
  await expect(requireTables(rawConnection)).rejects.toThrow(
    /the table craftgate_lock is missing .*npx vendure migrate -g craftgate && npx vendure migrate -r/,
  )
  await rawConnection.query('ALTER TABLE gone RENAME TO craftgate_lock')
})

test('a shop without a scheduler plugin is told what will not be found', () => {
  const config = shop.app.get(ConfigService)
  expect(missingScheduler(config)).toMatch(/whose callback and webhook are lost .*DefaultSchedulerPlugin/)
  const schedulerStrategy = { registerTask: () => {} } as unknown as SchedulerStrategy
  const schedulerOptions = { ...config.schedulerOptions, schedulerStrategy }
  expect(missingScheduler({ schedulerOptions })).toBeUndefined()
})

test('nobody learns a status without the reference', async () => {
  expect(await statusOf(shop, 'guess')).toBeNull()
})

test('a forged pay link opens nothing', async () => {
  await fillCart(shop)
  const { payLink } = await begin(shop)
  expect((await fetch(payLink.replace(/sig=.*/, 'sig=forged'))).status).toBe(404)
})

test('when Craftgate cannot be reached the shopper reads so, and the link works later', async () => {
  await fillCart(shop)
  const { payLink } = await begin(shop)
  const page = await navigate(new Request(payLink, { headers: { 'accept-language': 'tr' } }))
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '20'])
  expect(await page.text()).toContain('Ödeme sayfası şu anda açılamıyor')
})

test('a body that is too large is refused without being read', async () => {
  const body = 'x'.repeat(200_000)
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${shopUrl}/craftgate/webhook`, { method: 'POST', body, headers })
  expect(reply.status).toBe(413)
})

test('the other routes of Vendure still parse their bodies', async () => {
  const reply = await fetch(`${shopUrl}/shop-api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  })
  expect(await reply.json()).toEqual({ data: { __typename: 'Query' } })
})

async function onlyFor(currencies: string[]): Promise<void> {
  const args = [{ name: 'currencies', value: JSON.stringify(currencies) }]
  await shop.manage(
    `mutation ($input: UpdatePaymentMethodInput!) { updatePaymentMethod(input: $input) { id } }`,
    {
      input: { id: 'T_2', checker: { code: 'craftgate-currency', arguments: args } },
    },
  )
}
