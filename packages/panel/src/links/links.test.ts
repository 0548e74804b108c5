import { type LinkPayment, money } from '@craftgate-commerce/core'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { memoryLinks } from '../testing/memory-links'
import { Merchant } from '../testing/merchant'

const LINK = { name: 'Kahve atölyesi', price: '1.250,50', currency: 'TRY', installments: '3', once: 'form-1' }
const PAID: LinkPayment = {
  paymentId: 4711,
  price: money(125_050, 'TRY'),
  paidPrice: money(131_000, 'TRY'),
  paidAt: new Date('2026-11-24T07:00:00Z'),
  lastFour: '0008',
}

let host: MemoryHost
let merchant: Merchant
let paid: Map<string, LinkPayment[]>

beforeEach(async () => {
  host = new MemoryHost()
  paid = new Map()
  host.offers({ paymentLinks: memoryLinks(paid) })
  merchant = new Merchant(host)
  await merchant.enter()
})

test('the list is turned page by page', async () => {
  for (let at = 1; at <= 26; at += 1)
    await merchant.post('/links', { ...LINK, name: `Link ${at}`, once: `form-${at}` })
  const first = await merchant.page('/links')
  expect(first.querySelectorAll('tbody tr')).toHaveLength(25)
  const older = first.querySelector('nav[aria-label="Pages"] a')
  expect(older?.text).toBe('Older')
  const second = await merchant.page(
    `/links${new URL(older?.getAttribute('href') ?? '', 'https://x').search}`,
  )
  expect(second.querySelectorAll('tbody tr').map((row) => row.querySelector('a')?.text)).toEqual(['Link 1'])
  expect(second.querySelector('nav[aria-label="Pages"] a')?.text).toBe('Newer')
})

test('links are found by what they are for', async () => {
  await merchant.post('/links', LINK)
  await merchant.post('/links', { ...LINK, name: 'Bakır cezve', once: 'form-2' })
  const found = await merchant.page('/links?q=cezve')
  expect(found.querySelectorAll('tbody tr a').map(({ text }) => text)).toEqual(['Bakır cezve'])
  expect((await merchant.page('/links?q=yok')).text).toContain('No link has this name.')
})

test('a link that is over is closed and changed without a new last day', async () => {
  await merchant.post('/links', { ...LINK, until: '2026-11-24' })
  const path = '/links/main/1/change'
  const filled = await merchant.filled(path, path)
  host.now = new Date('2026-12-01T09:00:00Z')
  await merchant.enter()
  const { open: _open, ...closed } = filled
  expect((await merchant.post(path, closed)).status).toBe(303)
  expect((await merchant.filled(path, path)).until).toBe('2026-11-24')
  expect((await merchant.post(path, { ...closed, until: '2026-11-25' })).status).toBe(422)
})

test('a link whose answer is lost was asked for by somebody all the same', async () => {
  const create = () => Promise.reject(new Error('no answer'))
  host.offers({ paymentLinks: { ...host.commerce().paymentLinks, create } })
  await merchant.post('/links', LINK)
  expect(host.audited.at(-1)).toMatchObject({ action: 'asked-for-link', reference: 'main' })
})

test('a link is changed by a form that is filled with it, and closed', async () => {
  await merchant.post('/links', { ...LINK, stock: '5', until: '2026-12-24' })
  const filled = await merchant.filled('/links/main/1/change', '/links/main/1/change')
  expect(filled).toMatchObject({
    name: LINK.name,
    price: '1250.50',
    currency: 'TRY',
    installments: '3',
    stock: '5',
    until: '2026-12-24',
    open: 'on',
  })
  const { open: _open, ...closed } = filled
  const done = await merchant.post('/links/main/1/change', { ...closed, name: 'Çay atölyesi', stock: '' })
  expect(done.headers.get('location')).toBe('/craftgate/panel/links/main/1?done=changed-link')
  const page = await merchant.page('/links/main/1')
  expect(page.querySelector('h1')?.text).toBe('Çay atölyesi')
  expect(page.querySelector('main .badge')?.text).toBe('Closed')
  expect(page.text).not.toContain('Stock')
  expect(host.audited.at(-1)).toMatchObject({ action: 'changed-link', reference: '1' })
})

