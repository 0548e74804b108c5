import { testCards } from '@craftgate-commerce/sandbox'
import {
  EventBus,
  OrderService,
  PaymentStateTransitionEvent,
  RefundStateTransitionEvent,
  type RequestContext,
  RequestContextService,
  TransactionalConnection,
  type VendureEvent,
} from '@vendure/core'
import { firstValueFrom, skip } from 'rxjs'
import { CraftgateGate } from './test/craftgate-gate'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import type { PaymentView } from './test/purchase'

let harness: CraftgateShop
let gate: CraftgateGate

beforeAll(async () => {
  const network = async (craftgate: string) => {
    gate = await CraftgateGate.before(craftgate)
    return gate.url
  }
  harness = await CraftgateShop.start({ answerWithinSeconds: 60 }, { network })
}, 600_000)
afterAll(async () => {
  await harness?.close()
  await gate?.close()
})
afterEach(() => harness.sandbox.control.reset())

describe('while Craftgate takes its time, nothing in the shop waits for it', () => {
  test.each([
    ['a refund', /refund/, sold, refundAll, { state: 'Settled', refunds: [{ state: 'Settled' }] }],
    ['a capture', /post-auth/, preAuthorized, settle, { state: 'Settled' }],
    ['a void', /refunds/, preAuthorized, cancel, { state: 'Cancelled' }],
  ] as const)('%s', async (_name, path, buy, ask, expected) => {
    const bought = await buy()
    const held = gate.hold(path)
    const answer = ask(bought)
    await held.arrived
    expect(await openTransactions()).toEqual([])
    await lockAtOnce(bought)
    held.release()
    expect(await answer).toMatchObject({ state: expected.state })
    expect(await paymentOf(bought)).toMatchObject(expected)
  })

  test('a second refund of the same payment is written down and answered while the first is on its way', async () => {
    const bought = await sold()
    const held = gate.hold(/refund/)
    const first = refundInPlugin(bought)
    await held.arrived
    expect(await refundInPlugin(bought)).toMatchObject({ state: 'Pending' })
    expect(await openTransactions()).toEqual([])
    const settled = Promise.all([1, 2].map((times) => theEvent(RefundStateTransitionEvent, 'Settled', times)))
    held.release()
    await settled
    expect(await first).toMatchObject({ state: 'Pending', metadata: { craftgateState: 'planned' } })
    expect((await paymentOf(bought)).refunds.map(({ state }) => state)).toEqual(['Settled', 'Settled'])
    expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '20.00' })
  })
})

test('refunds of more orders at once than the database has connections', async () => {
  const bought: Bought[] = []
  for (let orders = 0; orders < 14; orders += 1) bought.push(await sold())
  const answers = await Promise.all(bought.map(refundAll))
  expect(answers).toEqual(Array(14).fill({ state: 'Settled' }))
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '2517.20' })
}, 60_000)

describe('cancel and settle of one authorized payment, pressed at once', () => {
  test.each([1, 2, 3, 4, 5, 6])('one wins, and shop and Craftgate agree (%d)', async (round) => {
    const bought = await preAuthorized()
    const both = round % 2 === 0 ? [settle(bought), cancel(bought)] : [cancel(bought), settle(bought)]
    const answers = await Promise.all(both)
    expect(answers.filter((answer) => Object.keys(answer ?? {}).length > 0)).toHaveLength(1)
    const { state } = await paymentOf(bought)
    const sums = harness.sandbox.control.sums().TRY
    expect(state).toBe(sums?.captured === '179.80' ? 'Settled' : 'Cancelled')
    expect(sums).toMatchObject({ held: '0.00' })
    await harness.reconcile()
    expect((await paymentOf(bought)).state).toBe(state)
  })
})

describe('a payment handler that is reached without a merchant’s mutation', () => {
  test.each([
    ['a capture', settleInPlugin, 'Settled'],
    ['a void', cancelInPlugin, 'Cancelled'],
  ] as const)(
    '%s says that it is on its way, and its end is entered by itself',
    async (_name, ask, state) => {
      const bought = await preAuthorized()
      const ended = theEvent(PaymentStateTransitionEvent, state)
      expect(await ask(bought)).toMatchObject({
        paymentErrorMessage: expect.stringContaining('entered by itself'),
      })
      await ended
      expect(await paymentOf(bought)).toMatchObject({ state })
    },
  )

  test('a capture that the bank declines says so on the payment', async () => {
    const bought = await harness.bought({
      method: 'craftgate-preauth',
      choice: { card: testCards.postAuthDeclined },
    })
    await settleInPlugin(bought)
    await harness.reconcile()
    expect(await paymentOf(bought)).toMatchObject({
      state: 'Authorized',
      errorMessage: expect.stringMatching(/capture failed/i),
    })
  })
})

