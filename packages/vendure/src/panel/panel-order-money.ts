import type { CheckoutRecord, Money } from '@craftgate-commerce/core'
import type { MoneyResult, OrderMoney, PanelRefund, PanelUser, SoldItem } from '@craftgate-commerce/panel'
import { Injectable } from '@nestjs/common'
import {
  I18nError,
  isGraphQlErrorResult,
  Order,
  OrderService,
  Payment,
  Permission,
  Refund,
  type RequestContext,
  RequestContextService,
  TransactionalConnection,
  User,
} from '@vendure/core'
import { CheckoutContexts, externalIdOf, OrderReader, partToVendure, soldItems } from '../order'
import { isPaymentOf, leftOf, MoneyWork, withKnownOutcome } from '../payment'
import { isLockFailure, lockRow, retryOnSerializationFailure } from '../storage'

/** One deed of an administrator's: who acts, and on which payment of the order. */
interface Deed {
  readonly ctx: RequestContext
  readonly payment: Payment
}

type Answer = Awaited<ReturnType<OrderService['settlePayment' | 'cancelPayment' | 'refundOrder']>>

/**
 * Captures, voids and refunds of the panel, by Vendure's own services as its Admin API calls them: order, history and events
 * are as if the same administrator had made them in the dashboard, with the permissions that he has now.
 */
@Injectable()
export class PanelOrderMoney {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly requests: RequestContextService,
    private readonly contexts: CheckoutContexts,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
    private readonly work: MoneyWork,
  ) {}

  of(user: PanelUser): OrderMoney {
    return {
      capture: (paid, amount) => this.carryOut(user, paid, (deed) => this.capture(deed, amount)),
      void: (paid) => this.carryOut(user, paid, (deed) => this.void(deed)),
      refund: (paid, refund) => this.carryOut(user, paid, (deed) => this.refund(deed, refund)),
      items: (paid) => this.items(user, paid),
    }
  }

  private async carryOut(
    { id }: PanelUser,
    paid: CheckoutRecord,
    work: (deed: Deed) => Promise<MoneyResult>,
  ): Promise<MoneyResult> {
    const ctx = await this.contextOf(id, paid)
    if (!ctx.userHasPermissions([Permission.UpdateOrder])) return refused(NOT_ALLOWED)
    const payment = await this.paymentOf(ctx, paid)
    if (payment === undefined) return refused(NOT_OURS)
    try {
      return await work({ ctx, payment })
    } catch (error) {
      if (isLockFailure(error)) return refused(BUSY)
      if (error instanceof I18nError) return refused(ctx.translate(error.message, error.variables))
      throw error
    }
  }

  private capture({ ctx, payment }: Deed, amount: Money | undefined): Promise<MoneyResult> {
    const { id } = payment
    if (amount === undefined) {
      const call = { kind: 'capture' as const, id }
      return this.answered(ctx, call, payment, (tx) => this.orders.settlePayment(tx, id))
    }
    const whole = partToVendure(amount, payment.amount, this.reader)
    if (whole === undefined) return Promise.resolve(refused(NOT_EXACT))
    const call = { kind: 'capture' as const, id, amount: whole }
    return this.answered(ctx, call, payment, (tx) =>
      withKnownOutcome(tx, { about: 'capture', amount }, () => this.orders.settlePayment(tx, id)),
    )
  }

  private void({ ctx, payment }: Deed): Promise<MoneyResult> {
    const { id } = payment
    return this.answered(ctx, { kind: 'void', id }, payment, (tx) => this.orders.cancelPayment(tx, id))
  }

  /** Lines are named as Vendure records them; what they give is told beside, because of a discounted line a piece has no price. */
  private refund(
    { ctx, payment }: Deed,
    { amount: price, items, destination, reason = 'Craftgate' }: PanelRefund,
  ) {
    const amount = partToVendure(price, leftOf(payment), this.reader)
    if (amount === undefined) return Promise.resolve(refused(NOT_EXACT))
    const lines = items?.flatMap(({ externalId, quantity }) => {
      const orderLineId = externalIdOf.lineOf(externalId)
      return orderLineId === undefined ? [] : [{ orderLineId, quantity }]
    })
    const input = {
      paymentId: payment.id,
      amount,
      reason,
      lines: lines ?? [],
      shipping: 0,
      adjustment: 0,
    }
    const how = { items, itemsOnly: items && true, destination }
    return this.answered(ctx, undefined, payment, (tx) =>
      withKnownOutcome(tx, { about: 'refund', how }, () => this.orders.refundOrder(tx, input)),
    )
  }

  private async items({ id }: PanelUser, paid: CheckoutRecord): Promise<readonly SoldItem[]> {
    const order = await this.reader.read(await this.contextOf(id, paid), paid.order)
    return order ? soldItems(order) : []
  }

  /** The order is locked as a mutation of it is. */
  private async answered(
    ctx: RequestContext,
    call: Parameters<MoneyWork['around']>[1],
    { order: { id } }: Payment,
    work: (tx: RequestContext) => Promise<Answer>,
  ): Promise<MoneyResult> {
    const answer = await this.work.around(ctx, call, () =>
      retryOnSerializationFailure(() =>
        this.connection.withTransaction(ctx, async (tx) => {
          await lockRow(tx, { connection: this.connection, entity: Order, id })
          return work(tx)
        }),
      ),
    )
    return resultOf(ctx, answer)
  }

  /** Whose session this is, with his roles as they are now. */
  private async contextOf(userId: string, paid: CheckoutRecord): Promise<RequestContext> {
    const user = await this.connection.rawConnection
      .getRepository(User)
      .findOne({ where: { id: userId }, relations: { roles: { channels: true } } })
    const channel = await this.contexts.channelOf(paid)
    const { session } = await this.requests.create({
      apiType: 'admin',
      channelOrToken: channel,
      user: user?.deletedAt ? undefined : (user ?? undefined),
    })
    return this.contexts.of(paid, session)
  }

  private async paymentOf(ctx: RequestContext, paid: CheckoutRecord): Promise<Payment | undefined> {
    const [paymentId] = paid.paymentIds
    if (paymentId === undefined) return undefined
    const payments = await this.connection
      .getRepository(ctx, Payment)
      .find({ where: { order: { id: paid.order } }, relations: { order: true, refunds: true } })
    return payments.find((row) => isPaymentOf(row, { account: paid.account, paymentId }))
  }
}

