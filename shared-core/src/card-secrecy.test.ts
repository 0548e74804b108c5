// A card that is typed on core's page is in nothing that is written, said or answered, whatever becomes of the payment.
import { inspect } from 'node:util'
import {
  answerData,
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
} from './client/testing/local-server'
import { memoryLogger } from './client/testing/memory-logger'
import { memoryTracer } from './client/testing/memory-tracer'
import type { CraftgateCommerce } from './commerce'
import { createCraftgateCommerce } from './create-craftgate-commerce'
import type { CommercePlatform } from './platform'
import { MemoryPlatform } from './testing/memory-platform'
import { harnessOptions, orderOf } from './testing/shop-harness'

const TYPED = {
  holder: 'Zümrüt Sentinel',
  number: '3714 4963 5398 431',
  expiry: '09/57',
  cvc: '7391',
  installment: '1-124990',
  save: 'yes',
}
const NUMBER = '371449635398431'
/** Nothing of these may be seen; four digits alone may stand in an id by chance. */
const SECRETS = [
  /371449635398431/,
  /3714[ -]4963/,
  /98431/,
  /Sentinel/i,
  /09\/57/,
  /(?<![\da-f])7391(?![\da-f])/i,
]

let answer: (exchange: Exchange) => void
let server: LocalServer
let platform: MemoryPlatform
let commerce: CraftgateCommerce | undefined
let seen: unknown[]
let stop: (() => void) | undefined

interface Opened {
  readonly link: string
  readonly shop: CraftgateCommerce
}

async function open(threeDSecure: 'always' | 'never'): Promise<Opened> {
  const { lines, logger } = memoryLogger()
  const { spans, stop: stopTracing } = memoryTracer()
  stop = stopTracing
  platform = new MemoryPlatform()
  platform.addOrder('o1', orderOf(124_990, { buyer: { id: 'c7', hasAccount: true } }))
  const merchants = {
    tr: { apiKey: 'api', secretKey: 'secret', webhookKey: 'webhook-key', environment: server.url },
  }
  const shop = createCraftgateCommerce({
    options: {
      ...harnessOptions,
      merchants,
      checkout: { cardEntry: 'server', threeDSecure },
      // Long enough for a busy machine to send what the test counts; only silence waits for their end.
      deadlines: { readMs: 5_000, startMs: 1_000, moneyMs: 1_000 },
    },
    platform,
    logger,
  })
  commerce = shop
  seen = [lines, spans, platform.checkouts, platform.operations, platform.applied]
  const expected = { minor: 124_990, currency: 'TRY' } as const
  const { payLinkBy } = await shop.begin({ reference: 's1', merchant: 'tr', order: 'o1', expected })
  return { link: payLinkBy('CARD'), shop }
}

beforeAll(async () => {
  server = await localServer((exchange) => answer(exchange))
})
afterAll(() => server.close())
afterEach(async () => {
  stop?.()
  await commerce?.close()
  commerce = undefined
})

async function send({ link, shop }: Opened, fields: Record<string, string>): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin', 'accept-language': 'tr' }
  const request = new Request(link, { method: 'POST', body: new URLSearchParams(fields), headers })
  const response = await shop.handle(request, { shopper: 'c7' })
  seen.push(response.status, [...response.headers], await response.text())
}

function expectNothing(): void {
  const all = inspect(seen, { depth: 50, showHidden: true, maxStringLength: null, maxArrayLength: null })
  for (const secret of SECRETS) expect(all).not.toMatch(secret)
}

const isCharge = ({ url }: Exchange['request']) => /3ds-init$|card-payments$/.test(url)
const gossip = ({ body }: Exchange['request']) =>
  `${Object.values(JSON.parse(body || '{}').card ?? {}).join(' | ')} ${body}`

