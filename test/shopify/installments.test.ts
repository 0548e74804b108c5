import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'

// What a theme of the shop asks of the app that runs.

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('shopify_installments', {})
})
afterAll(() => open?.stack.stop())

async function ask(query: string, origin: string, of = 'zerdali/live') {
  const address = `${open.stack.shopify.main.url}/craftgate/${of}/v1/installments?${query}`
  const answer = await fetch(address, { headers: { origin } })
  const allowed = answer.headers.get('access-control-allow-origin')
  return { status: answer.status, allowed, body: await answer.json() }
}

test('the theme reads the instalments of an amount on the domain that the shop’s checkouts come from', async () => {
  const scene = open.scene()
  await scene.buy()
  const [session] = open.stack.shopify.emulator.control.sessions()
  const { shop = '' } = session ?? {}
  const handle = shop.replace('.myshopify.com', '')
  const own = await ask('amount=1249.90', `https://${shop}`, `${handle}/live`)
  expect(own).toMatchObject({
    status: 200,
    allowed: `https://${shop}`,
    body: { version: 1, price: { amount: '1250.00', currency: 'TRY' }, exact: false },
  })
  expect(own.body.tables.length).toBeGreaterThan(10)
  const storefront = new URL(open.stack.shopify.emulator.url).origin
  expect(await ask('amount=1249.90', storefront, `${handle}/live`)).toMatchObject({ allowed: storefront })
  expect(await ask('amount=1249.90', 'https://evil.example', `${handle}/live`)).toMatchObject({
    status: 200,
    allowed: null,
  })
})

test('an unknown shop has none', async () => {
  expect(await ask('amount=10', 'https://nobody.example', 'nobody/live')).toMatchObject({ status: 404 })
})
