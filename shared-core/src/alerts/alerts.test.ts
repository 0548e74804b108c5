import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import type { CraftgateOptions } from '../options/options'
import { MemoryPlatform } from '../testing'
import { harnessOptions } from '../testing/shop-harness'
import type { Alert, SeenKind } from './alert'

const KEY = Buffer.alloc(32, 7)
const SECRET = `whsec_${KEY.toString('base64')}`
const OLD_SECRET = `whsec_${Buffer.alloc(32, 8).toString('base64')}`

interface Taken {
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly type: string
  readonly data: Omit<Alert, 'id' | 'since'> & { readonly since: string }
}

let listener: Server
let url: string
let taken: Taken[]
/** What the listener answers, after it wrote down what came. */
let answer: number
/** Runs while the listener has a message in its hands. */
let meanwhile: () => Promise<void>

beforeAll(async () => {
  listener = createServer(async (request, response) => {
    let raw = ''
    for await (const part of request) raw += part
    taken.push({ headers: request.headers, raw, ...JSON.parse(raw) })
    await meanwhile()
    response.writeHead(answer, { location: '/elsewhere' }).end('thanks')
  })
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/alerts`
})
afterAll(() => new Promise((closed) => listener.close(closed)))

let now: Date
let platform: MemoryPlatform
/** What waits, by kind. */
let waiting: Record<string, Pick<SeenKind, 'count' | 'asOf' | 'readAt'>>
const warned: unknown[] = []

beforeEach(() => {
  taken = []
  answer = 204
  meanwhile = async () => {}
  now = new Date('2026-03-01T10:00:00Z')
  platform = new MemoryPlatform({ clock: () => now })
  waiting = {}
  warned.length = 0
})

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

const WORDS = {
  title: { tr: 'Yapılamayan iadeler', en: 'Refunds that were refused' },
  text: { tr: 'Yeniden iade edin.', en: 'Refund them again.' },
}

/** One more server of the shop. */
function server(
  alerts: CraftgateOptions['alerts'] = webhook(),
  announceAlert?: (alert: Alert) => Promise<void>,
) {
  const { tr, ...rest } = harnessOptions.merchants
  if (tr === undefined || rest.eu === undefined) throw new Error('The harness has other merchants')
  const log = () => {}
  const commerce = createCraftgateCommerce({
    options: { ...harnessOptions, merchants: { tr }, alerts },
    platform,
    clock: () => now,
    announceAlert,
    logger: { debug: log, info: log, error: log, warn: (...told) => void warned.push(told) },
  })
  commerce.alerts.watch({
    url: 'https://shop.example.com/panel/attention',
    kinds: async () => Object.entries(waiting).map(([kind, seen]) => ({ kind, ...WORDS, ...seen })),
  })
  return commerce
}

const webhook = (over: Partial<NonNullable<CraftgateOptions['alerts']>> = {}) => ({
  webhook: { url, secret: SECRET },
  ...over,
})

const states = () => taken.map(({ data: { kind, state, count } }) => `${kind} ${state} ${count}`)
const ids = () => taken.map(({ headers }) => headers['webhook-id'])

test('raised once, signed, without a redirect followed, and cleared once', async () => {
  const shop = server()
  waiting = { 'refused-refunds': { count: 2 }, loans: { count: 0 } }
  await shop.reconcile()
  await shop.reconcile()
  const [message, ...more] = taken
  expect(more).toEqual([])
  expect(message?.type).toBe('craftgate.alert.raised')
  expect(message?.data).toEqual({
    ...{ kind: 'refused-refunds', state: 'raised', count: 2, merchant: 'tr', account: 'tr:sandbox' },
    ...{ since: now.toISOString(), url: 'https://shop.example.com/panel/attention' },
    title: 'Yapılamayan iadeler',
    text: 'Yapılamayan iadeler: 2. Yeniden iade edin.',
  })
  const { headers, raw = '' } = message ?? {}
  const signed = `${headers?.['webhook-id']}.${headers?.['webhook-timestamp']}.${raw}`
  expect(headers?.['webhook-timestamp']).toBe(String(now.getTime() / 1000))
  expect(headers?.['webhook-signature']).toBe(
    `v1,${createHmac('sha256', KEY).update(signed).digest('base64')}`,
  )
  waiting = { 'refused-refunds': { count: 0 } }
  pass(1)
  await shop.reconcile()
  await shop.reconcile()
  expect(states()).toEqual(['refused-refunds raised 2', 'refused-refunds cleared 0'])
  expect(taken[1]?.data.text).toBe('Yapılamayan iadeler: bekleyen kalmadı.')
})

test('more than people know of is said again, at most once an hour; fewer is no news', async () => {
  const shop = server()
  for (const count of [1, 2, 3, 5]) {
    waiting = { loans: { count } }
    await shop.reconcile()
    pass(10)
  }
  expect(states()).toEqual(['loans raised 1'])
  pass(30)
  await shop.reconcile()
  pass(61)
  for (const count of [2, 5]) {
    waiting = { loans: { count } }
    await shop.reconcile()
  }
  expect(states()).toEqual(['loans raised 1', 'loans raised 5', 'loans raised 5'])
})

test('what comes and goes within the hour is said once and cleared once', async () => {
  const shop = server()
  for (const count of [1, 0, 1, 0, 1]) {
    waiting = { loans: { count } }
    await shop.reconcile()
    pass(5)
  }
  expect(states()).toEqual(['loans raised 1', 'loans cleared 0'])
  pass(60)
  await shop.reconcile()
  expect(states().at(-1)).toBe('loans raised 1')
})

test('of two servers that look at the same moment one tells', async () => {
  const [one, other] = [server(), server()]
  waiting = { loans: { count: 1 }, 'needs-review': { count: 1 } }
  await Promise.all([one.reconcile(), other.reconcile()])
  expect(states().toSorted()).toEqual(['loans raised 1', 'needs-review raised 1'])
})

test.each([302, 500])(
  'what was answered by %i comes again, later and later, with the same id',
  async (status) => {
    const shop = server()
    waiting = { loans: { count: 1 } }
    answer = status
    const { problems } = await shop.reconcile()
    expect(problems).toEqual(['The alert loans of tr:sandbox could not be told (webhook)'])
    await shop.reconcile()
    expect(taken).toHaveLength(1)
    pass(1)
    await shop.reconcile()
    pass(4)
    await shop.reconcile()
    expect(taken).toHaveLength(2)
    answer = 204
    pass(1)
    expect((await shop.reconcile()).problems).toEqual([])
    pass(100)
    await shop.reconcile()
    expect([taken.length, new Set(ids()).size]).toEqual([3, 1])
    expect(warned).toHaveLength(2)
  },
)

test('after two days it is given up, and what becomes of it later is told again', async () => {
  const shop = server()
  waiting = { loans: { count: 1 } }
  answer = 500
  const problems: string[] = []
  for (let hour = 0; hour < 100; hour += 1) {
    problems.push(...(await shop.reconcile()).problems)
    pass(60)
  }
  expect(problems.at(-1)).toMatch(/ and is given up$/)
  const tries = taken.length
  expect(tries).toBe(8)
  answer = 204
  waiting = { loans: { count: 2 } }
  await shop.reconcile()
  expect(states().slice(tries)).toEqual(['loans raised 2'])
})

test('a server that dies with the message in its hands: another tells it again, with the same id', async () => {
  const [dying, other] = [server(), server()]
  waiting = { loans: { count: 1 } }
  const { save } = platform.alerts
  const dies = jest.spyOn(platform.alerts, 'save').mockImplementation(async (record) => {
    // It has written that it tries, and nothing after that.
    if (record.attempts > 0 && record.pending.length === 0) throw new Error('It is dead')
    return save(record)
  })
  await dying.reconcile()
  dies.mockRestore()
  await other.reconcile()
  expect(taken).toHaveLength(1)
  pass(1)
  await other.reconcile()
  pass(100)
  await other.reconcile()
  expect([taken.length, new Set(ids()).size]).toEqual([2, 1])
})

test('what cleared before anybody heard of it is not told; what may have been heard is cleared too', async () => {
  waiting = { loans: { count: 1 } }
  answer = 500
  const shop = server()
  await shop.reconcile()
  answer = 204
  waiting = { loans: { count: 0 } }
  await shop.reconcile()
  expect(states()).toEqual(['loans raised 1'])
  pass(1)
  await shop.reconcile()
  expect(states()).toEqual(['loans raised 1', 'loans cleared 0'])
})

test('a kind that cannot be asked now stays as it was', async () => {
  const shop = server()
  waiting = { loans: { count: 1 } }
  await shop.reconcile()
  waiting = {}
  await shop.reconcile()
  expect(states()).toEqual(['loans raised 1'])
})

test('what another process saw is cleared only by one that saw it well since', async () => {
  const shop = server()
  waiting = { 'refused-keys': { count: 1, asOf: 'unknown' } }
  await shop.reconcile()
  const raisedAt = now
  pass(1)
  for (const asOf of ['unknown', new Date(raisedAt.getTime() - 1)] as const) {
    waiting = { 'refused-keys': { count: 0, asOf } }
    await shop.reconcile()
  }
  expect(states()).toEqual(['refused-keys raised 1'])
  waiting = { 'refused-keys': { count: 0, asOf: now } }
  await shop.reconcile()
  expect(states().at(-1)).toBe('refused-keys cleared 0')
})

test('what a server read before another saw it end is not told again', async () => {
  const shop = server(webhook({ repeatMinutes: 0 }))
  const readAt = now
  const stale = { 'closed-poses': { count: 1, readAt, asOf: readAt } }
  waiting = stale
  await shop.reconcile()
  pass(1)
  waiting = { 'closed-poses': { count: 0, readAt: now, asOf: now } }
  await shop.reconcile()
  pass(1)
  waiting = stale
  await shop.reconcile()
  expect(states()).toEqual(['closed-poses raised 1', 'closed-poses cleared 0'])
  waiting = { 'closed-poses': { count: 1, readAt: now, asOf: now } }
  await shop.reconcile()
  expect(states().at(-1)).toBe('closed-poses raised 1')
})

test('what is said while the message before is under way has a message of its own, after it', async () => {
  const [one, other] = [server(), server()]
  waiting = { loans: { count: 1 } }
  meanwhile = async () => {
    meanwhile = async () => {}
    waiting = { loans: { count: 0 } }
    await other.reconcile()
  }
  await one.reconcile()
  expect(states()).toEqual(['loans raised 1'])
  pass(1)
  await one.reconcile()
  expect(states()).toEqual(['loans raised 1', 'loans cleared 0'])
})

test('the shop’s function and events hear of it as well; who took it is not told again', async () => {
  const [sent, announced]: [Alert[], Alert[]] = [[], []]
  let isMailUp = false
  const send = async (alert: Alert) => {
    sent.push(alert)
    if (!isMailUp) throw new Error('No mail today')
  }
  const shop = server(webhook({ send, language: 'en' }), async (alert) => void announced.push(alert))
  expect(shop.alerts.channels('tr')).toEqual(['webhook', 'event', 'send'])
  waiting = { loans: { count: 1 } }
  await shop.reconcile()
  isMailUp = true
  pass(1)
  await shop.reconcile()
  expect([taken.length, announced.length, sent.length]).toEqual([1, 1, 2])
  expect(sent[0]).toEqual(sent[1])
  expect(announced[0]).toMatchObject({
    state: 'raised',
    title: 'Refunds that were refused',
  })
})

test('a new secret is signed with beside the old one', async () => {
  waiting = { loans: { count: 1 } }
  await server({ webhook: { url, secret: [SECRET, OLD_SECRET] } }).reconcile()
  expect(String(taken[0]?.headers['webhook-signature']).split(' ')).toEqual([
    expect.stringMatching(/^v1,/),
    expect.stringMatching(/^v1,/),
  ])
})

test('what the options send with is used in place of fetch, and its answer counts', async () => {
  const sent: string[] = []
  const shop = server({
    webhook: {
      ...{ url: 'https://hooks.example.com/alerts', secret: SECRET },
      fetch: async (to, { method, redirect, body }) => {
        sent.push([method, to, redirect, JSON.parse(body).type].join(' '))
        return new Response(null, { status: sent.length === 1 ? 204 : 302 })
      },
    },
  })
  expect(await shop.alerts.sendTest('tr')).toEqual({ failed: [] })
  expect(await shop.alerts.sendTest('tr')).toEqual({ failed: ['webhook'] })
  expect([sent[0], taken]).toEqual(['POST https://hooks.example.com/alerts manual craftgate.alert.test', []])
})

test('a test alert is told at once and written nowhere', async () => {
  const shop = server()
  expect(await shop.alerts.sendTest('tr')).toEqual({ failed: [] })
  expect(taken[0]).toMatchObject({
    type: 'craftgate.alert.test',
    data: { kind: 'test', title: 'Deneme uyarısı' },
  })
  answer = 500
  expect(await shop.alerts.sendTest('tr')).toEqual({ failed: ['webhook'] })
  expect(await platform.alerts.of('tr:sandbox')).toEqual([])
})

test('without the option nobody is told, and nothing is written', async () => {
  const shop = server(undefined)
  waiting = { loans: { count: 1 } }
  const off = createCraftgateCommerce({ options: harnessOptions, platform })
  expect([off.alerts.channels('tr'), await off.alerts.sendTest('tr')]).toEqual([[], { failed: [] }])
  await off.reconcile()
  expect(await platform.alerts.of('tr:sandbox')).toEqual([])
  expect(shop.alerts.channels('tr')).toEqual(['webhook'])
})

test.each([
  [
    { webhook: { url: 'http://example.com/a', secret: SECRET } },
    'alerts.webhook.url: must begin with https://',
  ],
  [{ webhook: { url: 'example.com', secret: SECRET } }, 'alerts.webhook.url: must be an absolute https URL'],
  [
    { webhook: { url: 'https://a.example.com', secret: 'whsec_c2hvcnQ=' } },
    'alerts.webhook.secret: must be whsec_',
  ],
  [{ webhook: { url: 'https://a.example.com' } }, 'alerts.webhook.secret: '],
  [{ webhook: { url: 'https://a.example.com', secret: [] } }, 'alerts.webhook.secret: '],
  [
    { webhook: { url: 'https://a.example.com', secret: SECRET, fetch: 'curl' } },
    'alerts.webhook.fetch: must be a function like fetch',
  ],
  [{ language: 'de' }, "alerts.language: must be 'tr' or 'en'"],
  [{ repeatMinutes: -1 }, 'alerts.repeatMinutes: must be a whole number of minutes'],
  [{ send: 'mail' }, 'alerts.send: must be a function of the alert'],
])('wrong options name the key and the remedy: %j', (alerts, message) => {
  const make = () =>
    createCraftgateCommerce({ options: { ...harnessOptions, alerts } as CraftgateOptions, platform })
  expect(make).toThrow(message)
})
