// The same calls with the stock SDK and with ours: every method of every adapter, with arguments that hurt.
import { createHash } from 'node:crypto'
import Craftgate from '@craftgate/craftgate'
import type { WholeGateway } from './gateway'
import { routeOf } from './route'
import { ROUTES } from './route-table'
import {
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
  type ReceivedRequest,
} from './testing/local-server'
import { rejectionOf, TEST_KEYS, testGateway } from './testing/test-gateway'

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

const invoke = (client: Client | WholeGateway, { adapter, method, args }: CallRow): Promise<unknown> => {
  const instance: object = client[adapter]()
  const call: unknown = Reflect.get(instance, method)
  if (typeof call !== 'function') throw new Error(`${adapter} has no ${method}`)
  return call.apply(instance, args)
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
let ours: WholeGateway

beforeAll(async () => {
  server = await localServer((exchange) => answer(exchange))
  stock = new Craftgate.Client({ ...TEST_KEYS, baseUrl: server.url, language: 'tr' })
  ours = testGateway(server.url, { language: 'tr', breaker: { minimumCalls: 100_000 } })
})
afterAll(async () => {
  await ours.close()
  await server.close()
})

const PAYMENT =
  '{"data":{"id":5,"createdDate":"2021-11-15T14:07:18","price":100.00000000,"paidPrice":1249.90,"name":"Şişli"}}'

describe.each(ROWS)('$adapter().$method', (row) => {
  it('sends the same request and reads the same answer', async () => {
    answer = ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).end(PAYMENT)
    const before = server.requests.length
    const expected = await invoke(stock, row)
    const actual = await invoke(ours, row)
    const [theirs, own] = server.requests.slice(before)
    if (theirs === undefined || own === undefined) throw new Error('two requests were expected')
    expect(meaningOf(own)).toEqual(meaningOf(theirs))
    expect([verifies(server.url, theirs), verifies(server.url, own)]).toEqual([true, true])
    expect(actual).toEqual(expected)
  })

  it('is in the table of routes', async () => {
    answer = ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).end(PAYMENT)
    await invoke(ours, row)
    const { method, url } = server.requests.at(-1) ?? { method: '', url: '' }
    const path = url.split('?')[0] ?? ''
    const { kind, template } = routeOf(method as 'GET', decodeURI(path))
    expect(ROUTES[kind]).toContain(`${method} ${template}`)
  })

  it('fails with the same code', async () => {
    answer = (exchange) =>
      answerErrors(exchange, 422, { errorCode: '10051', errorDescription: 'x', errorGroup: 'DECLINED' })
    const theirs = await rejectionOf(invoke(stock, row))
    const own = await rejectionOf(invoke(ours, row))
    if (!(theirs instanceof Craftgate.CraftgateError)) throw theirs
    expect(own).toMatchObject({ code: theirs.getErrorCode(), group: theirs.getErrorData().errorGroup })
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
  await ours.fraud().retrieveValueList('engelli müşteriler')
  const request = server.requests.at(-1)
  expect(request?.url).toBe('/fraud/v1/value-lists/engelli%20m%C3%BC%C5%9Fteriler')
  expect(request && verifies(server.url, request)).toBe(true)
})

it('verifies 3D Secure callbacks as the SDK does', async () => {
  const params = Object.assign(new Map<string, string>(), {
    hash: '1d3fa1e51fe7c350185c5a7f8c3ff513a991367b08c16a56f4ab9abeb738a1e1',
    status: 'SUCCESS',
    completeStatus: 'WAITING',
    paymentId: '5',
    conversationData: 'conversation-data',
    conversationId: 'conversation-id',
  })
  const key = 'merchantThreeDsCallbackKeySndbox'
  await expect(ours.payment().is3DSecureCallbackVerified(key, params)).resolves.toBe(true)
})
