import { Hono } from 'hono'
import { refuseForeignHosts, refuseForeignPages } from './refuse-foreign-pages'

const app = new Hono().all('/', refuseForeignPages({ hosts: ['sandbox'] }), (c) => c.text('done'))
const statusOf = async (method: string, headers: Record<string, string>) =>
  (await app.request('http://127.0.0.1:4000/', { method, headers })).status

it.each([
  ['a page of its own', { origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }, 200],
  ['a tool that says nothing of itself', {}, 200],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, 200],
  ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a page of the same site, but another port', { 'sec-fetch-site': 'same-site' }, 403],
])('lets %s get or post, or not', async (_who, headers, status) => {
  expect([await statusOf('GET', headers), await statusOf('POST', headers)]).toEqual([status, status])
})

it('lets a link from anywhere be followed, and nothing be posted or framed', async () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect(await statusOf('GET', link)).toBe(200)
  expect(await statusOf('POST', link)).toBe(403)
  expect(await statusOf('GET', { ...link, 'sec-fetch-dest': 'iframe' })).toBe(403)
})

it.each([
  ['127.0.0.1:4000', 200],
  ['localhost:4000', 200],
  ['shop.localhost', 200],
  ['192.168.1.20:4000', 200],
  ['[::1]:4000', 200],
  ['sandbox:4000', 200],
  ['evil.example:4000', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost.evil.example', 403],
  ['no host', 403],
])('knows whether Host %s is its own', async (host, status) => {
  expect(await statusOf('GET', { host })).toBe(status)
  const byHost = new Hono().all('/', refuseForeignHosts({ hosts: ['sandbox'] }), (c) => c.text('done'))
  expect((await byHost.request('http://127.0.0.1:4000/', { headers: { host } })).status).toBe(status)
})

it('is not misled by a page whose name points to this machine', async () => {
  const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin', host: 'evil.example' }
  expect((await app.request('http://evil.example/', { method: 'POST', headers })).status).toBe(403)
})
