import { MemoryHost } from '../testing/memory-host'
import { Merchant } from '../testing/merchant'

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  merchant = new Merchant(host)
  await merchant.enter()
})

const PANEL = '/craftgate/panel'

test('the list and its CSV are narrowed to days as Turkey counts them', async () => {
  host.add('p6', { updatedAt: new Date('2026-11-20T20:59:59Z') })
  host.add('p7', { updatedAt: new Date('2026-11-20T21:00:00Z') })
  const found = async (query: string) => {
    const text = await (await merchant.ask(`/payments.csv?${query}`)).text()
    return text.match(/p[67]\b/g) ?? []
  }
  expect(await found('from=2026-11-21&to=2026-11-21')).toEqual(['p7'])
  expect(await found('to=2026-11-20')).toEqual(['p6'])
  expect(await found('from=nonsense')).toEqual(['p6', 'p7'])
  const page = await merchant.page('/?from=2026-11-21')
  expect(page.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(page.querySelector('a[href*="payments.csv"]')?.getAttribute('href')).toContain('from=2026-11-21')
})

test('a day is the shop’s own, and one that no calendar has is none', async () => {
  host.timeZone = 'America/New_York'
  host.add('p6', { updatedAt: new Date('2026-11-21T04:59:59Z') })
  host.add('p7', { updatedAt: new Date('2026-11-21T05:00:00Z') })
  const found = async (query: string) =>
    (await (await merchant.ask(`/payments.csv?${query}`)).text()).match(/p[67]\b/g)
  expect(await found('from=2026-11-21&to=2026-11-21')).toEqual(['p7'])
  expect(await found('to=2026-11-20')).toEqual(['p6'])
  expect(await found('to=2026-02-31')).toEqual(['p6', 'p7'])
})

test('an e-mail address is searched without standing in an address', async () => {
  host.add('p8', { order: 'o8' })
  host.add('p9', { order: 'of-ayse' })
  const to = async (fields: Record<string, string>) =>
    (await merchant.post('/find', fields)).headers.get('location')
  expect(await to({ q: 'ayse@example.com', state: 'paid', from: '2026-11-01' })).toBe(
    `${PANEL}?state=paid&customer=of-ayse&from=2026-11-01`,
  )
  expect(await to({ q: 'nobody@example.com' })).toBe(`${PANEL}?customer=nobody`)
  expect(await to({ q: '1001', customer: 'of-ayse' })).toBe(`${PANEL}?q=1001&customer=of-ayse`)
  const page = await merchant.page('/?customer=of-ayse')
  expect(page.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(page.querySelector('input[name=customer]')?.getAttribute('value')).toBe('of-ayse')
})
