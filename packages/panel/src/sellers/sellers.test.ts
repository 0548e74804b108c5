import { parse } from 'node-html-parser'
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
    'Date,Payout no.,Transaction,Kind,Amount,Currency',
    '2026-11-20T12:00:00+03:00,7,11,Sale,42.00,TRY',
    '2026-11-20T12:00:00+03:00,7,12,Taken back by a refund,-9.00,TRY',
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

test('a payout opens and tells which transactions it paid; one that Craftgate does not give hides no list', async () => {
  const list = await merchant.page('/sellers/payouts')
  const href =
    list.querySelector('#completed')?.parentNode.querySelector('tbody a')?.getAttribute('href') ?? ''
  expect(href).toMatch(/\?account=.*&payout=\d+#payout$/)
  const query = href.replace(/^[^?]*/, '').replace('#payout', '')
  const opened = await merchant.page(`/sellers/payouts${query}`)
  const card = opened.querySelector('#payout')?.parentNode
  expect(card?.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(card?.querySelector('tbody')?.text).toMatch(/Sale[\s\S]*42\.00/)
  for (const id of ['999', '-1', 'x']) {
    const other = await merchant.page(`/sellers/payouts${query.replace(/payout=\d+/, `payout=${id}`)}`)
    expect(other.querySelector('#payout')).toBeNull()
    expect(other.querySelector('#completed')).not.toBeNull()
  }
})

test('payouts show what was paid, what came back and what is done by hand; earnings are settled once', async () => {
  const page = await merchant.page('/sellers/payouts')
  expect(page.querySelector('#completed')?.parentNode.text).toMatch(/7[\s\S]*Sale[\s\S]*42\.00/)
  expect(page.querySelector('#bounced')?.parentNode.text).toContain('Bakır Atölyesi')
  expect(page.querySelector('#manual')?.parentNode.querySelectorAll('li')).toHaveLength(4)
  const fields = await merchant.filled('/sellers/payouts', '/sellers/settle')
  expect(said(await merchant.post('/sellers/settle', fields))).toBe('settled')
  expect(host.walletsOf.moved).toMatchObject([{ kind: 'settle', key: `panel-${fields.once}` }])
  const settlements = (await merchant.page('/sellers/payouts')).querySelector('#settlements')?.parentNode
  expect(settlements?.querySelectorAll('tbody tr')).toHaveLength(1)
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

describe('accounts that earnings abroad go to', () => {
  const ACCOUNTS = '/sellers/accounts'
  const MAIN = `${ACCOUNTS}/main`
  const add = async (over: Readonly<Record<string, string>> = {}) => {
    const fields = await merchant.filled(ACCOUNTS, MAIN)
    return merchant.post(MAIN, {
      ...fields,
      externalAccountId: 'wise-7',
      currency: 'USD',
      seller: '2',
      ...over,
    })
  }

  test('are added, changed and removed, each written down', async () => {
    expect(said(await add())).toBe('added-account')
    expect(host.asked).toEqual([{ externalAccountId: 'wise-7', currency: 'USD', seller: 2 }])
    const row = (await merchant.page(ACCOUNTS)).querySelector('tbody tr')
    expect(row?.text).toMatch(/100\s*2\s*USD\s*wise-7/)
    const link = row?.querySelector('a')?.getAttribute('href')?.replace('/craftgate/panel', '') ?? ''
    expect(await merchant.filled(link, `${MAIN}/100`)).toEqual({ externalAccountId: 'wise-7' })
    expect(said(await merchant.post(`${MAIN}/100`, { externalAccountId: 'wise-8' }))).toBe('changed-account')
    expect((await merchant.page(ACCOUNTS)).querySelector('tbody')?.text).toContain('wise-8')
    expect(said(await merchant.post(`${MAIN}/100/remove`))).toBe('removed-account')
    expect((await merchant.post(`${MAIN}/100/remove`)).status).toBe(422)
    expect(host.audited.map(({ action }) => action).slice(-4)).toEqual([
      ...['added-payout-account', 'changed-payout-account', 'removed-payout-account'],
      'removed-payout-account',
    ])
  })

  test.each([
    ['externalAccountId', { externalAccountId: ' ' }],
    ['seller', { seller: 'x' }],
    ['currency', { currency: 'XXX' }],
  ])('a form whose %s is wrong says so and asks Craftgate nothing', async (field, typed) => {
    const answer = await add(typed)
    expect(answer.status).toBe(422)
    expect(parse(await answer.text()).querySelector(`#${field}-error`)?.text).toMatch(/\w/)
    expect(host.asked).toEqual([])
  })

  test('are read only by who may not configure, and only in their own account', async () => {
    expect((await merchant.ask(`${ACCOUNTS}?account=other`)).status).toBe(404)
    await merchant.enter({ ...AYSE, permissions: ['read', 'refund'] })
    expect((await merchant.page(ACCOUNTS)).querySelectorAll('main button')).toEqual([])
    for (const path of [MAIN, `${MAIN}/100`, `${MAIN}/100/remove`])
      expect((await merchant.post(path)).status).toBe(403)
  })
})

test('a new seller begins as one, with where the earnings go and how long they are blocked', async () => {
  const list = await merchant.page('/sellers')
  expect(list.querySelector('a[href$="/members/new?merchant=main&as=seller"]')?.text).toBe('New seller')
  const fields = await merchant.filled('/members/new?merchant=main&as=seller', '/members/main')
  expect(fields).toMatchObject({ isSubMerchant: '1', settlementEarningsDestination: 'IBAN' })
  expect(fields).not.toHaveProperty('isBuyer')
  const typed = {
    ...{
      ...fields,
      memberExternalId: 's-1',
      memberType: 'PERSONAL',
      contactName: 'Can',
      contactSurname: 'Su',
    },
    ...{ email: 'c@example.com', address: 'Moda', phoneNumber: '5551112233' },
  }
  const lacking = await merchant.post('/members/main', { ...typed, settlementDelayCount: 'soon' })
  const page = parse(await lacking.text())
  for (const field of ['iban', 'settlementDelayCount'])
    expect(page.querySelector(`#${field}`)?.getAttribute('aria-invalid')).toBe('true')
  const complete = {
    iban: 'TR930006701000000001111111',
    settlementDelayCount: '14',
    subMerchantMaximumAllowedNegativeBalance: '50,25',
  }
  expect((await merchant.post('/members/main', { ...typed, ...complete })).status).toBe(303)
  expect([...host.walletsOf.all.values()].at(-1)).toMatchObject({
    ...{
      isSubMerchant: true,
      isBuyer: false,
      settlementEarningsDestination: 'IBAN',
      settlementDelayCount: 14,
    },
    subMerchantMaximumAllowedNegativeBalance: 50.25,
  })
})
