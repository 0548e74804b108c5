import { CraftgateError, type CraftgateErrorKind, type Delivery, type MayRetry } from '../errors'
import type { CraftgateClient } from './craftgate-client'
import { answerErrors, type Exchange, type LocalServer, localServer } from './testing/local-server'
import { rejectionOf, testClient } from './testing/test-client'

let answer: (exchange: Exchange) => void
let server: LocalServer
let client: CraftgateClient

beforeAll(async () => {
  server = await localServer((exchange) => answer(exchange))
  client = testClient(server.url, { retry: { attempts: 1 }, breaker: { minimumCalls: 10_000 } })
})
afterAll(async () => {
  await client.close()
  await server.close()
})

const read = () => client.call('retrievePayment', { path: { id: 5 } })
const start = () => client.call('expireCheckoutPayment', { path: { token: 'tok-1' } })
const money = () => client.call('refundPayment', { body: { paymentId: 5, conversationId: 'refund-1' } })

const errors = (status: number, body: object) => (exchange: Exchange) => answerErrors(exchange, status, body)
const raw =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  ({ response }: Exchange) => {
    response.writeHead(status, headers)
    response.end(body)
  }

interface Row {
  readonly name: string
  readonly answer: (exchange: Exchange) => void
  readonly read: readonly [CraftgateErrorKind, MayRetry]
  readonly money: readonly [CraftgateErrorKind, MayRetry]
  readonly code: string
  readonly group?: string
  /** Of the money call: `ended` only when Craftgate itself said something. */
  readonly delivery: Delivery
}

const WRONG = ['invalid-request', 'no'] as const
const KEYS = ['unauthorized', 'no'] as const
const AGAIN = ['unavailable', 'same-key'] as const
const ASK = ['unknown-outcome', 'ask-first'] as const
const NO = ['declined', 'no'] as const

const ROWS: readonly Row[] = [
  {
    name: 'a validation error (422)',
    delivery: 'ended',
    answer: errors(422, { errorCode: '4152', errorDescription: 'Kart son kullanma yılı "2010" geçersiz' }),
    read: WRONG,
    money: WRONG,
    code: '4152',
  },
  {
    name: 'a validation error (400), code as a number',
    delivery: 'ended',
    answer: errors(400, { errorCode: 1101, errorDescription: 'x', errorGroup: null }),
    read: WRONG,
    money: WRONG,
    code: '1101',
  },
  {
    name: 'something not found (404)',
    delivery: 'ended',
    answer: errors(404, { errorCode: '5000', errorDescription: 'Ödeme bulunamadı' }),
    read: WRONG,
    money: WRONG,
    code: '5000',
  },
  {
    name: 'a decline',
    delivery: 'ended',
    answer: errors(422, {
      errorCode: '10051',
      errorDescription: 'Yetersiz',
      errorGroup: 'NOT_SUFFICIENT_FUNDS',
    }),
    read: NO,
    money: NO,
    code: '10051',
    group: 'NOT_SUFFICIENT_FUNDS',
  },
  {
    name: 'a bank that never answered',
    delivery: 'ended',
    answer: errors(422, {
      errorCode: '10208',
      errorDescription: 'zaman aşımı',
      errorGroup: 'REQUEST_TIMEOUT',
    }),
    read: NO,
    money: ['declined', 'ask-first'],
    code: '10208',
    group: 'REQUEST_TIMEOUT',
  },
  {
    name: 'a decline inside of a 200',
    delivery: 'ended',
    answer: errors(200, { errorCode: '10051', errorDescription: 'x', errorGroup: 'DECLINED' }),
    read: NO,
    money: NO,
    code: '10051',
    group: 'DECLINED',
  },
  {
    name: 'wrong keys (401)',
    delivery: 'ended',
    answer: errors(401, { errorCode: '1000', errorDescription: 'Api credentials not found' }),
    read: KEYS,
    money: KEYS,
    code: '1000',
  },
  {
    name: 'a forbidden address (403, HTML)',
    delivery: 'unclear',
    answer: raw(403, '<html>'),
    // A proxy said it, not Craftgate.
    read: AGAIN,
    money: ASK,
    code: 'http-403',
  },
  {
    name: 'a proxy that wants a login (401, HTML)',
    delivery: 'unclear',
    answer: raw(401, '<html>', { 'content-type': 'text/html' }),
    read: AGAIN,
    money: ASK,
    code: 'http-401',
  },
  {
    name: 'a wrong signature with another status',
    delivery: 'ended',
    answer: errors(400, { errorCode: '1001', errorDescription: 'Signature is not equal!' }),
    read: KEYS,
    money: KEYS,
    code: '1001',
  },
  {
    name: 'too many requests',
    delivery: 'unclear',
    answer: raw(429, ''),
    read: AGAIN,
    money: AGAIN,
    code: 'too-many-requests',
  },
  {
    name: 'a broken server (500)',
    delivery: 'unclear',
    answer: raw(500, 'oops'),
    read: AGAIN,
    money: ASK,
    code: 'http-500',
  },
  {
    name: 'a broken server that names a code (500)',
    delivery: 'ended',
    answer: errors(500, { errorCode: '1', errorDescription: 'x', errorGroup: 'UNKNOWN' }),
    read: AGAIN,
    money: ASK,
    code: '1',
    group: 'UNKNOWN',
  },
  {
    name: 'a proxy that gave up (504)',
    delivery: 'unclear',
    answer: raw(504, '<html>'),
    read: AGAIN,
    money: ASK,
    code: 'http-504',
  },
  {
    name: 'a 404 of something else',
    delivery: 'unclear',
    answer: raw(404, '<html>'),
    read: AGAIN,
    money: ASK,
    code: 'http-404',
  },
  {
    name: 'a redirect, which is not followed',
    delivery: 'unclear',
    answer: raw(302, '', { location: '/payment/v1/elsewhere' }),
    read: AGAIN,
    money: ASK,
    code: 'redirect',
  },
  {
    name: 'half a JSON',
    delivery: 'unclear',
    answer: raw(200, '{"data":{"id'),
    read: AGAIN,
    money: ASK,
    code: 'not-json',
  },
  {
    name: 'JSON that is no envelope',
    delivery: 'unclear',
    answer: raw(200, '[1]'),
    read: AGAIN,
    money: ASK,
    code: 'not-json',
  },
  {
    name: 'a page instead of JSON',
    delivery: 'unclear',
    answer: raw(200, '{"data":{}}', { 'content-type': 'text/html' }),
    read: AGAIN,
    money: ASK,
    code: 'not-json',
  },
  {
    name: 'an envelope without data',
    delivery: 'unclear',
    answer: raw(200, '{}'),
    read: AGAIN,
    money: ASK,
    code: 'no-data',
  },
  {
    name: 'an empty success',
    delivery: 'unclear',
    answer: raw(200, ''),
    read: AGAIN,
    money: ASK,
    code: 'no-data',
  },
  {
    name: 'an answer that is too large',
    delivery: 'unclear',
    answer: raw(200, '', { 'content-type': 'application/json', 'content-length': '999999999' }),
    read: AGAIN,
    money: ASK,
    code: 'too-large',
  },
]

