import { checkoutRequest, newCard, paymentRequest } from '../../test/requests'
import { startTestServer } from '../../test/test-server'
import { useTestServer } from '../../test/use-test-server'
import { Shopper, testCards } from '../../testing/shopper'
import { signWebhook } from './post-event'

const testServer = useTestServer()

const control = () => testServer.sandbox.control
const pay = () => testServer.client.payment().createPayment(paymentRequest())
const heard = () => testServer.merchant.at('/webhook')
const bodies = () => heard().map(({ body }) => JSON.parse(body) as Record<string, unknown>)
const seconds = (count: number) => control().clock.advance({ seconds: count })

it('signs the known vector', () => {
  const event = {
    eventType: 'API_VERIFY_AND_AUTH',
    eventTimestamp: 1661521221,
    status: 'SUCCESS',
    payloadId: '584',
  } as const
  expect(signWebhook('Aoh7tReTybO6wOjBmOJFFsOR53SBojEp', event)).toBe(
    '0wRB5XqWJxwwPbn5Z9TcbHh8EGYFufSYTsRMB74N094=',
  )
})

it('comes 30 seconds after the event, signed as the SDK checks it', async () => {
  const { id } = await pay()
  await seconds(29)
  expect(heard()).toHaveLength(0)
  await seconds(1)
  const [data] = bodies()
  expect(data).toEqual({
    eventType: 'API_AUTH',
    eventTime: '2026-03-10T12:00:00.000000',
    eventTimestamp: 1773133200,
    status: 'SUCCESS',
    payloadId: String(id),
  })
  const signature = String(heard()[0]?.headers['x-cg-signature-v1'])
  expect(
    await testServer.client.hook().isWebhookVerified(testServer.sandbox.webhookKey, signature, data as never),
  ).toBe(true)
})

it('is signed with a key of the merchant alone, and on demand with that of another', async () => {
  const seed = { merchants: ['one', 'two'].map((name) => ({ name, apiKey: name, secretKey: name })) }
  const shops = await startTestServer({ seed })
  const [one, two] = shops.sandbox.merchants
  const { client, merchant, sandbox } = shops
  await client.payment().createPayment(paymentRequest())
  await sandbox.control.webhooks.flush()
  sandbox.control.webhooks.signAs('two')
  await sandbox.control.webhooks.resend(sandbox.control.webhooks.list()[0]?.id ?? '')
  await shops.close()
  const isOf = (key: string | undefined) =>
    Promise.all(
      merchant.at('/webhook').map(({ headers, body }) => {
        const data: unknown = JSON.parse(body)
        const signature = String(headers['x-cg-signature-v1'])
        return client.hook().isWebhookVerified(key ?? '', signature, data as never)
      }),
    )
  expect(await isOf(one?.webhookKey)).toEqual([true, false])
  expect(await isOf(two?.webhookKey)).toEqual([false, true])
})

it('retries five times and gives up', async () => {
  testServer.merchant.answers = [500, 404, 302, 503, 400, 500, 200]
  await pay()
  const tries: number[] = []
  for (const wait of [30, 10, 30, 180, 600, 1800]) {
    await seconds(wait - 1)
    const before = heard().length
    await seconds(1)
    tries.push(heard().length - before)
  }
  expect(tries).toEqual([1, 1, 1, 1, 1, 1])
  await control().clock.advance({ days: 1 })
  expect(heard()).toHaveLength(6)
  expect(control().webhooks.list()).toMatchObject([{ state: 'given-up' }])
})

it('makes every try at its own time when the clock leaps', async () => {
  testServer.merchant.answers = [500, 500]
  await pay()
  await control().clock.advance({ hours: 1 })
  const [event] = control().webhooks.list()
  const noon = new Date('2026-03-10T12:00:00+03:00').getTime()
  expect(event?.deliveries.map(({ at, status }) => [(at - noon) / 1000, status])).toEqual([
    [30, 500],
    [40, 500],
    [70, 200],
  ])
  expect(event?.state).toBe('delivered')
})

it('tries again when nobody listens', async () => {
  control().webhooks.setUrl('http://127.0.0.1:9/webhook')
  await pay()
  await seconds(30)
  expect(control().webhooks.list()).toMatchObject([
    { state: 'pending', deliveries: [{ error: expect.stringContaining('ECONNREFUSED') }] },
  ])
  control().webhooks.setUrl(`${testServer.merchant.url}/webhook`)
  await seconds(10)
  expect(control().webhooks.list()).toMatchObject([{ state: 'delivered' }])
})

