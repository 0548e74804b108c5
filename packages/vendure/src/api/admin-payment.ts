import { type CraftgateCommerce, toDecimal } from '@craftgate-commerce/core'
import {
  declinedPaymentsOf,
  merchantPaymentView,
  operationView,
  sentenceIn,
  transactionViews,
} from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  assertOrderIsInChannel,
  type ID,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { type AttemptOfPayment, attemptOf } from '../payment'
import { CheckoutStore, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { CheckoutList } from './checkout-list'

/** A payment as the admin's order page shows it: asked of Craftgate now, with our own record of it. */
@Injectable()
export class AdminPayment {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly list: CheckoutList,
  ) {}

  async of(ctx: RequestContext, id: ID, language: string = ctx.languageCode) {
    const attempt = await this.attempt(ctx, id)
    return attempt ? this.view(attempt, language) : null
  }

  async operationsOf(ctx: RequestContext, id: ID, language: string = ctx.languageCode) {
    const attempt = await this.attempt(ctx, id)
    if (attempt === undefined) return []
    return (await this.operations.of(attempt.payment)).map((operation) => operationView(operation, language))
  }

  /** Of all attempts of the payment's order. */
  async declinedPayments(ctx: RequestContext, id: ID, language: string = ctx.languageCode) {
    const { order } = await this.payment(ctx, id)
    const attempts = (await this.checkouts.attemptsOf(String(order.id))).toReversed()
    const declined = await declinedPaymentsOf(this.craftgate, attempts)
    return declined.map(({ at, facts: { card, paidPrice }, error, advice }) => ({
      at,
      amount: toDecimal(paidPrice),
      currencyCode: paidPrice.currency,
      card: [card?.bankName, card?.lastFour && `•••• ${card.lastFour}`].filter(Boolean).join(' '),
      reason: sentenceIn(language, advice),
      code: error.group ?? error.code,
    }))
  }

  private async attempt(ctx: RequestContext, id: ID): Promise<AttemptOfPayment | undefined> {
    const payment = await this.payment(ctx, id)
    return attemptOf(this.checkouts, payment, payment.order.id)
  }

  private async payment(ctx: RequestContext, id: ID): Promise<Payment> {
    const payment = await this.connection.getEntityOrThrow(ctx, Payment, id, { relations: ['order'] })
    await assertOrderIsInChannel(ctx, this.connection, payment.order.id, 'Payment', id)
    return payment
  }

  private async view({ payment, record }: AttemptOfPayment, language: string) {
    const facts = await this.craftgate.payment(payment)
    const operations = await this.operations.of(payment)
    const view = merchantPaymentView(facts)
    return {
      ...view,
      paidWith: sentenceIn(language, view.paidWith),
      craftgatePaymentId: facts.paymentId,
      currencyCode: facts.price.currency,
      transactions: transactionViews(facts, operations),
      operations: operations.map((operation) => operationView(operation, language)),
      checkout: await this.list.byRecordId(record.id, language),
    }
  }
}
