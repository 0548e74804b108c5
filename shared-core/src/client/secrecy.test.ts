import { inspect } from 'node:util'
import type { CraftgateClient, RequestBody } from './craftgate-client'
import { answerErrors, type Exchange, type LocalServer, localServer } from './testing/local-server'
import { type LogLine, memoryLogger } from './testing/memory-logger'
import { memoryTracer, type RecordedSpan } from './testing/memory-tracer'
import { rejectionOf, TEST_KEYS, testClient } from './testing/test-client'

const CARD = {
  cardHolderName: 'Haluk Demir',
  cardNumber: '5258640000000001',
  expireYear: '2044',
  expireMonth: '07',
  cvc: '907',
}
const EMAIL = 'haluk.demir@example.com'

/** Nothing of these may be seen anywhere. */
const SECRETS = [
  ...Object.values(TEST_KEYS),
  CARD.cardNumber,
  '5258 6400 0000 0001',
  CARD.cardHolderName,
  EMAIL,
  '"907"',
]

/** Everything that a logger, an error tracker or a person could get out of a value. */
function everythingIn(value: unknown): string {
  const deep = {
    depth: 50,
    showHidden: true,
    getters: true,
    maxStringLength: null,
    maxArrayLength: null,
  } as const
  const stack = value instanceof Error ? `${value.stack} ${value.message} ${everythingIn(value.cause)}` : ''
  return `${inspect(value, deep)} ${JSON.stringify(value)} ${String(value)} ${stack}`
}

const expectSafe = (value: unknown): void => {
  const seen = everythingIn(value)
  for (const secret of SECRETS) expect(seen).not.toContain(secret)
}

let answer: (exchange: Exchange) => void
let server: LocalServer
let client: CraftgateClient
let lines: LogLine[]
let spans: RecordedSpan[]
let stopTracing: () => void

beforeEach(async () => {
  server = await localServer((exchange) => answer(exchange))
  const memory = memoryLogger()
  const tracer = memoryTracer()
  lines = memory.lines
  spans = tracer.spans
  stopTracing = tracer.stop
  client = testClient(server.url, {
    logger: memory.logger,
    retry: { attempts: 2 },
    deadlines: { readMs: 300, startMs: 300, moneyMs: 300 },
  })
})
afterEach(async () => {
  stopTracing()
  await client.close()
  await server.close()
})

const pay = () =>
  client.call('createPayment', {
    body: {
      price: 100,
      paidPrice: 100,
      installment: 1,
      conversationId: EMAIL,
      externalId: CARD.cardNumber,
      card: CARD,
      items: [{ name: EMAIL, price: 100 }],
    } as unknown as RequestBody<'createPayment'>,
  })
const search = () =>
  client.call('searchPayments', {
    query: { conversationId: EMAIL, cardHolderName: CARD.cardHolderName } as object,
  })
const bin = () => client.call('retrieveBinNumber', { path: { binNumber: CARD.cardNumber } })
const inPath = () =>
  client.call('retrieveCheckoutPayment', { path: { token: `${EMAIL}/${TEST_KEYS.secretKey}` } })

// Everything that was sent, and every key, said back in the ways that a server could think of.
const gossip = ({ request }: Exchange): string => {
  const values =
    request.body === ''
      ? []
      : Object.values(JSON.parse(request.body)).flatMap((value) => Object.values(Object(value)))
  const keys = Object.values(TEST_KEYS)
  const echo = [
    ...values,
    decodeURIComponent(request.url),
    request.body,
    request.body.toLocaleUpperCase('tr'),
  ]
  return [...keys, CARD.cardNumber, '5258 6400 0000 0001', EMAIL, ...echo].join(' | ')
}

const say = (status: number, errors: (words: string) => object) => (exchange: Exchange) =>
  answerErrors(exchange, status, errors(gossip(exchange)))

const ANSWERS: readonly (readonly [string, (exchange: Exchange) => void])[] = [
  ['invalid', say(422, (errorDescription) => ({ errorCode: '4152', errorDescription }))],
  ['declined', say(422, (words) => ({ errorCode: '10051', errorDescription: words, errorGroup: words }))],
  ['gossip as a code', say(422, (words) => ({ errorCode: words, errorDescription: words }))],
  ['unauthorized', say(401, (errorDescription) => ({ errorCode: '1000', errorDescription }))],
  ['broken', say(500, (errorDescription) => ({ errorCode: '1', errorDescription }))],
  [
    'not JSON',
    (exchange) =>
      exchange.response.writeHead(200, { 'content-type': 'application/json' }).end(gossip(exchange)),
  ],
  ['no HTTP', (exchange) => exchange.socket.end(`${gossip(exchange)}\r\n\r\n`)],
  [
    'a redirect',
    ({ response }) => response.writeHead(302, { location: `/${EMAIL}/${TEST_KEYS.secretKey}` }).end(),
  ],
  ['an id header', ({ response }) => response.writeHead(500, { 'x-request-id': EMAIL }).end()],
  ['a killed socket', ({ socket }) => socket.destroy()],
  ['silence', () => {}],
]

describe.each(ANSWERS)('with %s for an answer', (_name, given) => {
  it.each([
    ['a payment', pay],
    ['a search', search],
    ['a BIN', bin],
    ['a strange token', inPath],
  ])('%s leaves no secret in the error, the log or the span', async (_call, call) => {
    answer = given
    expectSafe(await rejectionOf(call()))
    expectSafe(lines)
    expectSafe(spans)
  })
})

describe('the client itself', () => {
  it('shows no key, whichever way it is looked at', () => {
    for (const value of [client, client.within({}), client.call, client.within({}).call]) expectSafe(value)
  })

  it('shows no key through its prototypes', () => {
    let level: unknown = client
    while (level !== null && level !== undefined) {
      expectSafe(level)
      level = Object.getPrototypeOf(level)
    }
  })
})
