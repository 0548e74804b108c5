import {
  type CheckoutRecord,
  type CraftgateCommerce,
  interestOf,
  type MoneyIntent,
  type PaymentFacts,
  refundIdsOf,
  sentenceIn,
  toDecimal,
} from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import {
  assertOrderIsInChannel,
  type ID,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { attemptOf } from '../payment'
import { CheckoutStore, IntentStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { CheckoutList } from './checkout-list'

/** What the order page of the admin shows of a payment: asked of Craftgate now, with our own record of it. */
@Injectable()
export class AdminPayment {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly intents: IntentStore,
    private readonly list: CheckoutList,
  ) {}

  async of(ctx: RequestContext, id: ID) {
    const payment = await this.connection.getEntityOrThrow(ctx, Payment, id, { relations: ['order'] })
    await assertOrderIsInChannel(ctx, this.connection, payment.order.id, 'Payment', id)
    const attempt = await attemptOf(this.checkouts, payment, payment.order.id)
    return attempt ? this.shown(ctx, attempt.record, attempt.paymentId) : null
  }

  private async shown(ctx: RequestContext, record: CheckoutRecord, paymentId: number) {
    const facts = await this.craftgate.payment(record.merchant, paymentId)
    const intents = await this.intents.of(paymentId)
    return {
      ...factLines(facts),
      calls: intents.map((intent) => callLine(ctx, intent)),
      checkout: await this.list.byRecordId(record.id),
    }
  }
}

function factLines(facts: PaymentFacts) {
  const { kind, amount } = interestOf(facts)
  return {
    craftgatePaymentId: facts.paymentId,
    currencyCode: facts.price.currency,
    price: toDecimal(facts.price),
    paidPrice: toDecimal(facts.paidPrice),
    interest: kind === 'shopper-interest' ? toDecimal(amount) : undefined,
    campaign: kind === 'merchant-campaign' ? toDecimal(amount) : undefined,
    installment: facts.installment,
    phase: facts.phase,
    threeDS: facts.threeDS,
    ...cardLines(facts),
    fraud: facts.fraud?.action,
    authCode: facts.authCode,
    transactions: facts.transactions.map(({ price, paidPrice, ...transaction }) => ({
      ...transaction,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
    })),
  }
}

const cardLines = ({ card, pos }: PaymentFacts) => ({
  cardFamily: card?.family,
  cardAssociation: card?.association,
  cardType: card?.type,
  bank: card?.bankName,
  bin: card?.bin,
  lastFour: card?.lastFour,
  pos: pos?.alias ?? pos?.name,
})

function callLine({ languageCode }: RequestContext, intent: MoneyIntent) {
  const { error } = intent
  return {
    ...intent,
    amount: toDecimal(intent.amount),
    refundIds: refundIdsOf(intent),
    errorCode: error?.code,
    errorMessage: sentenceIn(languageCode, error?.message) ?? error?.description,
  }
}