test('a link that may be paid in parts says so, and stays so until it is changed', async () => {
  await merchant.post('/links', { ...LINK, multiPayment: 'on' })
  const path = '/links/main/1/change'
  expect((await merchant.page('/links/main/1')).text).toContain('May be paid in parts')
  const filled = await merchant.filled(path, path)
  expect(filled.multiPayment).toBe('on')
  const { multiPayment: _parts, ...whole } = filled
  await merchant.post(path, whole)
  expect((await merchant.page('/links/main/1')).text).not.toContain('May be paid in parts')
})

test('a price that nobody touched stays what it is', async () => {
  await merchant.post('/links', { ...LINK, price: '1,25', currency: 'KWD' })
  const filled = await merchant.filled('/links/main/1/change', '/links/main/1/change')
  await merchant.post('/links/main/1/change', filled)
  expect((await merchant.page('/links/main/1')).text).toContain('1.250')
  expect((await merchant.filled('/links/main/1/change', '/links/main/1/change')).price).toBe('1.250')
})

test('a link ends with a day of the shop’s, which the form gives back', async () => {
  host.timeZone = 'America/New_York'
  await merchant.post('/links', { ...LINK, until: '2026-12-24' })
  expect((await merchant.filled('/links/main/1/change', '/links/main/1/change')).until).toBe('2026-12-24')
  const [ends] = (await merchant.page('/links/main/1')).querySelectorAll('time')
  expect(ends?.getAttribute('datetime')).toBe('2026-12-25T04:59:59.000Z')
  expect((await merchant.post('/links', { ...LINK, until: '2027-02-31' })).status).toBe(422)
})

test.each([
  ['TRY', '1.250,50', '1250,50'],
  ['KWD', '1,25', '1,250'],
  ['JPY', '1250', '1250'],
])('a Turkish form is filled as Turks write, and saves the same: %s', async (currency, price, written) => {
  await merchant.post('/links', { ...LINK, currency, price })
  const path = '/links/main/1/change'
  const filled = await merchant.filled(`${path}?lang=tr`, path)
  expect(filled.price).toBe(written)
  await merchant.post(`${path}?lang=tr`, filled)
  expect((await merchant.filled(`${path}?lang=tr`, path)).price).toBe(written)
})

test('what is wrong of a change is said beside its field', async () => {
  await merchant.post('/links', LINK)
  const answer = await merchant.post('/links/main/1/change', { ...LINK, price: '', until: '2026-11-23' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('The amount must be above zero')
  expect(text).toContain('Choose today or a day within a year')
})

test('who may not take money changes nothing', async () => {
  await merchant.post('/links', LINK)
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  expect((await merchant.page('/links/main/1')).text).not.toContain('Change the link')
  expect((await merchant.ask('/links/main/1/change')).status).toBe(403)
  expect((await merchant.post('/links/main/1/change', LINK)).status).toBe(403)
})

test('the page of a link says who paid by it, and that those of a foreign link cannot be found', async () => {
  await merchant.post('/links', LINK)
  expect((await merchant.page('/links/main/1')).text).toContain('No payment yet.')
  paid.set('form-1', [PAID])
  const row = (await merchant.page('/links/main/1')).querySelector('#link-payments + * tbody tr')
  expect(row?.querySelectorAll('th, td').map(({ text }) => text)).toEqual([
    '4711',
    '24 Nov 2026, 10:00',
    '₺1,250.50',
    '₺1,310.00',
    '•••• 0008',
    'Match to an order (4711)',
  ])
  const links = memoryLinks()
  const foreign = async (account: string, id: number) => {
    const { externalId: _id, ...link } = await memory.find(account, id)
    return link
  }
  const memory = host.commerce().paymentLinks
  host.offers({ paymentLinks: { ...links, find: foreign } })
  expect((await merchant.page('/links/main/1')).text).toContain('made in the Craftgate panel')
})

test('a link whose time is over is not open', async () => {
  await merchant.post('/links', { ...LINK, until: '2026-11-24' })
  host.now = new Date('2026-11-24T21:00:00Z')
  await merchant.enter()
  expect((await merchant.page('/links')).querySelector('tbody .badge')?.text).toBe('Expired')
})
