import type { CraftgateClient } from './craftgate-client'
import type { ClientOptions } from './create-client'

import {
  answerData,
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
} from './testing/local-server'
import { memoryLogger } from './testing/memory-logger'
import { rejectionOf, testClient } from './testing/test-client'

let answer: (exchange: Exchange) => void
let server: LocalServer
let client: CraftgateClient

beforeEach(async () => {
  server = await localServer((exchange) => answer(exchange))
})
afterEach(async () => {
  await client.close()
  await server.close()
})

const open = (options: Partial<ClientOptions> = {}) => {
  client = testClient(server.url, options)
}
const read = () => client.call('retrievePayment', { path: { id: 5 } })
const money = () => client.call('refundPayment', { body: { paymentId: 5 } })
const broken = ({ response }: Exchange) => response.writeHead(503).end()
const fine = (exchange: Exchange) => answerData(exchange, { id: 5 })

describe('a read', () => {
  it.each([
    ['a killed socket', ({ socket }: Exchange) => socket.destroy()],
    ['a broken server', broken],
    ['too many requests', ({ response }: Exchange) => response.writeHead(429).end()],
  ])('is repeated after %s', async (_name, failure) => {
    open()
    answer = (exchange) => (exchange.number < 3 ? failure(exchange) : fine(exchange))
    await expect(read()).resolves.toEqual({ id: 5 })
    expect(server.requests).toHaveLength(3)
  })

  it('is repeated after a silent socket, within its deadline', async () => {
    open({ deadlines: { readMs: 6_000, startMs: 100, moneyMs: 100 }, retry: { attemptShare: 0.1 } })
    answer = (exchange) => (exchange.number === 1 ? undefined : fine(exchange))
    await expect(read()).resolves.toEqual({ id: 5 })
  })

  it('gives up after the attempts that were allowed', async () => {
    open({ retry: { attempts: 2 } })
    answer = broken
    expect(await rejectionOf(read())).toMatchObject({ kind: 'unavailable', code: 'http-503' })
    expect(server.requests).toHaveLength(2)
  })

  it('is signed afresh each time', async () => {
    open()
    answer = (exchange) => (exchange.number < 3 ? broken(exchange) : fine(exchange))
    await read()
    expect(new Set(server.requests.map(({ headers }) => headers['x-rnd-key'])).size).toBe(3)
  })

  it.each([422, 404, 401])('is not repeated after HTTP %i', async (status) => {
    open()
    answer = (exchange) => answerErrors(exchange, status, { errorCode: '4000', errorDescription: 'x' })
    await rejectionOf(read())
    expect(server.requests).toHaveLength(1)
  })

  it('waits as long as Craftgate asks', async () => {
    open()
    const seen: number[] = []
    answer = (exchange) => {
      seen.push(performance.now())
      if (exchange.number > 1) fine(exchange)
      else exchange.response.writeHead(429, { 'retry-after': '1' }).end()
    }
    await read()
    expect((seen[1] ?? 0) - (seen[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('does not wait when Craftgate asks for more than the deadline', async () => {
    open()
    answer = ({ response }) => response.writeHead(503, { 'retry-after': '3600' }).end()
    const startedAt = performance.now()
    expect(await rejectionOf(read())).toMatchObject({ code: 'http-503' })
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    expect(server.requests).toHaveLength(1)
  })

  it('ends at its deadline, also while it waits for the next attempt, and tells the last failure', async () => {
    open({
      deadlines: { readMs: 600, startMs: 100, moneyMs: 100 },
      retry: { firstDelayMs: 60_000, longestDelayMs: 60_000 },
    })
    answer = broken
    const startedAt = performance.now()
    expect(await rejectionOf(read())).toMatchObject({ kind: 'unavailable', code: 'http-503' })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})

describe('a caller that gives up', () => {
  it('ends a read at once', async () => {
    open()
    const controller = new AbortController()
    answer = () => controller.abort()
    const error = await rejectionOf(
      client.within({ signal: controller.signal }).call('retrievePayment', { path: { id: 5 } }),
    )
    expect(error).toMatchObject({ kind: 'unavailable', code: 'cancelled', retry: 'same-key' })
    expect(server.requests).toHaveLength(1)
  })

  it('leaves a money call that was sent with an unknown outcome', async () => {
    open()
    const controller = new AbortController()
    answer = () => controller.abort()
    const inner = client.within({}).within({ signal: controller.signal }).within({})
    const error = await rejectionOf(inner.call('refundPayment', { body: { paymentId: 5 } }))
    expect(error).toMatchObject({ kind: 'unknown-outcome', code: 'cancelled', retry: 'ask-first' })
  })

  it('leaves no listener on its signal', async () => {
    open()
    answer = fine
    const { signal } = new AbortController()
    const added = jest.spyOn(signal, 'addEventListener')
    const removed = jest.spyOn(signal, 'removeEventListener')
    await client.within({ signal }).call('retrievePayment', { path: { id: 5 } })
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length)
  })
})

describe('the breaker', () => {
  const breaker = { minimumCalls: 3, openMs: 50, windowMs: 10_000 }

  it('stops asking a Craftgate that is out, money calls included', async () => {
    open({ breaker, retry: { attempts: 1 } })
    answer = broken
    for (let call = 0; call < 5; call += 1) await rejectionOf(read())
    const asked = server.requests.length
    expect(await rejectionOf(money())).toMatchObject({
      kind: 'unavailable',
      code: 'circuit-open',
      retry: 'same-key',
    })
    expect(server.requests).toHaveLength(asked)
  })

  it('lets one call try again after a while, and closes when it went well', async () => {
    open({ breaker, retry: { attempts: 1 } })
    answer = broken
    for (let call = 0; call < 5; call += 1) await rejectionOf(read())
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000)
    answer = fine
    await expect(read()).resolves.toEqual({ id: 5 })
    now.mockRestore()
    await expect(money()).resolves.toEqual({ id: 5 })
  })

  it.each([
    ['declines', 422, '10051'],
    ['validation errors', 422, '4000'],
    ['wrong keys', 401, '1000'],
  ])('is not opened by %s', async (_name, status, errorCode) => {
    open({ breaker })
    answer = (exchange) => answerErrors(exchange, status, { errorCode, errorDescription: 'x' })
    for (let call = 0; call < 8; call += 1) await rejectionOf(money())
    expect(server.requests).toHaveLength(8)
  })

  it('is not opened by banks that are slower than the deadline of a money call', async () => {
    open({ breaker, deadlines: { readMs: 1_000, startMs: 1_000, moneyMs: 20 } })
    answer = (exchange) => (exchange.request.method === 'GET' ? fine(exchange) : undefined)
    await Promise.all(Array.from({ length: 6 }, () => rejectionOf(money())))
    await expect(read()).resolves.toEqual({ id: 5 })
  })

  it('belongs to one merchant', async () => {
    open({ breaker, retry: { attempts: 1 } })
    const other = testClient(server.url)
    answer = broken
    for (let call = 0; call < 5; call += 1) await rejectionOf(read())
    answer = fine
    await expect(other.call('retrievePayment', { path: { id: 5 } })).resolves.toEqual({ id: 5 })
    await other.close()
  })
})

describe('the bulkhead', () => {
  it('refuses what neither runs nor may wait, and keeps reads and money apart', async () => {
    open({ bulkhead: { concurrent: 1, queued: 1 } })
    const held: Exchange[] = []
    answer = (exchange) => {
      if (exchange.request.method === 'GET') held.push(exchange)
      else fine(exchange)
    }
    const running = read()
    const waiting = read()
    expect(await rejectionOf(read())).toMatchObject({
      kind: 'unavailable',
      code: 'queue-full',
      retry: 'same-key',
    })
    await expect(money()).resolves.toEqual({ id: 5 })
    answer = fine
    for (const exchange of held) fine(exchange)
    await expect(Promise.all([running, waiting])).resolves.toEqual([{ id: 5 }, { id: 5 }])
  })

  it('lets nobody wait longer than the deadline, and then sends nothing', async () => {
    open({ bulkhead: { concurrent: 1, queued: 5 }, deadlines: { readMs: 60, startMs: 60_000, moneyMs: 60 } })
    const held: Exchange[] = []
    answer = (exchange) => held.push(exchange)
    const running = client.call('expireCheckoutPayment', { path: { token: 'tok-1' } })
    expect(await rejectionOf(money())).toMatchObject({
      kind: 'unavailable',
      code: 'timeout',
      retry: 'same-key',
    })
    answer = fine
    for (const exchange of held) fine(exchange)
    await running
    expect(server.requests.map(({ method }) => method)).toEqual(['DELETE'])
  })

  it('says so in the log when a call was not sent', async () => {
    const { logger, lines } = memoryLogger()
    open({ bulkhead: { concurrent: 1, queued: 0 }, logger })
    const held: Exchange[] = []
    answer = (exchange) => held.push(exchange)
    const running = read()
    await rejectionOf(read())
    expect(lines).toEqual([
      expect.objectContaining({ level: 'warn', facts: expect.objectContaining({ errorCode: 'queue-full' }) }),
    ])
    answer = fine
    for (const exchange of held) fine(exchange)
    await running
  })
})
