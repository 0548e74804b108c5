import { begin, fillCart, statusOf } from './test/purchase'
import { shopUrl, TestShop } from './test/shop'

let shop: TestShop

beforeAll(async () => {
  shop = await TestShop.start({
    publicUrl: shopUrl,
    linkSecret: 'a link secret of thirty-two characters or more',
    merchants: { main: { apiKey: 'k', secretKey: 's', webhookKey: 'w', environment: 'http://127.0.0.1:9' } },
    returnUrl: 'https://shop.example.com/order/{orderCode}?ref={reference}',
  })
}, 120_000)

afterAll(() => shop?.close())

test('a filled cart gets a signed pay link, and the order is being paid', async () => {
  await fillCart(shop, 2)
  const begun = await begin(shop)
  expect(begun).toMatchObject({ __typename: 'CraftgateCheckout', amount: 2 * 12_990 + 4_990 })
  expect(begun.payLink).toMatch(new RegExp(`^${shopUrl}/craftgate/pay/${begun.reference}\\?sig=`))
  expect(await statusOf(shop, begun.reference)).toMatchObject({
    outcome: 'WAITING',
    orderCode: begun.orderCode,
  })
})
