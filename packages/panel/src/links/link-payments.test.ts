import { CraftgateError, type FoundLinkPayment, money } from '@craftgate-commerce/core'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { memoryLinkPayments } from '../testing/memory-link-payments'
import { memoryLinks } from '../testing/memory-links'
import { waitingMatch } from '../testing/memory-transfers'
import { Merchant } from '../testing/merchant'

const LINK = { name: 'Sipariş 1001', price: '815', currency: 'TRY', installments: '1', once: 'form-1' }
const PAID = {
  ...{ paymentId: 4711, price: money(81_500, 'TRY'), paidPrice: money(84_000, 'TRY') },
  ...{ paidAt: new Date('2026-11-24T07:00:00Z'), lastFour: '0008' },
}
const MATCHES = [waitingMatch('1001', ['reference', 'amount', 'email']), waitingMatch('1002', [])]
const PAGE = '/links/main/1/payments/4711'

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  host.offers({ paymentLinks: memoryLinks(new Map([['form-1', [PAID]]])) })
  merchant = new Merchant(host)
  await merchant.enter()
  await merchant.post('/links', LINK)
  await offer()
})

async function offer(over: Partial<FoundLinkPayment> = {}): Promise<void> {
  const link = await host.commerce().paymentLinks.find('main', 1)
  const payment: FoundLinkPayment = { ...PAID, link, state: 'captured', matches: MATCHES, ...over }
  host.offers({ linkPayments: memoryLinkPayments([payment]) })
}

test('the link leads to each payment that pays no order', async () => {
  const row = (await merchant.page('/links/main/1')).querySelector('#link-payments + * tbody tr')
  expect(row?.querySelector('a')?.getAttribute('href')).toBe(`/craftgate/panel${PAGE}`)
})

test('orders are suggested with the reason, and none is paid before it is confirmed', async () => {
  const page = await merchant.page(PAGE)
  const rows = page.querySelectorAll('#match ~ * tbody tr')
  expect(rows.map((row) => row.querySelectorAll('th, td').map(({ text }) => text))).toEqual([
    [
      '1001',
      '₺815.00',
      'its number is in the link, the same amount, its buyer’s e-mail',
      'Choose order 1001',
    ],
    ['1002', '₺815.00', 'found by its number', 'Choose order 1002'],
  ])
  const chosen = rows[0]?.querySelector('a.button')?.getAttribute('href')?.split('/panel')[1] ?? ''
  const asked = await merchant.page(chosen)
  expect(asked.querySelector('h2')?.text).toBe('Is order 1001 paid by payment 4711 of ₺815.00?')
  const filled = await merchant.filled(chosen, `${PAGE}/match`)
  expect(filled).toEqual({ order: 'ref-1001', number: '1001' })
  expect(host.audited.map(({ action }) => action)).not.toContain('matched-link-payment')
  const done = await merchant.post(`${PAGE}/match`, filled)
  expect(done.headers.get('location')).toBe(`/craftgate/panel${PAGE}?done=matched`)
  expect(host.audited.at(-1)).toMatchObject({ action: 'matched-link-payment', reference: '4711' })
  const after = await merchant.page(PAGE)
  expect(after.querySelector('main .badge')?.text).toBe('Pays an order')
  expect([after.text, after.querySelector('#match')]).toEqual([expect.stringContaining('ref-1001'), null])
})

test('an order that waited for another amount is asked about with a warning', async () => {
  const asked = async () =>
    (await merchant.page(`${PAGE}/match?order=ref-1001`)).querySelector('main .warn')?.text
  expect(await asked()).toBeUndefined()
  await offer({ price: money(81_499, 'TRY') })
  expect(await asked()).toContain('₺815.00')
  await offer({ price: money(81_500, 'USD') })
  expect(await asked()).toContain('not this amount')
})

test('why a match was not made is said on the page of the payment', async () => {
  await merchant.post(`${PAGE}/match`, { order: 'ref-1001', number: '1001' })
  const again = await merchant.post(`${PAGE}/match`, { order: 'ref-1002', number: '1002' })
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('pays an order already')])
  const gone = await merchant.ask(`${PAGE}/match?order=ref-1002&number=1002`)
  expect([gone.status, await gone.text()]).toEqual([409, expect.stringContaining('waits for no money')])
})

test.each([
  ['refunded', 'Cancelled or refunded'],
  ['held', 'Its money was not taken'],
] as const)('a payment that is %s is matched to none', async (state, badge) => {
  await offer({ state, matches: [] })
  const page = await merchant.page(PAGE)
  expect([page.querySelector('main .badge')?.text, page.querySelector('#match')]).toEqual([badge, null])
})

test('the order could not take it: the reason is told, and where the money is', async () => {
  const message = { tr: 'Almadı', en: 'It did not take the payment' }
  const match = async () => ({ state: 'failed' as const, error: { code: 'not-taken' }, message })
  host.offers({ linkPayments: { ...host.commerce().linkPayments, match } })
  const answer = await merchant.post(`${PAGE}/match`, { order: 'ref-1001', number: '1001' })
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(message.en)])
})

test('who may not take money reads and matches nothing', async () => {
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  const page = await merchant.page(PAGE)
  expect(page.querySelectorAll('#match ~ * a.button')).toEqual([])
  expect((await merchant.ask(`${PAGE}/match?order=ref-1001`)).status).toBe(403)
  expect((await merchant.post(`${PAGE}/match`, { order: 'ref-1001' })).status).toBe(403)
})

test('another account, link or payment is none', async () => {
  for (const path of [
    'other/1/payments/4711',
    'main/2/payments/4711',
    'main/1/payments/1',
    'main/1/payments/x',
  ])
    expect((await merchant.ask(`/links/${path}`)).status).toBe(404)
})

test('where nothing can be matched the link says what to do instead, and leads nowhere', async () => {
  host.offers({ linkPayments: { ...memoryLinkPayments(), areMatched: false } })
  const page = await merchant.page('/links/main/1')
  expect(page.text).toContain('mark that order as paid in your shop’s own admin')
  expect(
    page.querySelectorAll('a').some((link) => link.getAttribute('href')?.includes('/payments/4711')),
  ).toBe(false)
  expect((await merchant.ask(PAGE)).status).toBe(404)
  expect((await merchant.post(`${PAGE}/match`, { order: 'ref-1001' })).status).toBe(404)
})

test('words of a link cannot become part of the page', async () => {
  const link = await host.commerce().paymentLinks.find('main', 1)
  await offer({ link: { ...link, name: '<script>x</script>', description: '"><img src=x>' } })
  const page = await merchant.page(PAGE)
  expect([page.querySelector('script'), page.querySelector('img')]).toEqual([null, null])
})

test('what Craftgate did not answer is told', async () => {
  const refusal = new CraftgateError({
    ...{ kind: 'unavailable', code: 'x', message: 'x', retry: 'same-key' },
    merchantMessage: { tr: 'Yanıt yok', en: 'Craftgate does not answer' },
  })
  const match = () => Promise.reject(refusal)
  host.offers({ linkPayments: { ...host.commerce().linkPayments, match } })
  const answer = await merchant.post(`${PAGE}/match`, { order: 'ref-1001' })
  expect(await answer.text()).toContain('Craftgate does not answer')
})
