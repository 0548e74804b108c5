import { Hono } from 'hono'
import { sameOriginOnly } from './refuse-foreign-pages'

const app = new Hono().all('/', sameOriginOnly, (c) => c.text('done'))
const statusOf = async (method: string, headers: Record<string, string>) =>
  (await app.request('http://127.0.0.1:4000/', { method, headers })).status

it.each([
  ['a page of its own', { origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }, 200],
  ['a tool that says nothing of itself', {}, 200],
  ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a page of the same site, but another port', { 'sec-fetch-site': 'same-site' }, 403],
])('answers a post of %s', async (_who, headers, status) => {
  expect(await statusOf('POST', headers)).toBe(status)
})

it('may be linked to from anywhere', async () => {
  expect(await statusOf('GET', { 'sec-fetch-site': 'cross-site' })).toBe(200)
})
