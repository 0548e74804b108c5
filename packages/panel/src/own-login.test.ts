import { html } from 'hono/html'
import { parse } from 'node-html-parser'
import { createPanel, type PanelUser } from './index'
import type { PanelHost } from './panel-host'
import { AYSE, MemoryHost } from './testing/memory-host'

// A panel inside an app that logs people in itself, and has pages of its own beside it.

const ORIGIN = 'https://app.example.com'

const ownPages = {
  first: [{ name: 'overview', path: '/', title: { tr: 'Genel bakış', en: 'Overview' } }],
  last: [{ name: 'privacy', path: '/privacy', title: { tr: 'Gizlilik', en: 'Privacy' } }],
}

const WITHOUT = ['transfers'] as const

const appOf = (memory: MemoryHost, more: Partial<PanelHost> = { ownPages }): PanelHost => ({
  url: `${ORIGIN}/panel`,
  login: { leavePath: '/logout' },
  without: WITHOUT,
  moneyElsewhere: ({ shop }) => ({
    text: { tr: 'Para başka yerde.', en: 'Money moves elsewhere.' },
    title: { tr: 'Oraya git', en: 'Go there' },
    url: `https://${shop}/admin`,
  }),
  payments: () => memory.payments(),
  commerce: () => memory.commerce(),
  audit: memory.audit,
  logger: memory.logger,
  clock: memory.clock,
  ...more,
})

const user: PanelUser = { ...AYSE, shop: 'zerdali.myshopify.com' }

let host: MemoryHost
beforeEach(() => {
  host = new MemoryHost()
})

const requestTo = (path: string, init: RequestInit = {}) =>
  new Request(`${ORIGIN}/panel${path}`, {
    ...init,
    headers: { 'accept-language': 'en', ...init.headers },
  })

const ask = (path: string, who: PanelUser | undefined = user, init?: RequestInit) =>
  createPanel(appOf(host)).handleFor(who, requestTo(path, init))

const pageOf = async (path: string) => parse(await (await ask(path)).text())

test('who asks is said by the app, and by nothing else', async () => {
  expect((await ask('/links')).status).toBe(200)
  expect((await createPanel(appOf(host)).handleFor(undefined, requestTo('/links'))).status).toBe(403)
  expect((await createPanel(appOf(host)).handle(requestTo('/links'))).status).toBe(403)
  expect((await ask('/links', { ...user, permissions: ['refund'] })).status).toBe(403)
  expect((await ask('/enter/secret')).status).toBe(404)
})

test('a login of a panel that is entered by links is none here, and one of the app none there', async () => {
  const linked = new MemoryHost()
  const request = new Request(`${linked.url}/links`)
  expect((await createPanel(linked).handleFor(AYSE, request)).status).toBe(403)
})

test('no other origin posts, whoever is logged in', async () => {
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const headers: Record<string, string> = origin === undefined ? {} : { origin }
    const answer = await ask('/links', user, { method: 'POST', headers, body: 'name=x' })
    expect(answer.status).toBe(403)
  }
  expect(host.audited).toEqual([])
})

test('the pages of the app stand around the sections of the panel, and its button logs out', async () => {
  const page = await pageOf('/links')
  const paths = page.querySelectorAll('nav a').map((link) => link.getAttribute('href'))
  expect(paths.slice(0, 3)).toEqual(['/', '/panel/today', '/panel'])
  expect(paths).toEqual(expect.arrayContaining(['/panel/links', '/panel/attention']))
  expect(paths).not.toContain('/panel/transfers')
  expect(paths.at(-1)).toBe('/privacy')
  expect(page.querySelector('nav [aria-current]')?.text).toBe('Payment links')
  expect(page.querySelector('.tools form')?.getAttribute('action')).toBe('/logout')
})

test('what the platform knows of a payment stands on its page, and its own words in the timeline', async () => {
  host.add('p1', {}, { events: [{ at: host.now, text: { tr: 'Duyuldu', en: 'It heard' } }] })
  const panel = createPanel(
    appOf(host, { platformCards: async (reference) => html`<p id="own">Of ${reference}</p>` }),
  )
  const page = parse(await (await panel.handleFor(user, requestTo('/payments/p1'))).text())
  expect(page.querySelector('#own')?.text).toBe('Of p1')
  expect(page.querySelector('[aria-labelledby=timeline]')?.text).toContain('It heard')
  expect((await pageOf('/')).querySelector('tbody')?.text).toContain('p1')
})

test('a language that is chosen on a page of the panel counts for the whole app', async () => {
  expect((await ask('/links?lang=tr')).headers.get('set-cookie')).toMatch(/craftgate_lang=tr;.*Path=\/;/)
})

test('where money moves elsewhere the page of a payment says so, and only a loan is approved here', async () => {
  const panel = createPanel(appOf(host, {}))
  host.add('p1')
  const page = parse(await (await panel.handleFor(user, requestTo('/payments/p1'))).text())
  expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('https://zerdali.myshopify.com/admin')
  const approve = (reference: string) =>
    panel.handleFor(
      user,
      requestTo(`/payments/${reference}/approve-loan`, { method: 'POST', headers: { origin: ORIGIN } }),
    )
  expect((await approve('p1')).status).toBe(403)
  host.add('p2', { state: 'needs-review' })
  expect((await approve('p2')).status).toBe(303)
})
