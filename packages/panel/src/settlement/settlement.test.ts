import { type ComparedDay, CraftgateError, type PaidTransaction } from '@craftgate-commerce/core'
import type { SettlementEntries, SettlementEntry, SettlementFigures } from '@craftgate-commerce/core/adapter'
import { parse } from 'node-html-parser'
import { createPanel, panelLink } from '../index'
import { AYSE, MemoryHost, PANEL_URL } from '../testing/memory-host'
import { memoryMarketplace } from '../testing/memory-marketplace'
import { memoryReports } from '../testing/memory-reports'
import { memorySettlement } from '../testing/memory-settlement'

const ORIGIN = 'https://shop.example.com'
const WHOLE = { from: '00:00:00', until: '24:00:00' } as const
const ALL_WELL: ComparedDay = {
  ...WHOLE,
  compared: 1_234,
  ofNoOrder: 0,
  taken: 1_230,
  differences: [],
  isCut: false,
}

let host: MemoryHost
let ask: (path: string, body?: Record<string, string>) => Promise<Response>

beforeEach(() => {
  host = new MemoryHost()
  shop({})
})

function shop({ rows = [] as PaidTransaction[], day = ALL_WELL, ordered = [] as string[] }) {
  const { marketplace } = memoryMarketplace().commerce
  const completed = async (_merchant: string, { page = 0 }) => ({
    rows: rows.slice(page * 25, (page + 1) * 25),
    count: rows.length,
  })
  const payouts = { ...marketplace.payouts, completed }
  host.offers({ reports: memoryReports(day, ordered), marketplace: { ...marketplace, payouts } })
  const panel = createPanel(host)
  let cookie = ''
  ask = async (path, body) => {
    if (cookie === '') {
      const entered = await panel.handle(
        new Request(await panelLink(host, AYSE), { method: 'POST', headers: { origin: ORIGIN } }),
      )
      cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    }
    return panel.handle(
      new Request(`${PANEL_URL}${path}`, {
        headers: { cookie, 'accept-language': 'en', origin: ORIGIN },
        ...(body && { method: 'POST', body: new URLSearchParams(body) }),
      }),
    )
  }
}

const mainOf = async (path: string) => parse(await (await ask(path)).text()).querySelector('main')

test('what was paid out, to whom and when', async () => {
  const paid = { payoutId: 7, transactionId: 12, transactionType: 'PAYMENT_TX', destination: 'IBAN' }
  const rows = Array.from({ length: 30 }, (_, at) => ({
    ...paid,
    payoutId: at + 1,
    amount: { minor: 123_456, currency: 'TRY' as const },
    paidAt: new Date('2026-11-23T09:00:00Z'),
    ...(at === 0 ? { isSeller: true, payee: 5 } : { isSeller: false }),
  }))
  shop({ rows })
  const main = await mainOf('/settlement')
  expect(main?.querySelectorAll('tbody tr')).toHaveLength(25)
  const text = main?.querySelector('tbody tr')?.text
  for (const part of ['Seller 5', 'Sale 12', 'Bank account', '₺1,234.56', '23 Nov 2026'])
    expect(text).toContain(part)
  expect((await mainOf('/settlement?page=2'))?.querySelectorAll('tbody tr')).toHaveLength(5)
})

test('the file of a day is downloaded, and of no other account', async () => {
  const file = await ask('/settlement/file?account=main&kind=transactions&day=2026-11-23&format=XLSX')
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="craftgate-transactions-2026-11-23.xlsx"',
  )
  expect(await file.text()).toBe('main transactions 2026-11-23 XLSX')
  for (const query of ['account=other&day=2026-11-23', 'account=main&day=2026-02-30', 'account=main&day=..'])
    expect((await ask(`/settlement/file?${query}`)).status).toBe(404)
})

test('a report is ordered once by a form that is sent twice, written down, and fetched when it is made', async () => {
  const ordered: string[] = []
  shop({ ordered })
  const form = { account: 'main', kind: 'payments', from: '2026-11-01', to: '2026-11-23', once: 'form-1' }
  const [one, two] = [await ask('/settlement/order', form), await ask('/settlement/order', form)]
  expect([one.status, two.headers.get('location')]).toEqual([303, one.headers.get('location')])
  expect(ordered).toHaveLength(1)
  expect(host.audited.at(-1)).toMatchObject({ action: 'ordered-report', reference: '1' })
  expect((await mainOf('/settlement?ordered=1&account=main'))?.text).toContain('Report 1 was ordered')
  expect(await (await ask('/settlement/ordered?id=1&account=main&format=CSV')).text()).toBe('report 1 CSV')
  const early = await ask('/settlement/ordered?id=2&account=main&format=CSV')
  expect([early.status, await early.text()]).toEqual([404, expect.stringContaining('not made yet')])
})

