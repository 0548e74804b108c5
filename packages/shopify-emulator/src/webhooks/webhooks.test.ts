import { createHmac } from 'node:crypto'
import { buy } from '../test/buy'
import { callGraphQL, install } from '../test/requests'
import { API_SECRET, openTestApp, SHOP, type TestApp } from '../test/test-app'
import { openWebhookListener } from '../test/webhook-listener'

const base64 = (raw: string) => createHmac('sha256', API_SECRET).update(raw).digest('base64')

describe('webhooks', () => {
  let testApp: TestApp
  beforeEach(async () => {
    testApp = await openTestApp()
  })
  afterEach(() => testApp.close())

  test('tell the app that it was uninstalled, and its token is dead', async () => {
    const token = await install(testApp)
    expect(await testApp.emulator.control.uninstall(SHOP)).toMatchObject({ status: 200, attempts: 1 })
    const [received] = testApp.webhooks.received
    expect(received?.path).toBe('/uninstalled')
    expect(received?.headers).toMatchObject({
      'x-shopify-topic': 'app/uninstalled',
      'x-shopify-hmac-sha256': base64(received?.raw ?? ''),
      'x-shopify-shop-domain': SHOP,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': expect.any(String),
      'x-shopify-triggered-at': expect.any(String),
    })
    expect(JSON.parse(received?.raw ?? '')).toMatchObject({ myshopify_domain: SHOP, name: 'Zerdali' })
    expect((await callGraphQL(testApp, { token, query: '{ publicApiVersions { handle } }' })).status).toBe(
      401,
    )
    expect(testApp.emulator.control.installed(SHOP)).toBe(false)
  })

  test('ask for the data of a customer by her orders, signed', async () => {
    await buy(testApp, await install(testApp))
    const email = 'ayse.yilmaz@example.com'
    await testApp.emulator.control.sendPrivacyWebhook(SHOP, 'customers/data_request', { id: 7, email })
    await testApp.emulator.control.sendPrivacyWebhook(SHOP, 'customers/redact', { id: 7, email })
    await testApp.emulator.control.sendPrivacyWebhook(SHOP, 'shop/redact')
    const { received } = testApp.webhooks
    const shop = { shop_id: expect.any(Number), shop_domain: SHOP }
    expect(received.map(({ raw }) => JSON.parse(raw))).toEqual([
      {
        ...shop,
        customer: { id: 7, email },
        orders_requested: [1001],
        data_request: { id: expect.any(Number) },
      },
      { ...shop, customer: { id: 7, email }, orders_to_redact: [1001] },
      shop,
    ])
    for (const { headers, raw } of received) expect(headers['x-shopify-hmac-sha256']).toBe(base64(raw))
  })

  test('come again, under the same id, while the app fails', async () => {
    const failing = await openWebhookListener(1)
    const webhookUrls = { appUninstalled: failing.url, compliance: failing.url }
    const other = await openTestApp({ app: { ...testApp.options.app, webhookUrls } })
    expect(await other.emulator.control.uninstall(SHOP)).toMatchObject({ status: 200, attempts: 2 })
    expect(new Set(failing.received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1)
    await Promise.all([other.close(), failing.close()])
  })
})
