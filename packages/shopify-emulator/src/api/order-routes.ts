import { type NodeEnv, readJson } from '@craftgate-commerce/emulator-kit'
import type { Context, Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import type { TransactionKind } from '../context/transaction'
import { orderOf } from '../orders/order'
import { transactionsOf } from '../orders/order-money'
import { refusalTexts } from '../orders/refusal'
import { deliverTransaction, startTransaction } from '../payment-sessions/start-transaction'
import { amountOf, maybeAmount } from './requests'
import { orderView, transactionView } from './views'

const schemas = { refund: amountOf, capture: maybeAmount, void: maybeAmount.omit({ amount: true }) }

/** The merchant's buttons of one order; it is addressed by its checkout. */
export function orderRoutes(app: Hono<NodeEnv>, ctx: EmulatorContext): void {
  app.get('/:shop/api/orders', (c) => {
    const orders = ctx.state.orders.filter(({ shop }) => shop === c.req.param('shop'))
    return c.json(orders.map((order) => orderView(ctx, order)))
  })
  for (const kind of ['refund', 'capture', 'void'] as const) {
    app.post(`/:shop/api/orders/:checkout/${kind}`, (c) => start(c, ctx, kind))
  }
  app.post('/:shop/api/orders/:checkout/transactions/:id/retry', (c) => retry(c, ctx))
}

async function start(c: Context<NodeEnv>, ctx: EmulatorContext, kind: TransactionKind): Promise<Response> {
  const read = await readJson(c, schemas[kind])
  if (!read.ok) return c.json({ error: read.error }, 400)
  const order = findOrder(c, ctx)
  if (!order) return c.json({ error: 'There is no such order' }, 404)
  const amount = 'amount' in read.body ? read.body.amount : undefined
  const started = await startTransaction(ctx, order, { kind, amount })
  if (!started.ok) return c.json({ error: refusalTexts[started.refusal].en, code: started.refusal }, 422)
  return c.json(transactionView(started.transaction), 201)
}

async function retry(c: Context<NodeEnv>, ctx: EmulatorContext): Promise<Response> {
  const order = findOrder(c, ctx)
  const transaction = order && transactionsOf(ctx, order).find(({ id }) => id === c.req.param('id'))
  if (!transaction) return c.json({ error: 'There is no such transaction' }, 404)
  if (transaction.state !== 'undelivered') {
    return c.json({ error: `It is ${transaction.state}`, code: transaction.state }, 422)
  }
  await deliverTransaction(ctx, transaction)
  return c.json(transactionView(transaction))
}

function findOrder(c: Context<NodeEnv>, ctx: EmulatorContext): Order | undefined {
  const order = orderOf(ctx, c.req.param('checkout') ?? '')
  return order?.shop === c.req.param('shop') ? order : undefined
}
