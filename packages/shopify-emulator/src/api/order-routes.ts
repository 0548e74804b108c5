import type { Context, Hono } from 'hono'
import type { NodeEnv } from '../http/cut'
import { readJson } from '../http/read-json'
import { orderOf } from '../orders/find-order'
import type { Order } from '../orders/order'
import { transactionsOf } from '../orders/order-money'
import { refusalTexts } from '../orders/refusal'
import { deliverTransaction, startTransaction } from '../orders/start-transaction'
import type { TransactionKind } from '../sessions/transaction'
import type { World } from '../world'
import { amountOf, maybeAmount } from './requests'
import { orderView, transactionView } from './views'

const schemas = { refund: amountOf, capture: maybeAmount, void: maybeAmount.omit({ amount: true }) }

/** The merchant's buttons of one order; it is addressed by its checkout. */
export function orderRoutes(app: Hono<NodeEnv>, world: World): void {
  app.get('/:shop/api/orders', (c) => {
    const orders = world.state.orders.filter(({ shop }) => shop === c.req.param('shop'))
    return c.json(orders.map((order) => orderView(world, order)))
  })
  for (const kind of ['refund', 'capture', 'void'] as const) {
    app.post(`/:shop/api/orders/:checkout/${kind}`, (c) => start(c, world, kind))
  }
  app.post('/:shop/api/orders/:checkout/transactions/:id/retry', (c) => retry(c, world))
}

async function start(c: Context<NodeEnv>, world: World, kind: TransactionKind): Promise<Response> {
  const read = await readJson(c, schemas[kind])
  if (!read.ok) return c.json({ error: read.error }, 400)
  const order = findOrder(c, world)
  if (!order) return c.json({ error: 'There is no such order' }, 404)
  const amount = 'amount' in read.body ? read.body.amount : undefined
  const started = await startTransaction(world, order, { kind, amount })
  if (!started.ok) return c.json({ error: refusalTexts[started.refusal].en, code: started.refusal }, 422)
  return c.json(transactionView(started.transaction), 201)
}

async function retry(c: Context<NodeEnv>, world: World): Promise<Response> {
  const order = findOrder(c, world)
  const transaction = order && transactionsOf(world, order).find(({ id }) => id === c.req.param('id'))
  if (!transaction) return c.json({ error: 'There is no such transaction' }, 404)
  if (transaction.state !== 'undelivered') {
    return c.json({ error: `It is ${transaction.state}`, code: transaction.state }, 422)
  }
  await deliverTransaction(world, transaction)
  return c.json(transactionView(transaction))
}

function findOrder(c: Context<NodeEnv>, world: World): Order | undefined {
  const order = orderOf(world, c.req.param('checkout') ?? '')
  return order?.shop === c.req.param('shop') ? order : undefined
}