test('a report whose answer is lost was asked for by somebody all the same, and who may not ask orders none', async () => {
  const form = { account: 'main', kind: 'payments', from: '2026-11-01', to: '2026-11-23', once: 'form-1' }
  shop({ ordered: [] })
  const order = () => Promise.reject(new Error('no answer'))
  host.offers({ reports: { ...host.commerce().reports, order } })
  expect((await ask('/settlement/order', form)).headers.get('location')).toContain('done=failed')
  expect(host.audited.at(-1)).toMatchObject({ action: 'asked-for-report', reference: 'main' })
  host.permissionsNow.set(AYSE.id, ['read'])
  expect((await ask('/settlement/order', form)).status).toBe(403)
  expect((await mainOf('/settlement'))?.querySelector('form[action$="/settlement/order"]')).toBeNull()
})

test('days that are none order nothing', async () => {
  const form = { account: 'main', kind: 'payments', from: '2026-11-23', to: '2026-11-01', once: 'form-1' }
  expect((await ask('/settlement/order', form)).headers.get('location')).toContain('done=wrong-day')
  expect(host.audited.filter(({ action }) => action === 'ordered-report')).toEqual([])
})

test('a compared day is empty when all is well', async () => {
  const tr = await mainOf('/settlement/day?account=main&day=2026-11-23&lang=tr')
  expect(tr?.querySelector('h1')?.text).toBe('23 Kas 2026: Craftgate ve mağaza')
  const main = await mainOf('/settlement/day?account=main&day=2026-11-23')
  expect(main?.text).toContain('No difference: all 1,234 payments')
  expect(main?.text).toContain('all 1,230 that orders took are at Craftgate')
  expect(main?.querySelector('table')).toBeNull()
})

test('a compared day tells what differs, with the way to the payment', async () => {
  const money = (minor: number) => ({ minor, currency: 'TRY' as const })
  shop({
    day: {
      ...{
        from: '12:00:00',
        until: '18:00:00',
        next: '18:00:00',
        compared: 2_000,
        ofNoOrder: 0,
        isCut: true,
      },
      differences: [
        { kind: 'absent', paymentId: 4713, reference: 'p3', inShop: money(7_500) },
        { kind: 'missing', paymentId: 4712, atCraftgate: money(5_000) },
        {
          ...{ kind: 'amount', paymentId: 4711, atCraftgate: money(9_900), inShop: money(10_000) },
          ...{ reference: 'p1', state: 'captured' },
        },
      ],
    },
  })
  const main = await mainOf('/settlement/day?account=main&day=2026-11-23')
  const [absent, missing, amount] = main?.querySelectorAll('tbody tr') ?? []
  expect(absent?.text).toContain('Craftgate has no such successful payment')
  expect(absent?.querySelector('a')?.getAttribute('href')).toContain('/payments/p3')
  expect(missing?.text).toContain('Not in the shop')
  expect(amount?.text).toContain('₺100.00, Paid')
  expect(amount?.querySelector('a')?.getAttribute('href')).toContain('/payments/p1')
  expect(main?.text).toContain('only 2,000 of Craftgate’s were looked at')
  expect(main?.text).toContain('between 12:00:00 and 18:00:00')
  const next = main?.querySelector('a.button')?.getAttribute('href') ?? ''
  expect(new URL(next, ORIGIN).searchParams.get('from')).toBe('18:00:00')
})