describe.each(ROWS)('$name', (row) => {
  beforeEach(() => {
    answer = row.answer
  })

  it.each([
    ['a read', read, row.read],
    ['a money call', money, row.money],
  ] as const)('fails %s the right way', async (_name, call, [kind, retry]) => {
    const error = await rejectionOf(call())
    expect(error).toBeInstanceOf(CraftgateError)
    expect(error).toMatchObject({ kind, retry, code: row.code, group: row.group })
    expect(error).toHaveProperty('requestId', server.requests.at(-1)?.headers['x-rnd-key'])
  })

  it('says of a money call whether it may still be under way', async () => {
    expect(await rejectionOf(money())).toHaveProperty('delivery', row.delivery)
  })
})

describe('what a merchant reads', () => {
  it('names the keys and the page of the panel when they are wrong', async () => {
    answer = errors(401, { errorCode: '1000', errorDescription: 'no' })
    const error = await rejectionOf(read())
    expect(error).toMatchObject({
      message: expect.stringMatching(/apiKey and secretKey.*panel\.craftgate\.io\/manage\/api-credentials/),
      merchantMessage: {
        tr: expect.stringContaining('API Anahtarları'),
        en: expect.stringContaining('secretKey'),
      },
    })
  })

  it('says what was invalid, without the value', async () => {
    answer = errors(422, { errorCode: '4152', errorDescription: 'Kart son kullanma yılı "2010" geçersiz' })
    const error = await rejectionOf(money())
    expect(error).toMatchObject({
      merchantMessage: { en: expect.stringContaining('4152: Kart son kullanma yılı "…"') },
    })
  })

  it('keeps an error code whose digits were also sent', async () => {
    answer = errors(422, { errorCode: '10051', errorDescription: 'x', errorGroup: 'DECLINED' })
    const error = await rejectionOf(client.call('refundPayment', { body: { paymentId: 10051 } }))
    expect(error).toMatchObject({ kind: 'declined', code: '10051' })
  })

  it("adds Craftgate's own request id when there is one", async () => {
    answer = raw(500, '', { 'x-request-id': 'cg-77' })
    expect(await rejectionOf(read())).toMatchObject({ upstreamRequestId: 'cg-77' })
  })
})

describe('successes', () => {
  it.each([
    [204, ''],
    [200, ''],
    [200, '{"data":null}'],
  ])('a call without an answer takes HTTP %i %p', async (status, body) => {
    answer = raw(status, body)
    await expect(start()).resolves.toBeUndefined()
  })

  it('takes an answer that does not name its type', async () => {
    answer = raw(200, '{"data":{"id":5}}', {})
    await expect(read()).resolves.toEqual({ id: 5 })
  })

  it('stops reading an endless answer', async () => {
    answer = ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const spill = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', spill)
      spill()
    }
    expect(await rejectionOf(read())).toMatchObject({ code: 'too-large' })
  })
})

describe('calls that are refused before they are sent', () => {
  it.each(['', '.', '..', '../card-payments/5', 'a/../b', 'a?b=1', 'a#b', 'a%2Fb', 'a\\b', 'a\r\nb'])(
    'a token like %p reaches nobody',
    async (token) => {
      const before = server.requests.length
      const error = await rejectionOf(client.call('retrieveCheckoutPayment', { path: { token: token } }))
      expect(error).toMatchObject({ kind: 'invalid-request', code: 'invalid-path', retry: 'no' })
      expect(server.requests).toHaveLength(before)
    },
  )

  it('a value that no URL can hold is an invalid request', async () => {
    const error = await rejectionOf(client.call('searchPayments', { query: { conversationId: '\ud800' } }))
    expect(error).toMatchObject({ kind: 'invalid-request', code: 'not-encodable' })
  })
})
