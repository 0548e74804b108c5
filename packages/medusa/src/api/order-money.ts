import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { isOwnProvider } from '../craftgate'
import { CancelledOrders, CollectionLock, OrderBooks } from '../payment'
import { notAllowed } from '../refusals'
import { refuseControlCharacters } from '../refuse-control-characters'
import { LeaseTakenError } from '../storage'

// Medusa's own routes that move money of an order or open a change of it, one at a time for an order. Medusa asks our
// provider first and writes its books afterwards: two at once mix up their amounts there, and what an open change keeps
// it from writing has moved by then. So the books are set right first, and no money moves while a change is open.

/** An order that is paid by us, or is being paid. */
interface Sale {
  readonly orderId: string
  readonly sessionIds: readonly string[]
}

type FindOrder = (request: MedusaRequest) => Promise<Sale | undefined>

interface Work {
  readonly request: MedusaRequest
  readonly sale: Sale
  readonly books: OrderBooks
  /** Medusa's own route; resolves when it has answered. */
  readonly route: () => Promise<void>
}

/** Runs the work while nobody else works on the order. */
type Exclusively = (work: Work, run: () => Promise<void>) => Promise<void>

const whileOrderIsFree: Exclusively = ({ sale, books }, run) => books.exclusively(sale.orderId, run)

/** Also not while a notification places or pays the order: a cancel would not see that payment. */
const whileNothingIsPaid: Exclusively = (work, run) => {
  const { scope } = work.request
  const lock = new CollectionLock(craftgateIn(scope), scope)
  const inside = work.sale.sessionIds.reduceRight(
    (next, order) => () => lock.during({ order }, next),
    () => whileOrderIsFree(work, run),
  )
  return inside()
}

function alone(find: FindOrder, exclusively: Exclusively, run: (work: Work) => Promise<void>) {
  return async (request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) => {
    let isPassedOn = false
    const route = () => {
      isPassedOn = true
      return answered(response, next)
    }
    try {
      const sale = await find(request)
      if (!sale) return next()
      const books = new OrderBooks(craftgateIn(request.scope), request.scope)
      const work = { request, sale, books, route }
      await exclusively(work, () => run(work))
    } catch (error) {
      if (!isPassedOn) return next(error instanceof LeaseTakenError ? refused(request, 'order-busy') : error)
      const { logger } = craftgateIn(request.scope)
      logger.error('What follows a cancel failed; the scheduled job does it again', { error: String(error) })
    }
  }
}

/** Of the order of `/admin/payments/:id`. */
const ofPayment: FindOrder = async ({ scope, params: { id } }) => {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ['provider_id', 'payment_collection.order.id']
  const { data } = await query.graph({ entity: 'payment', fields, filters: { id } })
  const [payment] = data as unknown as PaymentOfOrder[]
  const orderId = payment?.payment_collection?.order?.id
  return payment && orderId && isOwnProvider(payment.provider_id) ? { orderId, sessionIds: [] } : undefined
}

interface PaymentOfOrder {
  readonly provider_id: string
  readonly payment_collection?: { readonly order?: { readonly id: string } | null } | null
}

/** Of the order of `/admin/orders/:id`. */
const inPath: FindOrder = ({ scope, params: { id } }) => saleOf(scope, id)

/** Of the order that the body of the request names. */
const inBody: FindOrder = async ({ scope, body }) => {
  const named = typeof body === 'object' && body && 'order_id' in body ? body.order_id : undefined
  return typeof named === 'string' ? saleOf(scope, named) : undefined
}

async function saleOf(scope: MedusaRequest['scope'], id: string | undefined): Promise<Sale | undefined> {
  if (id === undefined) return undefined
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const sessions = 'payment_collections.payment_sessions'
  const fields = ['id', 'payment_collections.id', `${sessions}.id`, `${sessions}.provider_id`]
  const { data } = await query.graph({ entity: 'order', fields, filters: { id } })
  const collections = (data[0]?.payment_collections ?? []) as unknown as Collection[]
  const ours = collections.flatMap((collection) => {
    const session = collection?.payment_sessions?.find((each) => each && isOwnProvider(each.provider_id))
    return session ? [session.id] : []
  })
  return ours.length > 0 ? { orderId: id, sessionIds: ours.sort() } : undefined
}

interface Collection {
  readonly payment_sessions?: readonly ({ readonly id: string; readonly provider_id: string } | null)[]
}

async function repairFirst({ sale, books, route }: Work): Promise<void> {
  await books.repair(sale.orderId)
  await route()
}

async function repairAndRefuse({ request, sale, books, route }: Work): Promise<void> {
  const { isChanging, isRefunding } = await books.repair(sale.orderId)
  if (isChanging) throw refused(request, 'open-change')
  if (isRefunding) throw refused(request, 'being-recorded')
  await route()
}

/** Medusa answers that all went well also when Craftgate refused to give the money back. */
async function cancel(work: Work): Promise<void> {
  await repairAndRefuse(work)
  const { scope } = work.request
  await new CancelledOrders(craftgateIn(scope), scope).releaseExclusively(work.sale.orderId, Date.now())
}

const refused = ({ scope }: MedusaRequest, reason: Parameters<typeof notAllowed>[1]) =>
  notAllowed(craftgateIn(scope).options.language, reason)

/** A client that goes away does not end Medusa's work: its answer does. */
function answered(response: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  return new Promise((resolve) => {
    const apply = (end: MedusaResponse['end'], self: unknown, parts: unknown[]) => {
      resolve()
      return Reflect.apply(end, self, parts)
    }
    response.end = new Proxy(response.end, { apply })
    next()
  })
}

/** The routes, as `defineMiddlewares` takes them. */
export const orderMoneyRoutes = [
  {
    matcher: '/admin/payments/:id/refund',
    middlewares: [alone(ofPayment, whileOrderIsFree, repairAndRefuse)],
  },
  { matcher: '/admin/payments/:id/capture', middlewares: [alone(ofPayment, whileOrderIsFree, repairFirst)] },
  { matcher: '/admin/orders/:id/cancel', middlewares: [alone(inPath, whileNothingIsPaid, cancel)] },
  { matcher: '/admin/orders/:id/credit-lines', middlewares: [alone(inPath, whileOrderIsFree, repairFirst)] },
  ...['order-edits', 'returns', 'exchanges', 'claims'].map((name) => ({
    matcher: `/admin/${name}`,
    middlewares: [alone(inBody, whileOrderIsFree, repairFirst)],
  })),
].map(({ matcher, middlewares }) => ({
  matcher,
  method: ['POST' as const],
  middlewares: [refuseControlCharacters, ...middlewares],
}))
