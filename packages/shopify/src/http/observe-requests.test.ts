import { Hono } from 'hono'
import { currentWork } from '../context/current-work'
import { errorFacts, jsonLogger } from '../context/logging'
import { observeRequests } from './observe-requests'

/** An app that fails, and its log. */
function failingApp() {
  const lines: string[] = []
  const logger = jsonLogger((line) => lines.push(line))
  const app = new Hono().use(observeRequests)
  app.post('/shopify/refund', () => {
    throw Object.assign(new TypeError('ayse@example.com is no number'), { code: '22P02' })
  })
  app.onError((error, c) => {
    logger.error('A request failed', { error: errorFacts(error) })
    return c.text('', 500)
  })
  const logged = () => lines.map((line) => JSON.parse(line))
  return { app, logged }
}

test("a log line carries the ids of its request, Shopify's too, and where an error happened, and not its words", async () => {
  const { app, logged } = failingApp()
  const headers = {
    'x-request-id': 'from-the-proxy',
    'shopify-request-id': '94169f7e-ac8d-4ef4-9fd2-90f0791daddf',
  }
  const answer = await app.request('/shopify/refund', { method: 'POST', headers })
  expect(answer.headers.get('x-request-id')).toBe('from-the-proxy')
  expect(logged()).toMatchObject([
    {
      ...{ level: 'error', requestId: 'from-the-proxy', shopifyRequestId: headers['shopify-request-id'] },
      error: { name: 'TypeError', code: '22P02' },
    },
  ])
  expect(logged()[0].error.at[0]).toContain('observe-requests.test.ts:')
  expect(JSON.stringify(logged())).not.toContain('ayse')
})

test('an id that is none is not repeated, and each request has one of its own', async () => {
  const { app } = failingApp()
  const ids = await Promise.all(
    ['<script>', 'x'.repeat(65), undefined].map(async (id) => {
      const answer = await app.request('/', { headers: id === undefined ? {} : { 'x-request-id': id } })
      return answer.headers.get('x-request-id')
    }),
  )
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
})

test('an app inside of another is part of the same request', async () => {
  const inner = new Hono().use(observeRequests).get('/', (c) => c.json(currentWork()))
  const outer = new Hono().use(observeRequests).route('/inner', inner)
  const answer = await outer.request('/inner')
  expect(await answer.json()).toEqual({ requestId: answer.headers.get('x-request-id') })
})