it('is skipped for a merchant without an address', async () => {
  control().webhooks.setUrl(undefined)
  await pay()
  await seconds(30)
  expect(control().webhooks.list()).toMatchObject([{ state: 'skipped', deliveries: [] }])
})

it('can be flushed before its time, paused and resumed', async () => {
  control().webhooks.pause()
  await pay()
  await seconds(60)
  expect(heard()).toHaveLength(0)
  expect(await control().webhooks.flush()).toMatchObject([{ state: 'delivered' }])
  await pay()
  control().webhooks.resume()
  await seconds(30)
  expect(heard()).toHaveLength(2)
})

it('can be made to come twice, in reverse, or never', async () => {
  const first = await pay()
  const second = await pay()
  control().webhooks.duplicate(2)
  control().webhooks.reorder()
  await seconds(30)
  expect(bodies().map(({ payloadId }) => Number(payloadId))).toEqual([
    second.id,
    second.id,
    first.id,
    first.id,
  ])
  control().webhooks.lose()
  await pay()
  await control().clock.advance({ hours: 2 })
  expect(heard()).toHaveLength(4)
  expect(control().webhooks.list()[2]).toMatchObject({ state: 'lost' })
})

it('can be sent once more, whatever became of it', async () => {
  control().webhooks.lose()
  await pay()
  await seconds(30)
  control().webhooks.lose(false)
  const [event] = control().webhooks.list()
  expect(await control().webhooks.resend(event?.id ?? '')).toMatchObject({ state: 'delivered' })
  expect(heard()).toHaveLength(1)
  await expect(control().webhooks.resend('nothing')).rejects.toThrow('no webhook')
})

it('tells of an API payment whatever came of it', async () => {
  await expect(
    testServer.client.payment().createPayment(paymentRequest({ card: newCard('5102210000006669') })),
  ).rejects.toThrow()
  await seconds(30)
  expect(bodies()).toMatchObject([{ eventType: 'API_AUTH', status: 'FAILURE' }])
})

describe('of the hosted page', () => {
  async function hosted(change: object = {}) {
    const init = await testServer.client.payment().initCheckoutPayment({
      ...checkoutRequest(`${testServer.merchant.url}/callback`),
      ...change,
    })
    const shopper = new Shopper()
    await shopper.open(init.pageUrl)
    return { token: init.token, shopper }
  }

  it('tells of successes by token, and of nothing else', async () => {
    const { token, shopper } = await hosted()
    await shopper.pay({ card: newCard('5102210000006669') })
    await seconds(30)
    expect(heard()).toHaveLength(0)
    await shopper.pay({ card: testCards.success, threeDS: 'ok' })
    await seconds(30)
    expect(bodies()).toMatchObject([{ eventType: 'CHECKOUTFORM_AUTH', status: 'SUCCESS', payloadId: token }])
  })

  it('tells of what the fraud rules caught', async () => {
    control().fraud.nextPayment('BLOCK')
    const { token, shopper } = await hosted()
    expect((await shopper.pay({ card: testCards.success })).outcome).toBe('declined')
    await seconds(30)
    expect(bodies()).toMatchObject([{ eventType: 'CHECKOUTFORM_AUTH', status: 'FAILURE', payloadId: token }])
  })

  it('sends the bare token to the address that init named', async () => {
    const { token, shopper } = await hosted({ merchantWebhookUrl: `${testServer.merchant.url}/token` })
    await shopper.pay({ card: testCards.success })
    await seconds(30)
    expect(testServer.merchant.at('/token').map(({ body }) => JSON.parse(body))).toEqual([{ token }])
  })
})

it('is delivered by itself when the clock runs, faster with a time scale', async () => {
  const quick = await startTestServer({ clock: undefined, timeScale: 3000 })
  try {
    await quick.client.payment().createPayment(paymentRequest())
    while (quick.merchant.at('/webhook').length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(quick.sandbox.control.webhooks.list()).toMatchObject([{ eventType: 'API_AUTH' }])
  } finally {
    await quick.close()
  }
})