describe('what banks pay of a day', () => {
  const NOON = new Date('2026-11-23T09:00:00Z')
  const figures: SettlementFigures = {
    payouts: [
      {
        currency: 'TRY',
        count: 2,
        charged: 30_000,
        bankCommission: 585,
        day: new Date('2026-11-23T21:00:00Z'),
      },
      {
        currency: 'TRY',
        count: 1,
        charged: 103_750,
        bankCommission: 4_928,
        day: new Date('2026-12-22T21:00:00Z'),
      },
      { currency: 'EUR', count: 1, charged: 5_000, bankCommission: 150 },
    ],
    unknown: [{ currency: 'TRY', count: 3, charged: 45_000 }],
    refunds: [{ currency: 'TRY', count: 1, charged: 10_375 }],
    isCut: false,
  }
  const asked: unknown[] = []
  const merchantMessage = { tr: 'Craftgate cevap vermiyor', en: 'Craftgate does not answer' }
  const AWAY = new CraftgateError({
    ...{ kind: 'unavailable', code: 'timeout', message: 'It took too long', retry: 'same-key' },
    merchantMessage,
  })

  function entries(over: Partial<SettlementEntries> = {}) {
    asked.length = 0
    host.settlement = async (_user, of) => {
      asked.push(of)
      return memorySettlement({
        figures: async (period) => {
          asked.push(period)
          return figures
        },
        ...over,
      })
    }
  }

  const rowsOf = (main: Awaited<ReturnType<typeof mainOf>>, caption: string) =>
    main
      ?.querySelectorAll('table')
      .find((each) => each.querySelector('caption')?.text === caption)
      ?.querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()))

  test('is summed for each currency, and by the day on which they pay', async () => {
    entries()
    const main = await mainOf('/settlement/day?account=main&day=2026-11-23')
    expect(asked).toEqual([
      { merchant: 'main' },
      { from: new Date('2026-11-22T21:00:00Z'), until: new Date('2026-11-23T21:00:00Z') },
    ])
    expect(rowsOf(main, 'What banks pay of the payments of the day')).toEqual([
      ['TRY', '3', '₺1,337.50', '₺55.13', '₺1,282.37', '₺103.75'],
      ['EUR', '1', '€50.00', '€1.50', '€48.50', '€0.00'],
    ])
    expect(rowsOf(main, 'Expected payouts by day')).toEqual([
      ['24 Nov 2026', '2', '₺300.00', '₺5.85', '₺294.15'],
      ['23 Dec 2026', '1', '₺1,037.50', '₺49.28', '₺988.22'],
      ['Day not told', '1', '€50.00', '€1.50', '€48.50'],
    ])
  })

  test('leaves out what is not known of it, and says so in both languages', async () => {
    entries()
    const [en, tr] = [
      await mainOf('/settlement/day?account=main&day=2026-11-23'),
      await mainOf('/settlement/day?account=main&day=2026-11-23&lang=tr'),
    ]
    expect(en?.text).toContain(
      'commission of 3 payments (₺450.00) is not known. They are not counted as zero',
    )
    expect(en?.text).toContain('does not tell whether a bank gives back its commission of what was refunded')
    expect(tr?.text).toContain('3 ödemenin (450,00 TL) banka komisyonu bilinmiyor. Sıfır sayılmadı')
  })

  test('is there while Craftgate cannot be asked, and its file tells it payment by payment', async () => {
    const bank = { bankCommission: 585, blockageResolvedAt: new Date('2026-11-24T09:00:00Z') }
    const sale = { kind: 'sale', reference: 'p1', at: NOON, currency: 'TRY', charged: 30_000 } as const
    const all: SettlementEntry[] = [
      { ...sale, ...bank, paymentId: 4711 },
      { ...sale, kind: 'capture', reference: 'p2', paymentId: 4712 },
      { ...sale, kind: 'refund', charged: 10_375 },
    ]
    entries({ list: async ({ from, until }) => all.filter(({ at }) => from <= at && at < until) })
    const compareDay = async () => {
      throw AWAY
    }
    host.offers({ reports: { ...memoryReports(ALL_WELL), compareDay } })
    const main = await mainOf('/settlement/day?account=main&day=2026-11-23')
    expect(main?.text).toContain('Craftgate does not answer')
    const link = main?.querySelector('#money')?.parentNode.querySelector('a')?.getAttribute('href') ?? ''
    const file = await ask(link.slice(new URL(PANEL_URL).pathname.length))
    expect((await file.text()).trim().split('\r\n')).toEqual([
      expect.stringContaining('Charged to cards,Bank commission,Net expected,Paid out on'),
      '2026-11-23T12:00:00+03:00,Sale,4711,p1,TRY,300.00,5.85,294.15,2026-11-24T12:00:00+03:00',
      '2026-11-23T12:00:00+03:00,Capture,4712,p2,TRY,300.00,,,',
      '2026-11-23T12:00:00+03:00,Refund,,p1,TRY,-103.75,,,',
    ])
    expect((await ask('/settlement/day.csv?account=other&day=2026-11-23')).status).toBe(404)
    expect((await ask('/settlement/day.csv?account=main&day=2026-13-01')).status).toBe(404)
  })
})
