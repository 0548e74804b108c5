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

describe('the list and its CSV are narrowed', () => {
  beforeEach(() => {
    host.accounts = ['main:live', 'main:sandbox']
    host.add('p1', { method: 'CARD', account: 'main:live', expected: { minor: 75_050, currency: 'TRY' } })
    host.add('p2', {
      method: 'MASTERPASS',
      account: 'main:sandbox',
      expected: { minor: 75_051, currency: 'TRY' },
    })
    host.add('p3', { account: 'main:live', expected: { minor: 75_050, currency: 'KWD' } })
  })

  const found = async (query: string) =>
    (await (await merchant.ask(`/payments.csv?${query}`)).text()).match(/p[123]\b/g) ?? []

  test.each([
    ['way=MASTERPASS', ['p2']],
    ['way=GOLD', ['p1', 'p2', 'p3']],
    ['account=main%3Asandbox', ['p2']],
    ['account=other%3Alive', ['p1', 'p2', 'p3']],
    ['most=750,50', ['p1']],
    ['least=750.51&most=1.000', ['p2']],
    ['least=75&currency=KWD', ['p3']],
    ['way=CARD&account=main%3Alive&least=700&most=800', ['p1']],
  ])('%s', async (query, references) => {
    expect(await found(query)).toEqual(references)
    expect((await merchant.page(`/?${query}`)).querySelectorAll('tbody tr')).toHaveLength(references.length)
  })

  test('a form leads to an address, whose form and links say the same', async () => {
    const chosen = { way: 'MASTERPASS', account: 'main:sandbox', least: '1,50', most: '900', currency: 'TRY' }
    const { search } = new URL(
      (await merchant.post('/find', { ...chosen, q: '' })).headers.get('location') ?? '',
      'https://x',
    )
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual(chosen)
    expect(await merchant.filled(`/${search}`, '/find')).toMatchObject(chosen)
    const csv = (await merchant.page(`/${search}`)).querySelector('a[href*="payments.csv"]')
    expect(new URL(csv?.getAttribute('href') ?? '', 'https://x').search).toBe(search)
  })

  test('live and test are told apart where there are both', async () => {
    const options = async () =>
      (await merchant.page('/')).querySelectorAll('#account option').map(({ text }) => text)
    expect(await options()).toEqual(['All', 'Live', 'Test'])
    host.accounts = ['zerdali']
    expect(await options()).toEqual([])
  })

  test('accounts that the host names are called so, and two of one name are told apart', async () => {
    const names = async (...accounts: string[]) => {
      host.accounts = accounts
      return (await merchant.page('/')).querySelectorAll('#account option').map(({ text }) => text)
    }
    host.accountNames = { live: { tr: 'Canlı', en: 'Live' }, test: { tr: 'Test', en: 'Test' } }
    expect(await names('live:4f3a', 'test:0b1c')).toEqual(['All', 'Live', 'Test'])
    expect(await names('live:4f3a', 'live:77aa', 'test:0b1c')).toEqual([
      ...['All', 'Live (4f3a)', 'Live (77aa)', 'Test'],
    ])
  })

  test('an amount that is none is said beside its field', async () => {
    const answer = await merchant.ask('/?least=abc&most=900')
    expect(answer.status).toBe(422)
    const page = await merchant.page('/?least=abc&most=900')
    expect(page.querySelector('#least-error')?.text).toMatch(/above zero/)
    expect(page.querySelector('#most-error')?.text).toBe('')
    expect(page.querySelector('#least')?.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a shop with more payments than are looked at at once', () => {
  beforeEach(() => {
    host.looksAt = 2
    for (const [at, amount] of [100, 200, 100, 300, 100].entries())
      host.add(`p${at}`, {
        ...{ expected: { minor: amount * 100, currency: 'TRY' }, method: 'CARD' },
        updatedAt: new Date(Date.UTC(2026, 10, 20 - at, 9)),
      })
  })
  const references = async (query: string) =>
    (await merchant.page(`/${query}`)).querySelectorAll('tbody tr a').flatMap((link) => {
      const [, reference] = /payments\/(p\d)$/.exec(link.getAttribute('href') ?? '') ?? []
      return reference ?? []
    })
  const linkOf = async (query: string, text: string): Promise<string | undefined> => {
    const links = (await merchant.page(`/${query}`)).querySelectorAll('main a.button')
    const href = links.find((link) => link.text === text)?.getAttribute('href')
    return href && new URL(href, 'https://x').search
  }

  test('the list says how far back it looked, and goes on from there until all were seen', async () => {
    const query = '?most=100'
    expect(await references(query)).toEqual(['p0'])
    expect((await merchant.page(`/${query}`)).text).toMatch(/Searched back to\s+(19 Nov|Nov 19)/)
    const second = (await linkOf(query, 'Search further back')) ?? ''
    expect(await references(second)).toEqual(['p2'])
    const third = (await linkOf(second, 'Search further back')) ?? ''
    expect(await references(third)).toEqual(['p4'])
    expect(await linkOf(third, 'Search further back')).toBeUndefined()
    expect(await linkOf(third, 'Back to the newest')).toBe('?most=100&currency=TRY')
  })

  test('a part in which nothing was found says so, and leads on all the same', async () => {
    const second = await linkOf('?least=300&most=300', 'Search further back')
    expect(await references('?least=300&most=300')).toEqual([])
    expect(await references(second ?? '')).toEqual(['p3'])
  })

  test('a search that is asked for anew begins with the newest', async () => {
    const place = new URLSearchParams(await linkOf('?most=100', 'Search further back')).get('before') ?? ''
    const answer = await merchant.post('/find', { most: '100', before: place })
    expect(answer.headers.get('location')).not.toContain('before')
    expect(await references('?before=nonsense')).toEqual(['p0', 'p1'])
  })

  test('the CSV has all of them, each once', async () => {
    const file = await (await merchant.ask('/payments.csv?most=100')).text()
    expect(file.match(/p\d\b/g)).toEqual(['p0', 'p2', 'p4'])
    expect((await (await merchant.ask('/payments.csv')).text()).match(/p\d\b/g)).toHaveLength(5)
  })
})
