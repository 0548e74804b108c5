import type { Context, Hono } from 'hono'
import type { NodeEnv } from '../http/cut'
import { readForm } from '../http/read-form'
import { readDecimal } from '../money/decimal-text'
import { orderOf } from '../orders/find-order'
import type { Order } from '../orders/order'
import { transactionsOf } from '../orders/order-money'
import { refusalTexts } from '../orders/refusal'
import { deliverTransaction, startTransaction } from '../orders/start-transaction'
import { langOf } from '../pages/lang'
import type { TransactionKind } from '../sessions/transaction'
import type { World } from '../world'
import { orderPage } from './order-page'
import { adminTexts } from './texts'

type C = Context<NodeEnv>
const path = '/:shop/admin/orders/:checkout'

/** One order and its buttons; it is addressed by its checkout. */
export function orderRoutes(app: Hono<NodeEnv>, world: World): void {
  app.get(path, (c) => withOrder(c, world, (order) => orderPage(c, world, { order })))
  for (const kind of ['refund', 'capture', 'void'] as const) {
    app.post(`${path}/${kind}`, (c) => withOrder(c, world, (order) => start(c, world, { order, kind })))
  }
  app.post(`${path}/transactions/:id/retry`, (c) => withOrder(c, world, (order) => retry(c, world, order)))
}

async function start(
  c: C,
  world: World,
  { order, kind }: { order: Order; kind: TransactionKind },
): Promise<Response> {
  const lang = langOf(c)
  const typed = (await readForm(c)).get('amount')
  const amount = typed === null ? undefined : readDecimal(typed, order.currency)
  if (typed !== null && amount === undefined) {
    return orderPage(c, world, { order, problem: adminTexts[lang].notExact })
  }
  const started = await startTransaction(world, order, { kind, amount })
  if (!started.ok) return orderPage(c, world, { order, problem: refusalTexts[started.refusal][lang] })
  return c.redirect(pathOf(order), 303)
}

async function retry(c: C, world: World, order: Order): Promise<Response> {
  const transaction = transactionsOf(world, order).find(({ id }) => id === c.req.param('id'))
  if (transaction?.state === 'undelivered') await deliverTransaction(world, transaction)
  return c.redirect(pathOf(order), 303)
}

const pathOf = ({ shop, checkoutId }: Order): string => `/${shop}/admin/orders/${checkoutId}`

async function withOrder(
  c: C,
  world: World,
  then: (order: Order) => Response | Promise<Response>,
): Promise<Response> {
  const order = orderOf(world, c.req.param('checkout') ?? '')
  if (order && order.shop === c.req.param('shop')) return then(order)
  return c.text(`${adminTexts[langOf(c)].gone}\n`, 404)
}
