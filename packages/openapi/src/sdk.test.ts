// The official Node SDK as the oracle: what it calls is described, and what its samples send is valid.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import Craftgate from '@craftgate/craftgate'
import { findOperation, validateRequest } from './index'
import { type RecordedRequest, type RecordingServer, recordingServer } from './test/recording-server'

let server: RecordingServer
beforeAll(async () => {
  server = await recordingServer()
})
afterAll(() => server.close())

const keys = { apiKey: 'api-key', secretKey: 'secret-key' }
const client = new Craftgate.Client(keys)
/** Verify hashes and call nobody. */
const NOT_CALLS = ['constructor', 'is3DSecureCallbackVerified', 'isWebhookVerified']

const ADAPTERS = Object.getOwnPropertyNames(Craftgate.Client.prototype).filter(
  (name) => !['constructor', 'hook'].includes(name),
)

const adapterOf = (from: object, name: string): object => {
  const make: unknown = Reflect.get(from, name)
  if (typeof make !== 'function') throw new Error(`The SDK has no ${name}`)
  return make.call(from)
}

const CALLS = ADAPTERS.flatMap((adapter) =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(adapterOf(client, adapter)))
    .filter((method) => !NOT_CALLS.includes(method))
    .map((method) => [adapter, method] as const),
)

async function sent(adapter: string, method: string): Promise<RecordedRequest> {
  const api = adapterOf(new Craftgate.Client({ ...keys, baseUrl: server.url }), adapter)
  const call: unknown = Reflect.get(api, method)
  if (typeof call !== 'function') throw new Error(`${adapter} has no ${method}`)
  await call.apply(api, [1, 2, 3])
  const [request] = server.taken()
  if (!request) throw new Error(`${adapter}.${method} sent nothing`)
  return request
}

describe('every call of the SDK', () => {
  const found = new Map<string, string | undefined>()
  beforeAll(async () => {
    for (const [adapter, method] of CALLS) {
      const request = await sent(adapter, method)
      found.set(`${adapter}.${method}`, findOperation(request.method, request.path)?.id)
    }
  }, 60_000)

  it.each(CALLS)('%s.%s is described', (adapter, method) => {
    expect(found.get(`${adapter}.${method}`)).toBeDefined()
  })

  it('has 123 of them in version 1.0.65', () => {
    expect(CALLS).toHaveLength(123)
  })

  it('leads to an operation of its own, but for creating a list and adding to it', () => {
    const ids = [...found.values()]
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual(['addValueToValueList'])
  })
})

const samples = join(
  dirname(createRequire(__filename).resolve('@craftgate/craftgate/package.json')),
  'samples',
)
/** An ES module without a package that says so, and one that uses a name it does not import. */
const CANNOT_RUN = ['misc/CreatePayment.es6.js', 'payment/RetrieveProviderCard.js']
/** Check a signature and call nobody. */
const CALL_NOBODY = ['hook/VerifyWebhook.js', 'payment/Verify3DSCallback.js']
/** Say nothing when they succeed. */
const SILENT = ['settlement/DeletePayoutAccount.js', 'settlement/UpdatePayoutAccount.js']
const SAMPLES = readdirSync(samples).flatMap((folder) =>
  readdirSync(join(samples, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${folder}/${file}`)
    .filter((name) => ![...CANNOT_RUN, ...CALL_NOBODY].includes(name)),
)

/** Runs a sample of the SDK unmodified but for the address. */
const run = (name: string): Promise<void> => {
  const code = readFileSync(join(samples, name), 'utf8').replace(
    /baseUrl: (['"]).*?\1/g,
    `baseUrl: '${server.url}'`,
  )
  return new Promise((resolve) => {
    const done = () => resolve()
    const console = { info: done, log: done, error: done }
    runInNewContext(code, { console, require: () => Craftgate, Map, Date })
  })
}

describe('every sample of the SDK', () => {
  it.each(SAMPLES)('%s sends what the description allows', async (name) => {
    const sentOne = server.next()
    const ended = run(name)
    await (SILENT.includes(name) ? sentOne : ended)
    const requests = server.taken()
    expect(requests.length).toBeGreaterThan(0)
    for (const { method, path, query, body } of requests) {
      const found = findOperation(method, path)
      if (!found) throw new Error(`${method} ${path} is not described`)
      expect(validateRequest(found.id, { path: found.parameters, query, body })).toEqual([])
    }
  })
})
