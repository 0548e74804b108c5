import { parse } from 'node-html-parser'
import { createPanel, panelLink } from '../index'
import { AYSE, MemoryHost, PANEL_URL } from '../testing/memory-host'

let host: MemoryHost

beforeEach(() => {
  host = new MemoryHost()
})

async function page(lang = 'en') {
  const panel = createPanel(host)
  const entered = await panel.handle(
    new Request(await panelLink(host, AYSE), {
      method: 'POST',
      headers: { origin: 'https://shop.example.com' },
    }),
  )
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const answer = await panel.handle(
    new Request(`${PANEL_URL}/today`, { headers: { cookie, 'accept-language': lang } }),
  )
  expect(answer.status).toBe(200)
  return parse(await answer.text()).querySelector('main')
}

/** Cells of the row that begins so, in the table of this caption. */
function row(main: Awaited<ReturnType<typeof page>>, caption: string, name: string): readonly string[] {
  const table = main
    ?.querySelectorAll('table')
    .find((each) => each.querySelector('caption')?.text === caption)
  const found = table?.querySelectorAll('tbody tr').find((each) => each.text.trim().startsWith(name))
  return found?.querySelectorAll('th, td').map(({ text }) => text.trim()) ?? []
}

const sale = { kind: 'sale', currency: 'TRY', count: 2, amount: 20_000, paid: 20_650 } as const

test('days are those of Istanbul until the shop names another zone', async () => {
  await page()
  expect(host.askedDays).toHaveLength(31)
  expect(host.askedDays.at(-1)?.toISOString()).toBe('2026-11-24T21:00:00.000Z')
})

test('today, the week, the week before and what changed', async () => {
  host.salesFigures = {
    days: [
      { ...sale, day: 29 },
      { ...sale, day: 23, amount: 10_000, paid: 10_000 },
      { ...sale, day: 22, amount: 15_000, paid: 15_000, count: 3 },
      { day: 29, kind: 'declined', currency: 'TRY', count: 2, amount: 1, paid: 1 },
      { day: 29, kind: 'refund', currency: 'TRY', count: 1, amount: 2_500, paid: 2_500 },
      { day: 29, kind: 'lost', currency: 'TRY', count: 9, amount: 99_999, paid: 99_999 },
    ],
    payments: [],
    unpaid: [{ day: 29, currency: 'TRY', count: 1 }],
    isCut: false,
  }
  const main = await page()
  const overview = (name: string) => row(main, 'Overview TRY', name)
  expect(overview('Turnover')).toEqual(['Turnover', '₺200.00', '₺300.00', '₺150.00', '+100%', '₺450.00'])
  expect(overview('Payments')).toEqual(['Payments', '2', '4', '3', '+33.3%', '7'])
  expect(overview('Average')).toEqual(['Average payment', '₺100.00', '₺75.00', '₺50.00', '+50%', '₺64.29'])
  expect(overview('Payments approved')).toEqual([
    'Payments approved',
    '50%',
    '66.7%',
    '100%',
    '-33.3 points',
    '77.8%',
  ])
  expect(overview('Purchases')).toEqual(['Purchases paid', '66.7%', '80%', '100%', '-20 points', '87.5%'])
  expect(overview('Refunds')).toEqual(['Refunds', '₺25.00', '₺25.00', '₺0.00', '–', '₺25.00'])
  expect(overview('Instalment interest')[1]).toBe('₺6.50')
  expect(row(main, 'Turnover by day TRY', '24 Nov 2026')).toEqual([
    ...['24 Nov 2026', '₺200.00', '2', '₺25.00', '2'],
  ])
  expect(main?.querySelectorAll('svg rect')).toHaveLength(30)
  expect(main?.querySelector('svg')?.getAttribute('aria-label')).toContain('₺450.00 in all')
})

test('a pre-authorization is approved when it is made, and turned over by what is captured', async () => {
  host.salesFigures = {
    days: [
      { day: 28, kind: 'authorization', currency: 'TRY', count: 1, amount: 10_000, paid: 10_000 },
      { day: 29, kind: 'capture', currency: 'TRY', count: 1, amount: 8_000, paid: 8_240 },
    ],
    payments: [],
    unpaid: [],
    isCut: false,
  }
  const main = await page()
  expect(row(main, 'Overview TRY', 'Turnover').slice(1, 3)).toEqual(['₺80.00', '₺80.00'])
  expect(row(main, 'Overview TRY', 'Payments approved').slice(1, 3)).toEqual(['–', '100%'])
  expect(row(main, 'Overview TRY', 'Instalment interest')[1]).toBe('₺2.40')
})

test('currencies stand apart', async () => {
  host.salesFigures = {
    days: [
      { ...sale, day: 29 },
      { day: 29, kind: 'sale', currency: 'EUR', count: 1, amount: 500, paid: 500 },
    ],
    payments: [],
    unpaid: [],
    isCut: false,
  }
  const main = await page()
  expect(row(main, 'Overview TRY', 'Turnover')[1]).toBe('₺200.00')
  expect(row(main, 'Overview EUR', 'Turnover')[1]).toBe('€5.00')
})

test('what was tried, by instalments, way, bank and POS, and what to do about declines', async () => {
  const tried = { currency: 'TRY', method: 'CARD', bank: 'Garanti', pos: 'garanti-1', count: 1 } as const
  host.salesFigures = {
    days: [{ ...sale, day: 29 }],
    payments: [
      { ...tried, isApproved: true, installment: 3, count: 2, amount: 20_000 },
      { ...tried, isApproved: true, installment: 1, amount: 5_000 },
      { ...tried, isApproved: false, installment: 1, amount: 5_000, errorGroup: 'NOT_SUFFICIENT_FUNDS' },
    ],
    unpaid: [],
    isCut: true,
  }
  const main = await page()
  expect(row(main, 'Instalments TRY', '3')).toEqual(['3 instalments', '2', '100%', '₺200.00'])
  expect(row(main, 'Instalments TRY', 'Single')).toEqual(['Single payment', '1', '50%', '₺50.00'])
  expect(row(main, 'Bank of the card TRY', 'Garanti')).toEqual(['Garanti', '3', '75%', '₺250.00'])
  expect(row(main, 'POS TRY', 'garanti-1')[1]).toBe('3')
  const [reason = '', payments, share, advice = ''] = row(main, 'Why payments were declined TRY', '')
  expect([reason, payments, share]).toEqual([expect.stringContaining('NOT_SUFFICIENT_FUNDS'), '1', '100%'])
  expect(advice).toContain('send the pay link again')
  expect(main?.text).toContain('only the newest 200,000 are')
})

test('a shop without figures, and one where nobody tried to pay, say so', async () => {
  expect((await page())?.text).toContain('Nobody tried to pay')
  host.salesFigures = undefined
  expect((await page('tr'))?.text).toContain('Bu mağaza rakamları henüz tutmuyor')
})

test('money and shares in Turkish', async () => {
  host.salesFigures = {
    days: [{ ...sale, day: 29, amount: 123_456 }],
    payments: [],
    unpaid: [],
    isCut: false,
  }
  const main = await page('tr')
  expect(row(main, 'Özet TRY', 'Ciro')[1]).toBe('1.234,56 TL')
  expect(row(main, 'Özet TRY', 'Ödenen')[1]).toBe('%100')
})
