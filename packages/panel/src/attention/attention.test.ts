// What waits for a person, of a shop in memory.
import { money, type PaymentOperation } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { alertSource, attentionOf, createPanel, type Panel, panelLink } from '../index'
import { AYSE, MemoryHost, PANEL_URL } from '../testing/memory-host'

const NOT_CANCELLED = 'Rejected; the shop could not cancel the order: cancel it there yourself; given back'
const ORIGIN = 'https://shop.example.com'

let host: MemoryHost
let panel: Panel
let cookie: string

const send = (path: string, method: 'GET' | 'POST' = 'GET') =>
  panel.handle(
    new Request(`${path.startsWith(ORIGIN) ? '' : PANEL_URL}${path}`, {
      method,
      headers: { 'accept-language': 'en', cookie, origin: ORIGIN },
    }),
  )

beforeEach(async () => {
  host = new MemoryHost()
  panel = createPanel(host)
  cookie = ''
  const answer = await send(await panelLink(host, AYSE), 'POST')
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
})

const pageOf = async (path: string) => parse(await (await send(path)).text())
const counted = async () => (await pageOf('/')).querySelector('nav .badge')?.text

function operationOn(reference: string, over: Partial<PaymentOperation> = {}, channel?: string) {
  const amount = money(5_000, 'TRY')
  const times = { createdAt: host.now, updatedAt: host.now }
  const named = { key: `refund-${reference}`, kind: 'refund', account: 'main', paymentId: 4711 } as const
  const operation = { ...named, amount, steps: [], state: 'unknown', version: 1, ...times, ...over } as const
  const [first] = host.details
  if (first === undefined) throw new Error('No payment is there')
  const context: Record<string, string> = channel === undefined ? {} : { channel }
  return { operation, attempt: { ...first.attempt, state: 'captured' as const, reference, context } }
}

const clearsAll = async () => {
  host.late.length = 0
  return { failed: [] }
}

const late = (reference: string, channel?: string) => host.late.push(operationOn(reference, {}, channel))

test('each kind has its things with a way to them, the worst first', async () => {
  host.add('p1', { state: 'refunding' })
  host.add('p2', { state: 'review' }, { order: { number: '1002', url: ORIGIN } })
  host.add('p3', { state: 'needs-review' })
  host.add('p4', { state: 'open', context: { payBy: 'x', wayOn: 'y' } })
  late('p1')
  host.refused.push(operationOn('p2', { kind: 'void', state: 'failed' }))
  host.add('p5', { state: 'refunded', note: NOT_CANCELLED, stateSince: host.now })
  host.add('p6', { state: 'refunded', note: 'given back' })
  const page = await pageOf('/attention')
  expect(page.querySelectorAll('h2').map(({ text }) => text)).toEqual([
    'Money kept for you (1)',
    'Orders that could not be cancelled (1)',
    'Refunds that were refused (1)',
    'Operations without an end (1)',
    'Payments under review (1)',
    'Money on its way back (1)',
  ])
  const links = page.querySelectorAll('tbody a').map((link) => [link.text, link.getAttribute('href')])
  expect(links).toEqual([
    ['p3', '/craftgate/panel/payments/p3'],
    ['p5', '/craftgate/panel/payments/p5'],
    ['Void', '/craftgate/panel/payments/p2'],
    ['Refund', '/craftgate/panel/payments/p1'],
    ['1002', '/craftgate/panel/payments/p2'],
    ['p1', '/craftgate/panel/payments/p1'],
  ])
})

test('the navigation counts what waits, and what is settled leaves by itself', async () => {
  expect(await counted()).toBeUndefined()
  host.add('p3', { state: 'needs-review' })
  host.now = new Date(host.now.getTime() + 15_000)
  expect(await counted()).toBe('1')
  host.details.pop()
  expect(await counted()).toBe('1')
  await send('/payments/nothing/ask', 'POST')
  expect(await counted()).toBeUndefined()
})

test('operations of another shop on this server are not there', async () => {
  host.add('p1')
  late('p1', 'other')
  host.owns = ({ context }) => context.channel === 'mine'
  expect(await attentionOf(host, AYSE, 'en')).toEqual({ count: 0, kinds: [] })
})

test('a kind that cannot be asked hides no other, and is logged', async () => {
  host.add('p3', { state: 'needs-review' })
  host.commerce = () => ({
    ...new MemoryHost().commerce(),
    lateOperations: () => Promise.reject(new Error('db')),
  })
  const kinds = [{ kind: 'needs-review', title: 'Money kept for you', count: 1 }]
  expect(await attentionOf(host, AYSE, 'en-GB')).toEqual({ count: 1, kinds })
  expect(host.logged).toHaveLength(1)
})

test('alerts count an account of all shops on the server, with the kinds of which nothing waits', async () => {
  host.add('p1', { state: 'needs-review' })
  host.add('p2', { state: 'needs-review', account: 'other' })
  host.setup.facts = { keysAcceptedAt: host.now }
  const { url, kinds } = alertSource(host)
  const seen = await kinds({ merchant: 'main', account: 'main' })
  expect(url).toBe(`${PANEL_URL}/attention`)
  expect(seen.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count])).toEqual([
    ['needs-review', 1],
  ])
  const asOf = Object.fromEntries(seen.map((each) => [each.kind, each.asOf]))
  expect(asOf).toMatchObject({ 'refused-keys': host.now, 'refused-webhooks': 'unknown', review: undefined })
})

test('a kind that cannot be asked now is told by no alert', async () => {
  host.offers({ lateOperations: () => Promise.reject(new Error('db')) })
  const seen = await alertSource(host).kinds({ merchant: 'main', account: 'main' })
  expect(seen.map(({ kind }) => kind)).not.toContain('late-operations')
  expect(seen.map(({ kind }) => kind)).toContain('review')
})

test('the count is of after what was done last, not of before it', async () => {
  host.add('p1')
  late('p1')
  expect(await counted()).toBe('1')
  host.offers({ alerts: { watch: () => {}, channels: () => ['webhook'], sendTest: clearsAll } })
  expect((await send('/setup/alerts/test', 'POST')).status).toBe(303)
  expect(await counted()).toBeUndefined()
})