describe('a transaction that is rolled back sends nothing, neither now nor later', () => {
  test.each([
    ['refund', sold, refundInPlugin],
    ['capture', preAuthorized, settleInPlugin],
    ['void', preAuthorized, cancelInPlugin],
  ] as const)('%s', async (_name, buy, ask) => {
    const bought = await buy()
    const calls = gate.calls.length
    await expect(ask(bought, rollBack)).rejects.toThrow('rolled back')
    await harness.reconcile()
    expect(gate.calls.slice(calls).filter((call) => /refund|post-auth/.test(call))).toEqual([])
    expect(await paymentOf(bought)).toMatchObject({ state: bought.payment.state, refunds: [] })
  })
})

test('what a server that died after the commit did not begin, reconcile carries out', async () => {
  const bought = await sold()
  // The server dies with the event in its hands.
  const publish = jest.spyOn(service(EventBus), 'publish').mockResolvedValue(undefined)
  expect(await refundInPlugin(bought)).toMatchObject({ state: 'Pending' })
  publish.mockRestore()
  expect(harness.sandbox.control.refunds()).toEqual([])
  expect(await harness.reconcile()).toMatchObject({ operations: 1, problems: [] })
  expect(await paymentOf(bought)).toMatchObject({ refunds: [{ state: 'Settled', total: 1_000 }] })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '10.00' })
})

const service = <T>(type: new (...dependencies: never[]) => T): T => harness.shop.app.get(type)
const number = (id: string) => Number(id.replace('T_', ''))

function sold(): Promise<Bought> {
  return harness.bought()
}

function preAuthorized(): Promise<Bought> {
  return harness.bought({ method: 'craftgate-preauth' })
}

async function paymentOf({ begun }: Bought): Promise<PaymentView> {
  const [payment] = (await harness.orderOf(begun)).payments
  if (!payment) throw new Error('The order has no payment')
  return payment
}

function refundAll({ payment }: Bought) {
  return mutate(
    `mutation ($input: RefundOrderInput!) { answer: refundOrder(input: $input) { ... on Refund { state } } }`,
    { input: { paymentId: payment.id, amount: payment.amount, shipping: 0, adjustment: 0, reason: '' } },
  )
}

function settle({ payment: { id } }: Bought) {
  return mutate(`mutation ($id: ID!) { answer: settlePayment(id: $id) { ... on Payment { state } } }`, { id })
}

function cancel({ payment: { id } }: Bought) {
  return mutate(`mutation ($id: ID!) { answer: cancelPayment(id: $id) { ... on Payment { state } } }`, { id })
}

async function mutate(query: string, variables: Record<string, unknown>): Promise<unknown> {
  return (await harness.shop.manage<{ answer: unknown }>(query, variables)).answer
}

/** As another plugin or a job would: Vendure's service in a transaction of its own. */
async function inPlugin<T>(
  work: (tx: RequestContext, orders: OrderService) => Promise<T>,
  after: () => void = () => undefined,
): Promise<T> {
  const ctx = await service(RequestContextService).create({ apiType: 'admin' })
  return service(TransactionalConnection).withTransaction(ctx, async (tx) => {
    const answer = await work(tx, service(OrderService))
    after()
    return answer
  })
}

function rollBack(): never {
  throw new Error('rolled back')
}

function refundInPlugin({ payment }: Bought, after?: () => void): Promise<unknown> {
  const input = { paymentId: number(payment.id), amount: 1_000, shipping: 0, adjustment: 0, reason: '' }
  return inPlugin((tx, orders) => orders.refundOrder(tx, input), after)
}

function settleInPlugin({ payment: { id } }: Bought, after?: () => void): Promise<unknown> {
  return inPlugin((tx, orders) => orders.settlePayment(tx, number(id)), after)
}

function cancelInPlugin({ payment: { id } }: Bought, after?: () => void): Promise<unknown> {
  return inPlugin((tx, orders) => orders.cancelPayment(tx, number(id)), after)
}

type TransitionEvent = PaymentStateTransitionEvent | RefundStateTransitionEvent

/** The event that led to this state, the first or a later one. */
function theEvent(
  type: new (...parts: never[]) => TransitionEvent,
  toState: string,
  times = 1,
): Promise<unknown> {
  const isWanted = (event: VendureEvent) =>
    event instanceof type && 'toState' in event && event.toState === toState
  return firstValueFrom(
    service(EventBus)
      .filter(isWanted)
      .pipe(skip(times - 1)),
  )
}

/** Transactions of the shop's own connections that wait for something outside of the database. */
async function openTransactions(): Promise<readonly unknown[]> {
  return service(TransactionalConnection).rawConnection.query(
    `SELECT application_name, query FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND application_name <> 'craftgate'`,
  )
}

async function lockAtOnce({ order, payment }: Bought): Promise<void> {
  await service(TransactionalConnection).rawConnection.transaction(async (manager) => {
    await manager.query(`SET LOCAL lock_timeout = '200ms'`)
    await manager.query(`SELECT id FROM "order" WHERE id = $1 FOR UPDATE`, [number(order.id)])
    await manager.query(`SELECT id FROM payment WHERE id = $1 FOR UPDATE`, [number(payment.id)])
  })
}