/** What Craftgate says to the charge; of everything else it knows nothing. */
const saying = (say: (exchange: Exchange) => void) => (exchange: Exchange) => {
  if (isCharge(exchange.request)) return say(exchange)
  if (exchange.request.url.includes('payment-reporting'))
    return answerData(exchange, { items: [], totalSize: 0 })
  return answerErrors(exchange, 422, { errorCode: '4170', errorDescription: exchange.request.url })
}
const errors = (status: number, errorCode: string, errorGroup?: string) => (exchange: Exchange) =>
  answerErrors(exchange, status, { errorCode, errorDescription: gossip(exchange.request), errorGroup })

const ANSWERS: readonly (readonly [string, (exchange: Exchange) => void])[] = [
  [
    'a payment',
    (exchange) =>
      answerData(exchange, {
        ...{ id: 7, paymentId: 7, paymentStatus: 'INIT_THREEDS', additionalAction: 'SHOW_HTML_CONTENT' },
        ...{ htmlContent: Buffer.from('<form></form>').toString('base64'), cardHolderName: TYPED.holder },
      }),
  ],
  ['a decline', errors(422, '10051', 'NOT_SUFFICIENT_FUNDS')],
  ['a decline of which nobody knows whether it was one', errors(422, '10219', 'REQUEST_TIMEOUT')],
  ['a validation error that repeats the card', errors(422, '4152')],
  ['wrong keys', errors(401, '1000')],
  ['too many requests', errors(429, '429')],
  ['its own 5xx', errors(500, '5000')],
  ['a 5xx of somebody else', ({ response, request }) => response.writeHead(502).end(gossip(request))],
  [
    'what cannot be read',
    ({ response, request }) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data": ${gossip(request)}`),
  ],
  ['an answer without a payment', (exchange) => answerData(exchange, { card: gossip(exchange.request) })],
  [
    'a page that leads nowhere',
    (exchange) => answerData(exchange, { paymentId: 7, redirectUrl: `x:${gossip(exchange.request)}` }),
  ],
  ['silence', () => {}],
  ['a killed connection', ({ socket }) => socket.destroy()],
]

describe.each(['always', 'never'] as const)('with 3D Secure %s', (rule) => {
  test.each(ANSWERS)('Craftgate answers %s', async (_, say) => {
    answer = saying(say)
    const opened = await open(rule)
    const before = server.requests.length
    await send(opened, TYPED)
    const sent = server.requests.slice(before)
    expect(sent.filter(({ body }) => body.includes(NUMBER))).toHaveLength(1)
    await send(opened, TYPED)
    seen.push(
      sent.map(({ url }) => url),
      await opened.shop.reconcile(),
    )
    expectNothing()
  })

  const FAILING: readonly (keyof CommercePlatform)[] = ['saveCheckout', 'readOrder', 'findCheckout', 'apply']

  test.each(FAILING)('the shop throws at %s', async (method) => {
    answer = saying(errors(422, '10051', 'NOT_SUFFICIENT_FUNDS'))
    const opened = await open(rule)
    platform.failures.set(method, 1)
    await send(opened, TYPED)
    expectNothing()
  })
})

test('what is looked for would be found', () => {
  for (const secret of SECRETS) expect(inspect({ ...TYPED, digits: NUMBER })).toMatch(secret)
})

test.each([
  ['a number with a slip', { number: '3714 4963 5398 432' }],
  ['a number in the wrong field', { holder: NUMBER }],
  ['a code that is too short', { cvc: '739' }],
  ['a card that expired', { expiry: '09/17' }],
  ['another choice than there is', { installment: '12-1' }],
])('the shopper types %s', async (_, over) => {
  answer = saying(errors(422, '10051'))
  await send(await open('always'), { ...TYPED, ...over })
  expectNothing()
})

test('another site sends it', async () => {
  answer = saying(errors(422, '10051'))
  const opened = await open('always')
  const headers = { 'sec-fetch-site': 'cross-site' }
  const body = new URLSearchParams(TYPED)
  const response = await opened.shop.handle(new Request(opened.link, { method: 'POST', body, headers }))
  seen.push([...response.headers], await response.text())
  expect(response.status).toBe(403)
  expectNothing()
})
