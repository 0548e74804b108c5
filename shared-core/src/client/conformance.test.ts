// The same calls with the stock SDK and with ours: every method of every adapter, with arguments that hurt.
import { createHash } from 'node:crypto'
import Craftgate from '@craftgate/craftgate'
import { findOperation } from '@craftgate-commerce/openapi/operations'
import { isGenuineThreeDSCallback } from '../http/callback'
import type { CallArguments, CraftgateClient, OperationId } from './craftgate-client'
import {
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
  type ReceivedRequest,
} from './testing/local-server'
import { rejectionOf, TEST_KEYS, testClient } from './testing/test-client'

type Client = InstanceType<typeof Craftgate.Client>

const ADAPTERS = [
  'bankAccountTracking',
  'bkmExpress',
  'fileReporting',
  'fraud',
  'installment',
  'juzdan',
  'masterpass',
  'merchant',
  'merchantApm',
  'onboarding',
  'payByLink',
  'payment',
  'paymentReporting',
  'settlement',
  'settlementReporting',
  'wallet',
] as const
type AdapterName = (typeof ADAPTERS)[number]

/** Verifies a hash and calls nobody. */
const NOT_A_CALL = new Set(['constructor', 'is3DSecureCallbackVerified'])

const TRICKY = {
  conversationId: 'cg-42.1',
  externalId: 'Şişli + 50% "indirim"',
  name: "İğne & oya = güzel? #1 / 'tırnak' (ç) * ~ !",
  symbols: '%2B%20 \\ € 🍵 <b>',
  price: 100.1,
  paidPrice: 1249.9,
  installment: 3,
  zero: 0,
  isThreeDS: false,
  empty: '',
  nothing: undefined,
  none: null,
  minCreatedDate: new Date('2024-02-29T23:59:59.123+03:00'),
  ids: [3, 1, 2],
  names: ['ay', 'yıl dönümü', 'a+b'],
  noIds: [],
  items: [{ name: 'Çay "demli"', price: 0.1, externalId: 'i-1' }],
  card: { cardHolderName: 'Haluk Demir', expireYear: '2044' },
}

const PATH_ARGUMENTS: Readonly<Record<string, unknown>> = {
  token: '456d1297-908e-4bd6-a13b-4be31a6e47d5',
  binNumber: '52586400',
  listName: 'engelli-liste',
  listType: 'EMAIL',
}

const parametersOf = (method: (...args: never[]) => unknown): readonly string[] =>
  (/\(([^)]*)\)/.exec(method.toString())?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const argumentFor = (parameter: string, at: number): unknown =>
  parameter.toLowerCase().endsWith('request') ? TRICKY : (PATH_ARGUMENTS[parameter] ?? 860 + at)

interface CallRow {
  readonly adapter: AdapterName
  readonly method: string
  readonly args: readonly unknown[]
}

const stockForNames = new Craftgate.Client({})

const rowsOf = (adapter: AdapterName): CallRow[] => {
  const instance: object = stockForNames[adapter]()
  const prototype: object = Object.getPrototypeOf(instance)
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name]) => !NOT_A_CALL.has(name))
    .map(([method, { value }]) => ({ adapter, method, args: parametersOf(value).map(argumentFor) }))
}

const ROWS = ADAPTERS.flatMap(rowsOf)

const theirs = (client: Client, { adapter, method, args }: CallRow): Promise<unknown> => {
  const instance: object = client[adapter]()
  const call: unknown = Reflect.get(instance, method)
  if (typeof call !== 'function') throw new Error(`${adapter} has no ${method}`)
  return call.apply(instance, args)
}

interface OurCall {
  readonly id: OperationId
  readonly args: CallArguments<OperationId>
}

const queryIn = (url: string) => Object.fromEntries(new URL(url, 'http://craftgate.invalid').searchParams)

/** The call of ours that has the same meaning as this request of theirs: what they were given, we are given. */
function sameCall({ method, url, body }: ReceivedRequest, { args }: CallRow): OurCall {
  const found = findOperation(method, url.split('?')[0] ?? '')
  if (found === undefined) throw new Error(`${method} ${url} is not described`)
  const given = args.find((arg) => arg === TRICKY)
  const inUrl = method === 'GET' || method === 'DELETE'
  const query = inUrl ? (given ?? queryIn(url)) : undefined
  const content = inUrl || body === '' ? undefined : (given ?? JSON.parse(body))
  return { id: found.id, args: { path: found.parameters, query, body: content } as OurCall['args'] }
}

