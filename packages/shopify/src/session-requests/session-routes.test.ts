import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sessionRoutes } from './session-routes'

const VOID = {
  id: 'v1',
  gid: 'gid://shopify/VoidSession/v1',
  payment_id: 'p1',
  test: false,
  merchant_locale: 'tr',
  proposed_at: '2026-11-24T00:00:00Z',
}

let now = new Date('2026-11-24T12:00:00Z')
const said: string[] = []
const log =
  (level: string) =>
  (message: string, facts = {}) =>
    void said.push(`${level} ${message} ${JSON.stringify(facts)}`)

/** The routes on a port, for one request at a time; answers whether the answer was written when the work began. */
async function withServer(work: (url: string) => Promise<void>) {
  const begun: boolean[] = []
  let answer: { readonly writableFinished: boolean } | undefined
  const routes = sessionRoutes({
    isShopify: () => true,
    isInstalled: async () => true,
    payments: { start: async () => 'https://app.example/pay' },
    transactions: { start: async () => 'started' },
    processSoon: () => void begun.push(answer?.writableFinished === true),
    allowHttp: false,
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    clock: () => now,
  })
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch(request, env) {
      if ('outgoing' in env) answer = env.outgoing
      return routes.fetch(request, env)
    },
  })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return begun
}

const post = (url: string, apiVersion: string) =>
  fetch(`${url}/shopify/void`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      'shopify-shop-domain': 'zerdali.myshopify.com',
      'shopify-api-version': apiVersion,
    },
    body: JSON.stringify(VOID),
  })

test('a refund, capture or void is begun after Shopify was answered, so that no mutation overtakes the answer', async () => {
  const begun = await withServer(async (url) => {
    expect((await post(url, '2026-10')).status).toBe(201)
  })
  expect(begun).toEqual([true])
})

test('an unknown API version is answered, and logged loudly once in ten minutes', async () => {
  said.length = 0
  await withServer(async (url) => {
    for (const version of ['2027-01', '2027-01', '2026-07'])
      expect((await post(url, version)).status).toBe(201)
    now = new Date(now.getTime() + 10 * 60_000)
    expect((await post(url, '2027-01')).status).toBe(201)
  })
  expect(said).toEqual(Array(2).fill(expect.stringMatching(/^error .*"version":"2027-01"/)))
})
