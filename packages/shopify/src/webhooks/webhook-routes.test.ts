import { createHmac } from 'node:crypto'
import { CLIENT_SECRET, fakeContext, NOW, SHOP } from '../../test/fake-context'
import type { PrivacyRequest } from '../privacy/privacy-requests'
import { webhookRoutes } from './webhook-routes'

const scene = (more: { fails?: boolean; apiSecretKey?: string } = {}) => {
  const { context, log } = fakeContext({ apiSecretKey: more.apiSecretKey })
  const uninstalled: [string, Date | undefined][] = []
  const privacy: PrivacyRequest[] = []
  const app = webhookRoutes({
    context,
    shops: {
      uninstalled: async (shop, triggeredAt) => {
        if (more.fails) throw new Error('no connection')
        uninstalled.push([shop, triggeredAt])
        return true
      },
    },
    privacy: {
      handle: async (request) => {
        privacy.push(request)
        return true
      },
    },
  })
  return { app, uninstalled, privacy, log }
}

const request = (
  topic: string,
  body: unknown,
  more: { headers?: Readonly<Record<string, string>>; secret?: string } = {},
): RequestInit => {
  const raw = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    method: 'POST',
    body: raw,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-hmac-sha256': createHmac('sha256', more.secret ?? CLIENT_SECRET)
        .update(raw)
        .digest('base64'),
      'x-shopify-shop-domain': SHOP,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
      'x-shopify-triggered-at': '2026-11-24T11:00:00.123456789Z',
      ...more.headers,
    },
  }
}

const shopBody = { id: 1, domain: 'zerdali.com.tr', myshopify_domain: SHOP }
const customer = { id: 191_167, email: 'Ayşe@örnek.com', phone: '+90 555 555 55 55' }
const privacyBody = { shop_id: 1, shop_domain: SHOP, customer, orders_to_redact: [1] }

test('a shop that left is said to have left when Shopify says so', async () => {
  const { app, uninstalled } = scene()
  const response = await app.request('/webhooks/app/uninstalled', request('app/uninstalled', shopBody))
  expect(response.status).toBe(200)
  expect(uninstalled).toEqual([[SHOP, new Date('2026-11-24T11:00:00.123Z')]])
})

test('a webhook without a moment is taken as it comes', async () => {
  const { app, uninstalled } = scene()
  const headers = { 'x-shopify-triggered-at': 'soon' }
  await app.request('/webhooks/app/uninstalled', request('app/uninstalled', shopBody, { headers }))
  expect(uninstalled).toEqual([[SHOP, undefined]])
})

test.each([
  ['customers/data_request', privacyBody, { email: customer.email, phone: customer.phone }],
  ['customers/redact', { ...privacyBody, customer: { id: 1, email: null } }, {}],
  ['shop/redact', { shop_id: 1, shop_domain: SHOP }, {}],
])('%s is passed on with whom it is about', async (topic, body, who) => {
  const { app, privacy, log } = scene()
  const response = await app.request('/webhooks/compliance', request(topic, body))
  expect(response.status).toBe(200)
  const id = 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043'
  const triggeredAt = new Date('2026-11-24T11:00:00.123Z')
  expect(privacy).toEqual([{ id, shop: SHOP, topic, customer: who, triggeredAt }])
  expect(log()).not.toContain('555')
})

const paths = ['/webhooks/app/uninstalled', '/webhooks/compliance']

test.each(paths)('%s believes nobody but Shopify', async (path) => {
  const { app, uninstalled, privacy } = scene()
  const all = [
    request('app/uninstalled', shopBody, { secret: 'other' }),
    request('shop/redact', privacyBody, { secret: 'other' }),
    request('shop/redact', privacyBody, { headers: { 'x-shopify-hmac-sha256': '' } }),
    request('shop/redact', ''),
    { ...request('shop/redact', privacyBody), body: `${JSON.stringify(privacyBody)} ` },
    { method: 'POST' },
  ]
  for (const one of all) expect((await app.request(path, one)).status).toBe(401)
  expect([uninstalled, privacy]).toEqual([[], []])
})

test('a signed body says nothing about another shop than its own', async () => {
  const { app, uninstalled, privacy } = scene()
  const headers = { 'x-shopify-shop-domain': 'ikinci.myshopify.com' }
  const left = request('app/uninstalled', shopBody, { headers })
  const redact = request('shop/redact', privacyBody, { headers })
  expect((await app.request('/webhooks/app/uninstalled', left)).status).toBe(400)
  expect((await app.request('/webhooks/compliance', redact)).status).toBe(400)
  expect([uninstalled, privacy]).toEqual([[], []])
})

test('the body of a privacy request does not uninstall, whatever its headers say', async () => {
  const { app, uninstalled } = scene()
  const forged = request('app/uninstalled', privacyBody)
  expect((await app.request('/webhooks/app/uninstalled', forged)).status).toBe(400)
  expect(uninstalled).toEqual([])
})

test.each([
  ['/webhooks/app/uninstalled', 'orders/paid'],
  ['/webhooks/compliance', 'orders/paid'],
  ['/webhooks/compliance', 'app/uninstalled'],
])('%s acknowledges %s and does nothing', async (path, topic) => {
  const { app, uninstalled, privacy } = scene()
  expect((await app.request(path, request(topic, shopBody))).status).toBe(200)
  expect([uninstalled, privacy]).toEqual([[], []])
})

test.each(['not json', '[]', '{}', '"text"'])('a signed %s is a bad request', async (raw) => {
  const { app } = scene()
  expect((await app.request('/webhooks/compliance', request('shop/redact', raw))).status).toBe(400)
})

test('more than 256 KiB are not read', async () => {
  const { app } = scene()
  const large = request('shop/redact', { ...privacyBody, more: 'x'.repeat(256 * 1024) })
  expect((await app.request('/webhooks/compliance', large)).status).toBe(413)
})

test('what could not be written down is asked for again', async () => {
  const { app, log } = scene({ fails: true })
  const response = await app.request('/webhooks/app/uninstalled', request('app/uninstalled', shopBody))
  expect(response.status).toBe(500)
  expect(log()).toContain('Shopify sends it again')
})

test('a webhook of no moment is said to have happened now', async () => {
  const { app, privacy } = scene()
  const headers = { 'x-shopify-triggered-at': '' }
  await app.request('/webhooks/compliance', request('shop/redact', privacyBody, { headers }))
  expect(privacy[0]?.triggeredAt).toEqual(NOW)
})

test.each(['the-new-one', CLIENT_SECRET])(
  'a webhook is taken whichever secret of the app signed it',
  async (secret) => {
    const { app, uninstalled } = scene({ apiSecretKey: `the-new-one,${CLIENT_SECRET}` })
    const signed = request('app/uninstalled', shopBody, { secret })
    expect((await app.request('/webhooks/app/uninstalled', signed)).status).toBe(200)
    expect(uninstalled).toHaveLength(1)
    const forged = request('app/uninstalled', shopBody, { secret: 'of-nobody' })
    expect((await app.request('/webhooks/app/uninstalled', forged)).status).toBe(401)
  },
)
