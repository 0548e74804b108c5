import { MockAgent } from 'undici'
import { clientPool, createClient } from './create-client'

import { answerData, localServer } from './testing/local-server'
import { rejectionOf, TEST_KEYS } from './testing/test-client'

const deadlines = { readMs: 1_000, startMs: 1_000, moneyMs: 1_000 }
const merchants = {
  turkiye: { ...TEST_KEYS, environment: 'http://127.0.0.1:1' },
  export: { ...TEST_KEYS, apiKey: 'other', environment: 'http://127.0.0.1:1' },
}

describe('clients of many merchants', () => {
  it('keeps one for each', async () => {
    const pool = clientPool(merchants, { deadlines })
    expect(pool.of('turkiye')).toBe(pool.of('turkiye'))
    expect(pool.of('turkiye')).not.toBe(pool.of('export'))
    await pool.close()
  })

  it.each(['nobody', 'toString', '__proto__'])('knows no merchant %p and names the ones it knows', (name) => {
    const pool = clientPool(merchants, { deadlines })
    expect(() => pool.of(name)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining('turkiye, export') }),
    )
  })
})

describe('the address of Craftgate', () => {
  it.each(['http://user:pass@host', 'http://host?x=1', 'http://host#x', 'nowhere'])(
    'cannot be %p',
    (environment) => {
      expect(() => createClient({ ...TEST_KEYS, environment }, { deadlines })).toThrow(
        expect.objectContaining({ kind: 'configuration', message: expect.not.stringContaining('pass') }),
      )
    },
  )

  it.each([
    ['live', 'https://api.craftgate.io'],
    ['sandbox', 'https://sandbox-api.craftgate.io'],
  ])('of %s is %s', async (environment, origin) => {
    const agent = new MockAgent()
    agent.disableNetConnect()
    agent
      .get(origin)
      .intercept({ path: '/installment/v1/bins/525864' })
      .reply(200, { data: { bankName: 'X' } }, { headers: { 'content-type': 'application/json' } })
    const client = createClient({ ...TEST_KEYS, environment }, { deadlines, dispatcher: agent })
    await expect(client.call('retrieveBinNumber', { path: { binNumber: '525864' } })).resolves.toEqual({
      bankName: 'X',
    })
    await client.close()
    await agent.close()
  })

  it('may have a path of its own', async () => {
    const server = await localServer((exchange) => answerData(exchange, { id: 5 }))
    const client = createClient({ ...TEST_KEYS, environment: `${server.url}/craftgate/` }, { deadlines })
    await client.call('retrievePayment', { path: { id: 5 } })
    expect(server.requests[0]?.url).toBe('/craftgate/payment/v1/card-payments/5')
    await client.close()
    await server.close()
  })
})

describe('headers of choice', () => {
  it('sends the language and, with calls that change something, the idempotency key', async () => {
    const server = await localServer((exchange) => answerData(exchange, { id: 5 }))
    const client = createClient({ ...TEST_KEYS, environment: server.url }, { deadlines, language: 'en' })
    const keyed = client.within({ idempotencyKey: 'refund-1' })
    await keyed.call('retrievePayment', { path: { id: 5 } })
    await keyed.call('refundPayment', { body: { paymentId: 5 } })
    await client.call('refundPayment', { body: { paymentId: 5 } })
    expect(server.requests.map(({ headers }) => [headers.lang, headers['x-idempotency-key']])).toEqual([
      ['en', undefined],
      ['en', 'refund-1'],
      ['en', undefined],
    ])
    await client.close()
    await server.close()
  })

  it('refuses a key that no header can hold', async () => {
    const client = createClient(
      { ...TEST_KEYS, environment: 'http://127.0.0.1:1', apiKey: 'a\nb' },
      { deadlines },
    )
    const error = await rejectionOf(client.call('retrievePayment', { path: { id: 5 } }))
    expect(error).toMatchObject({ kind: 'unavailable', retry: 'same-key' })
    await client.close()
  })
})
