// Who did what, of a shop in memory.
import type { PanelUser } from '../panel-host'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { Merchant } from '../testing/merchant'

const MEHMET: PanelUser = { ...AYSE, id: 'user-2', name: 'mehmet@example.com' }

let host: MemoryHost
beforeEach(() => {
  host = new MemoryHost()
})

async function merchantOf(user: PanelUser = AYSE): Promise<Merchant> {
  const merchant = new Merchant(host)
  await merchant.enter(user)
  return merchant
}

async function rowsOf(merchant: Merchant, path: string): Promise<readonly (readonly string[])[]> {
  const rows = (await merchant.page(path)).querySelectorAll('main tbody tr')
  return rows.map((row) => row.querySelectorAll('th, td').map(({ text }) => text.trim()))
}

async function wrote(count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await host.audit.add({
      at: new Date(host.now.getTime() - 60_000 - Math.floor(at / 3)),
      user: AYSE.id,
      userName: AYSE.name,
      action: 'changed-link',
      reference: String(at),
    })
}

test('who, when and what, the newest first, with the way to the payment', async () => {
  host.add('p1')
  const merchant = await merchantOf()
  host.now = new Date(host.now.getTime() + 60_000)
  await merchant.post('/payments/p1/ask')
  expect(await rowsOf(merchant, '/audit')).toEqual([
    ['24 Nov 2026, 15:01', 'ayse@example.com', 'Asked Craftgate again', 'p1'],
    ['24 Nov 2026, 15:00', 'ayse@example.com', 'Came into the panel', '–'],
  ])
  const links = (await merchant.page('/audit')).querySelectorAll('main tbody a')
  expect(links.map((link) => link.getAttribute('href'))).toContain('/craftgate/panel/payments/p1')
})

test('by a person, by what they did, or by what it was done to', async () => {
  host.add('p1')
  const [merchant, other] = [await merchantOf(), await merchantOf(MEHMET)]
  await merchant.post('/payments/p1/ask')
  await other.post('/payments/p1/ask')
  const who = async (query: string) => (await rowsOf(merchant, `/audit?${query}`)).map(([, name]) => name)
  expect(await who('user=user-2')).toEqual([MEHMET.name, MEHMET.name])
  expect(await who('action=entered')).toEqual([MEHMET.name, AYSE.name])
  expect(await who('reference=p1')).toEqual([MEHMET.name, AYSE.name])
  expect(await who('reference=p1&action=entered')).toEqual([MEHMET.name, AYSE.name])
  expect(await who('reference=nothing')).toEqual([])
  const form = (await merchant.page('/audit?action=entered')).querySelector('option[selected]')
  expect(form?.text).toBe('Came into the panel')
})

test('every entry once, page by page, also of one moment', async () => {
  await wrote(120)
  const merchant = await merchantOf()
  const seen: (string | undefined)[] = []
  let path: string | undefined = '/audit?action=changed-link'
  const sizes: number[] = []
  while (path !== undefined) {
    const rows = await rowsOf(merchant, path)
    sizes.push(rows.length)
    seen.push(...rows.map((row) => row[3]))
    const links = (await merchant.page(path)).querySelectorAll('main nav a')
    path = links
      .find(({ text }) => text === 'Older')
      ?.getAttribute('href')
      ?.replace('/craftgate/panel', '')
  }
  expect(sizes).toEqual([50, 50, 20])
  expect(new Set(seen).size).toBe(120)
})

test.each(['x', '1_2_3', "1_'", '99999999999999999_1', '1_zz'])(
  'an address that names no entry begins at the newest: %s',
  async (before) => {
    const merchant = await merchantOf()
    expect(await rowsOf(merchant, `/audit?before=${encodeURIComponent(before)}`)).toHaveLength(1)
  },
)

test('a file of all of it', async () => {
  await wrote(700)
  const merchant = await merchantOf()
  const lines = (await (await merchant.ask('/audit.csv')).text()).trim().split('\r\n')
  expect(lines).toHaveLength(702)
  expect(lines.slice(0, 2)).toEqual([
    'Time,Who,What they did,To what',
    '2026-11-24T15:00:00+03:00,ayse@example.com,Came into the panel,',
  ])
  expect(await (await merchant.ask('/audit.csv?reference=12')).text()).toMatch(/Changed the pay link,12\r\n$/)
})

test('another shop of the server has its own', async () => {
  const first = await merchantOf({ ...AYSE, shop: '1' })
  const second = await merchantOf({ ...MEHMET, shop: '2' })
  expect((await rowsOf(first, '/audit')).map(([, who]) => who)).toEqual([AYSE.name])
  expect((await rowsOf(second, '/audit')).map(([, who]) => who)).toEqual([MEHMET.name])
  expect(await (await second.ask('/audit.csv')).text()).not.toContain(AYSE.name)
})

test('whoever may not configure the shop sees nothing of it, and no way to it', async () => {
  const merchant = await merchantOf({ ...AYSE, permissions: ['read', 'settle', 'refund'] })
  expect((await merchant.ask('/audit')).status).toBe(403)
  expect((await merchant.ask('/audit.csv')).status).toBe(403)
  const link = 'nav a[href$="/audit"]'
  expect((await merchant.page('/')).querySelector(link)).toBeNull()
  expect((await (await merchantOf()).page('/')).querySelector(link)?.text).toBe('Who did what')
})

test('what the shop’s own pages did is named by the shop', async () => {
  host.ownActions = { 'saved-keys': { tr: 'Anahtarları kaydetti', en: 'Saved the keys' } }
  const merchant = await merchantOf()
  for (const action of ['saved-keys', 'long-gone'])
    host.audited.push({ at: host.now, user: 'x', userName: 'x', action: action as 'entered' })
  const texts = (await rowsOf(merchant, '/audit')).map((row) => row[2])
  expect(texts).toEqual(['long-gone', 'Saved the keys', 'Came into the panel'])
})