const verifies = (base: string, { url, headers, body }: ReceivedRequest): boolean => {
  const text =
    decodeURIComponent(base + url) + TEST_KEYS.apiKey + TEST_KEYS.secretKey + headers['x-rnd-key'] + body
  return createHash('sha256').update(text).digest('base64') === headers['x-signature']
}

const meaningOf = ({ method, url, headers, body }: ReceivedRequest) => ({
  method,
  url,
  body,
  apiKey: headers['x-api-key'],
  version: headers['x-auth-version'],
  language: headers.lang,
  type: body === '' ? undefined : headers['content-type'],
  length: body === '' ? undefined : headers['content-length'],
  json: String(headers.accept).includes('application/json'),
})

let answer: (exchange: Exchange) => void
let server: LocalServer
let stock: Client
let ours: CraftgateClient

beforeAll(async () => {
  server = await localServer((exchange) => answer(exchange))
  stock = new Craftgate.Client({ ...TEST_KEYS, baseUrl: server.url, language: 'tr' })
  ours = testClient(server.url, { language: 'tr', breaker: { minimumCalls: 100_000 } })
})
afterAll(async () => {
  await ours.close()
  await server.close()
})

function lastRequest(): ReceivedRequest {
  const request = server.requests.at(-1)
  if (request === undefined) throw new Error('a request was expected')
  return request
}

/** A file comes as a stream; the SDK collects it. */
const wholeOf = async (answer: unknown): Promise<unknown> =>
  answer instanceof ReadableStream ? Buffer.from(await new Response(answer).arrayBuffer()) : answer

const PAYMENT =
  '{"data":{"id":5,"createdDate":"2021-11-15T14:07:18","price":100.00000000,"paidPrice":1249.90,"name":"Şişli"}}'

describe.each(ROWS)('$adapter().$method', (row) => {
  it('sends the same request and reads the same answer', async () => {
    answer = ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).end(PAYMENT)
    const expected = await theirs(stock, row)
    const their = lastRequest()
    const { id, args } = sameCall(their, row)
    const actual = await ours.call(id, args)
    const own = lastRequest()
    expect(meaningOf(own)).toEqual(meaningOf(their))
    expect([verifies(server.url, their), verifies(server.url, own)]).toEqual([true, true])
    // Where the SDK promises its caller nothing, it drops what came.
    if (expected !== undefined) expect(await wholeOf(actual)).toEqual(expected)
  })

  it('fails with the same code', async () => {
    answer = (exchange) =>
      answerErrors(exchange, 422, { errorCode: '10051', errorDescription: 'x', errorGroup: 'DECLINED' })
    const their = await rejectionOf(theirs(stock, row))
    const { id, args } = sameCall(lastRequest(), row)
    const own = await rejectionOf(ours.call(id, args))
    if (!(their instanceof Craftgate.CraftgateError)) throw their
    expect(own).toMatchObject({ code: their.getErrorCode(), group: their.getErrorData().errorGroup })
  })
})

it('covers every adapter of the SDK that calls Craftgate', () => {
  const names = Object.getOwnPropertyNames(Craftgate.Client.prototype).filter(
    (name) => !['constructor', 'hook'].includes(name),
  )
  expect([...ADAPTERS].sort()).toEqual(names.sort())
  expect(ROWS.length).toBeGreaterThan(110)
})

it('also takes a list name with Turkish letters, which the stock SDK cannot send', async () => {
  answer = ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).end(PAYMENT)
  await ours.call('retrieveValueList', { path: { listName: 'engelli müşteriler' } })
  const request = server.requests.at(-1)
  expect(request?.url).toBe('/fraud/v1/value-lists/engelli%20m%C3%BC%C5%9Fteriler')
  expect(request && verifies(server.url, request)).toBe(true)
})

it('verifies 3D Secure callbacks as the SDK does', async () => {
  const fields = {
    hash: '1d3fa1e51fe7c350185c5a7f8c3ff513a991367b08c16a56f4ab9abeb738a1e1',
    status: 'SUCCESS',
    completeStatus: 'WAITING',
    paymentId: '5',
    conversationData: 'conversation-data',
    conversationId: 'conversation-id',
  }
  const params = Object.assign(new Map<string, string>(), fields)
  const key = 'merchantThreeDsCallbackKeySndbox'
  await expect(stock.payment().is3DSecureCallbackVerified(key, params)).resolves.toBe(true)
  expect(isGenuineThreeDSCallback(fields, key)).toBe(true)
})
