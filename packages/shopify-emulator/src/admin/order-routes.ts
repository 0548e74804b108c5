import { type NodeEnv, readForm } from '@craftgate-commerce/emulator-kit'
import type { Context, Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import type { TransactionKind } from '../context/transaction'
import { readDecimal } from '../money/amount-text'
import { orderOf } from '../orders/order'
import { transactionsOf } from '../orders/order-money'
import { refusalTexts } from '../orders/refusal'
import { langOf } from '../pages/lang'
import { deliverTransaction, startTransaction } from '../payment-sessions/start-transaction'
import { orderPage } from './order-page'
import { adminTexts } from './texts'

type C = Context<NodeEnv>
const path = '/:shop/admin/orders/:checkout'

/** One order and its buttons; it is addressed by its checkout. */
export function orderRoutes(app: Hono<NodeEnv>, ctx: EmulatorContext): void {
  app.get(path, (c) => withOrder(c, ctx, (order) => orderPage(c, ctx, { order })))
  for (const kind of ['refund', 'capture', 'void'] as const) {
    app.post(`${path}/${kind}`, (c) => withOrder(c, ctx, (order) => start(c, ctx, { order, kind })))
  }
  app.post(`${path}/transactions/:id/retry`, (c) => withOrder(c, ctx, (order) => retry(c, ctx, order)))
}

async function start(
  c: C,
  ctx: EmulatorContext,
  { order, kind }: { order: Order; kind: TransactionKind },
): Promise<Response> {
  const lang = langOf(c)
  const typed = (await readForm(c)).get('amount')
  const amount = typed === null ? undefined : readDecimal(typed, order.currency)
  if (typed !== null && amount === undefined) {
    return orderPage(c, ctx, { order, problem: adminTexts[lang].notExact })
  }
  const started = await startTransaction(ctx, order, { kind, amount })
  if (!started.ok) return orderPage(c, ctx, { order, problem: refusalTexts[started.refusal][lang] })
  return c.redirect(pathOf(order), 303)
}

async function retry(c: C, ctx: EmulatorContext, order: Order): Promise<Response> {
  const transaction = transactionsOf(ctx, order).find(({ id }) => id === c.req.param('id'))
  if (transaction?.state === 'undelivered') await deliverTransaction(ctx, transaction)
  return c.redirect(pathOf(order), 303)
}

const pathOf = ({ shop, checkoutId }: Order): string => `/${shop}/admin/orders/${checkoutId}`

async function withOrder(
  c: C,
  ctx: EmulatorContext,
  then: (order: Order) => Response | Promise<Response>,
): Promise<Response> {
  const order = orderOf(ctx, c.req.param('checkout') ?? '')
  if (order && order.shop === c.req.param('shop')) return then(order)
  return c.text(`${adminTexts[langOf(c)].gone}\n`, 404)
}