function resultOf(ctx: RequestContext, answer: Answer): MoneyResult {
  if (isGraphQlErrorResult(answer)) {
    const said = 'paymentErrorMessage' in answer ? answer.paymentErrorMessage : undefined
    return refused(said || ctx.translate(`errorResult.${answer.message}`))
  }
  if (!(answer instanceof Refund) || answer.state === 'Settled') return { state: 'done' }
  const reason: unknown = answer.metadata?.reason
  const message = typeof reason === 'string' ? reason : undefined
  return { state: answer.state === 'Failed' ? 'refused' : 'pending', message }
}

const refused = (message: Extract<MoneyResult, { message?: unknown }>['message']): MoneyResult => ({
  state: 'refused',
  message,
})

const NOT_ALLOWED = {
  tr: 'Bunun için sipariş güncelleme yetkisi (UpdateOrder) gerekir; mağaza yöneticinize başvurun.',
  en: 'This needs the permission to update orders (UpdateOrder); ask the administrator of the shop.',
}
const NOT_OURS = {
  tr: 'Siparişte bu ödeme bulunamadı. Siparişi mağazada açıp bakın.',
  en: 'The order has no such payment. Open the order in the shop.',
}
const BUSY = {
  tr: 'Bu siparişte başka bir işlem sürüyor; bitince yeniden deneyin.',
  en: 'Something else is being done with this order; try again when it has ended.',
}
const NOT_EXACT = {
  tr: 'Vendure bu tutarı kendi ondalık basamaklarıyla gösteremez; daha yuvarlak bir tutar yazın.',
  en: 'Vendure cannot express this amount with its decimals; write a rounder one.',
}
