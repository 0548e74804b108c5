import { type CheckoutRecord, describeErrorGroup, sentenceIn, shopperOutcome } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { Payment, type RequestContext, TransactionalConnection } from '@vendure/core'
import { factsOf, OrderReader, toVendure } from '../order'
import { CheckoutStore } from '../storage'

/** What the storefront shows of an attempt to whoever holds its unguessable reference. */
@Injectable()
export class CheckoutStatus {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly scale: OrderReader,
  ) {}

  async of(ctx: RequestContext, reference: string) {
    const record = await this.checkouts.find({ reference })
    if (!record || factsOf(record).channel !== ctx.channel.token) return null
    const payment = await this.lastPayment(ctx, record)
    const error = payment?.metadata?.error
    return {
      ...payment?.metadata?.public,
      reference,
      outcome: shopperOutcome(record.state, error !== undefined).toUpperCase(),
      orderCode: factsOf(record).code,
      amount: toVendure(record.expected, this.scale),
      currencyCode: record.expected.currency,
      declineMessage: error && sentenceIn(ctx.languageCode, describeErrorGroup(error.group).shopper),
      errorGroup: error?.group,
    }
  }

  /** The newest payment of this session, declined ones too. */
  private async lastPayment(ctx: RequestContext, record: CheckoutRecord): Promise<Payment | undefined> {
    const payments = await this.connection
      .getRepository(ctx, Payment)
      .find({ where: { order: { id: record.order } }, order: { id: 'DESC' } })
    return payments.find(({ metadata }) => metadata?.reference === record.reference)
  }
}
