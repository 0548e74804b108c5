import { AYSE, MemoryHost } from '../testing/memory-host'
import { Merchant } from '../testing/merchant'

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  host.add('p1')
  merchant = new Merchant(host)
  await merchant.enter()
})

const said = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '', 'https://x').searchParams.get('done')
const SHARES = '/sellers/shares/p1'

test('sellers are listed and searched, each with a statement', async () => {
  const page = await merchant.page('/sellers')
  expect(page.querySelector('tbody tr')?.text).toMatch(/^\s*2\s*Bakır Atölyesi\s*satici-2\s*Wallet/)
  expect((await merchant.page('/sellers?q=yok')).text).toContain('This account has no seller')
  const csv = await merchant.ask('/sellers/statement.csv?account=main&seller=2&from=2026-11-01&to=2026-11-24')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect((await csv.text()).split('\r\n')).toEqual([
    'paidAt,payout,transaction,type,amount,currency',
    '2026-11-20T09:00:00.000Z,7,11,PAYMENT_TX,42.00,TRY',
    '',
  ])
  expect((await merchant.ask('/sellers/statement.csv?account=other&seller=2')).status).toBe(404)
})

test('a share is approved once for one press, and taken back', async () => {
  const fields = await merchant.filled(SHARES, `${SHARES}/approve`)
  expect(fields).toMatchObject({ line: 'line-1', once: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(said(await merchant.post(`${SHARES}/approve`, fields))).toBe('approved')
  await merchant.post(`${SHARES}/approve`, fields)
  const keys = host.asked.map((request) => (request as { key: string }).key)
  expect(keys).toEqual([`panel-${fields.once}`, `panel-${fields.once}`])
  expect(host.audited.at(-1)).toMatchObject({ action: 'approved-share', reference: 'p1', user: AYSE.id })
  expect((await merchant.page(SHARES)).querySelector('tbody tr')?.text).toContain('Approved')
  const back = await merchant.filled(SHARES, `${SHARES}/disapprove`)
  expect(said(await merchant.post(`${SHARES}/disapprove`, back))).toBe('disapproved')
})

test('a share is corrected, and what cannot be is said', async () => {
  const correct = (share: string, member = '3') =>
    merchant.post(`${SHARES}/correct`, { transaction: '11', member, share })
  expect(said(await correct('40,50'))).toBe('corrected')
  expect((await merchant.page(SHARES)).querySelector('tbody tr')?.text).toContain('40.50')
  expect(said(await correct('60'))).toBe('share-above-price')
  expect(said(await correct('x'))).toBe('wrong-share')
  expect(said(await correct('10', 'x'))).toBe('wrong-share')
  expect(
    (await merchant.page(`${SHARES}?done=share-above-price`)).querySelector('[role=status]')?.text,
  ).toContain('cannot be more than the item costs')
})

test('payouts show what was paid, what came back and what is done by hand; earnings are settled once', async () => {
  const page = await merchant.page('/sellers/payouts')
  expect(page.querySelector('#completed')?.parentNode.text).toMatch(/7[\s\S]*Sale[\s\S]*42\.00/)
  expect(page.querySelector('#bounced')?.parentNode.text).toContain('Bakır Atölyesi')
  expect(page.querySelector('#manual')?.parentNode.querySelectorAll('li')).toHaveLength(4)
  const fields = await merchant.filled('/sellers/payouts', '/sellers/settle')
  expect(said(await merchant.post('/sellers/settle', fields))).toBe('settled')
  expect(host.asked).toEqual([{ idempotencyKey: fields.once }])
  expect(said(await merchant.post('/sellers/settle', { ...fields, once: '' }))).toBe('failed')
})

test('a day that no calendar has is as if none was asked for', async () => {
  const page = await merchant.page('/sellers/payouts?from=2026-02-31&to=2026-11-31')
  const days = ['from', 'to'].map((name) => page.querySelector(`[name=${name}]`)?.getAttribute('value'))
  expect(days).toEqual(['2026-10-25', '2026-11-24'])
})

test('who may not give money back only reads, and of another shop’s sale there is nothing', async () => {
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  expect((await merchant.page(SHARES)).querySelectorAll('main button')).toEqual([])
  expect((await merchant.post(`${SHARES}/approve`)).status).toBe(403)
  expect((await merchant.post(`${SHARES}/correct`)).status).toBe(403)
  expect((await merchant.post('/sellers/settle')).status).toBe(403)
  expect((await merchant.ask('/sellers/shares/other')).status).toBe(404)
  expect(host.asked).toEqual([])
})
