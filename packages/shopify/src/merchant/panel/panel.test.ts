import type { PaymentLink } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { PUBLIC_URL, SHOP_A, SHOP_B, testHarness } from '../../../test/merchant-harness'
import { attemptRow, paymentRow } from '../../../test/rows'

const LINK = {
  id: 7,
  name: 'Kahve atölyesi',
  price: { minor: 125_050, currency: 'TRY' },
  isOpen: true,
  soldCount: 0,
  installments: [1],
  url: 'https://craftgate.example/l/7',
} as const satisfies PaymentLink

const paymentLinks = {
  search: async () => ({ links: [LINK], count: 1 }),
  find: async () => LINK,
  create: async () => LINK,
  update: async () => LINK,
  delete: async () => {},
  payments: async () => ({ payments: [], count: 0 }),
}

const nothing = async () => []
const asked = { declinedPayments: nothing, payLink: () => 'https://pay.example' }
const open = (rows = {}) => testHarness({ rows, commerce: { paymentLinks, ...asked } })

const pathsOf = (text: string) =>
  parse(text)
    .querySelectorAll('header nav a')
    .map((link) => link.getAttribute('href'))

test('the pages of the app and those of the panel have one navigation', async () => {
  const { get } = open()
  const own = pathsOf(await (await get('/')).text())
  expect(own).toEqual(expect.arrayContaining(['/', '/panel', '/panel/links', '/panel/attention', '/privacy']))
  expect(pathsOf(await (await get('/panel/links')).text())).toEqual(own)
})

test('what needs attention leads to the payment in the app, and is of this shop only', async () => {
  const rows = {
    sessions: [paymentRow()],
    attempts: [
      attemptRow({ state: 'needs-review' }),
      attemptRow({ shop: SHOP_B, recordId: 'foreign-1', reference: 'foreign', state: 'needs-review' }),
    ],
  }
  const page = parse(await (await open(rows).get('/panel/attention')).text())
  const links = page.querySelectorAll('tbody th a').map((link) => link.getAttribute('href'))
  expect(links).toEqual(['/panel/payments/payment-1'])
})

test('what Shopify was not told needs attention, and leads to its payment', async () => {
  const refund = { id: 'refund-1', kind: 'refund', paymentSessionId: 'payment-1' } as const
  const sessions = [
    paymentRow({ lastError: 'unreachable' }),
    paymentRow({ ...refund, syncStatus: 'exhausted', lastError: 'unreachable' }),
    paymentRow({ id: 'payment-9', shop: SHOP_B, syncStatus: 'exhausted' }),
  ]
  const { get } = open({ sessions })
  const page = parse(await (await get('/panel/attention?lang=en')).text())
  expect(page.querySelectorAll('h2').map(({ text }) => text)).toEqual([
    'Results that Shopify does not have (1)',
  ])
  const [link] = page.querySelectorAll('tbody th a')
  expect([link?.text, link?.getAttribute('href')]).toEqual(['Refund', '/panel/payments/payment-1'])
  expect(page.querySelector('nav .badge')?.text).toBe('1')
})

test('what waits is counted for a shop once in some seconds, not for each page', async () => {
  const counted: unknown[] = []
  const lateOperations = async (query: object) => {
    counted.push(query)
    return []
  }
  const { get, post } = testHarness({ commerce: { paymentLinks, ...asked, lateOperations } })
  await get('/panel/links')
  const once = [...counted]
  expect(once.length).toBeGreaterThan(0)
  await get('/panel/links')
  await get('/panel/audit')
  expect(counted).toEqual(once)
  await get('/panel/links', { 'x-shop': SHOP_B })
  expect(counted).toHaveLength(2 * once.length)
  // Whatever was done may have cleared something.
  const form = { name: 'Kahve', price: '1250,50', currency: 'TRY', once: 'form-1', merchant: 'live' }
  await post('/panel/links', form)
  await get('/panel/links')
  expect(counted.length).toBeGreaterThan(2 * once.length)
})

const listedIn = (text: string) =>
  parse(text)
    .querySelectorAll('tbody tr a')
    .map((link) => link.getAttribute('href'))

test('the last digits of a card find its payments, in the accounts whose keys the shop has', async () => {
  const searched: unknown[] = []
  const paymentsByCard = async (account: string, lastFour: string) => {
    searched.push([account, lastFour])
    return [{ account, paymentId: 7 }]
  }
  const sessions = [paymentRow(), paymentRow({ id: 'payment-2' })]
  const attempts = [attemptRow({ paymentIds: [7] }), attemptRow({ recordId: 'p-2', reference: 'payment-2' })]
  const { get } = testHarness({
    rows: { sessions, attempts },
    commerce: { paymentLinks, paymentsByCard, ...asked },
  })
  expect(listedIn(await (await get('/panel?q=0008')).text())).toEqual(['/panel/payments/payment-1'])
  expect(searched).toEqual([['live:sandbox', '0008']])
})

test('the list is narrowed to an account, and says live and test where there are both', async () => {
  const test = { mode: 'test', account: 'test:sandbox' } as const
  const rows = {
    sessions: [paymentRow(), paymentRow({ id: 'payment-2', mode: 'test' })],
    attempts: [attemptRow(), attemptRow({ ...test, recordId: 'p-2', reference: 'payment-2' })],
  }
  const text = await (await open(rows).get('/panel?account=test%3Asandbox&lang=en')).text()
  expect(listedIn(text)).toEqual(['/panel/payments/payment-2'])
  const options = parse(text).querySelectorAll('#account option')
  expect(options.map((option) => option.text)).toEqual(['All', 'Live', 'Test'])
})

test('nothing is asked of Craftgate, or shown, for nobody', async () => {
  const { app } = open()
  const answer = await app.request(`/panel/links?shop=${SHOP_B}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/auth?shop=${SHOP_B}`])
  const post = await app.request('/panel/links', { method: 'POST', headers: { origin: PUBLIC_URL } })
  expect([post.status, post.headers.get('location')]).toEqual([303, '/'])
})

test('without keys of Craftgate the overview says what to do first', async () => {
  const { get } = testHarness()
  const { headers } = await get('/panel/links')
  expect(headers.get('location')).toBe('/?done=no-keys')
  expect(await (await get('/?done=no-keys')).text()).toContain('Önce canlı ya da test Craftgate hesabını')
})

test('no other site makes a link, and what is made is written down', async () => {
  const { post, audited } = open()
  const form = { name: 'Kahve', price: '1250,50', currency: 'TRY', once: 'form-1', merchant: 'live' }
  for (const origin of ['https://evil.example', 'null'])
    expect((await post('/panel/links', form, { origin })).status).toBe(403)
  expect(audited).toEqual([])
  expect((await post('/panel/links', form)).headers.get('location')).toBe(
    '/panel/links/live/7?done=made-link',
  )
  // Before Craftgate is asked its number is not known.
  expect(audited).toEqual([
    [SHOP_A, expect.objectContaining({ action: 'asked-for-link', reference: 'live' })],
    [SHOP_A, expect.objectContaining({ action: 'made-link', reference: '7' })],
  ])
})

test('the page of a payment says that its money moves in Shopify’s admin', async () => {
  const rows = { sessions: [paymentRow()], attempts: [attemptRow()] }
  const page = parse(await (await open(rows).get('/panel/payments/payment-1')).text())
  expect(page.querySelector('.notice a')?.getAttribute('href')).toBe(`https://${SHOP_A}/admin/orders`)
})
