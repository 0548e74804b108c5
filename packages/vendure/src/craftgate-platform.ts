import {
  type Applied,
  type CheckoutQuery,
  type CheckoutRecord,
  type CheckoutState,
  type CommercePlatform,
  type MoneyIntent,
  nothingToPay,
  type OrderSnapshot,
  type PaymentOutcome,
  returnOutcome,
} from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import { CheckoutContexts, factsOf, OrderReader, orderToSnapshot } from './order'
import { ApplyOutcome, SettleIntent } from './payment'
import type { VendureOptions } from './plugin-options'
import { returnUrlFor } from './return-url'
import { CheckoutStore, EventStore, IntentStore, PaymentLock } from './storage'
import { CRAFTGATE_OPTIONS } from './tokens'

/** The port, for Vendure. */
@Injectable()
export class CraftgatePlatform implements CommercePlatform {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly contexts: CheckoutContexts,
    private readonly orders: OrderReader,
    private readonly outcomes: ApplyOutcome,
    private readonly settling: SettleIntent,
    private readonly checkouts: CheckoutStore,
    private readonly intents: IntentStore,
    private readonly events: EventStore,
    private readonly lock: PaymentLock,
  ) {}

  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    const ctx = await this.contexts.of(record)
    const order = await this.orders.read(ctx, record.order)
    if (!order) return goneOrder(record)
    const { precision } = this.orders
    return orderToSnapshot(order, { precision, languageCode: factsOf(record).language })
  }

  saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return this.checkouts.save(record)
  }

  findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    return this.checkouts.find(by)
  }

  openCheckouts(query: { states: readonly CheckoutState[]; before: Date }): AsyncIterable<CheckoutRecord> {
    return this.checkouts.open(query)
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<Applied> {
    return this.outcomes.apply(record, outcome)
  }

  returnUrl(record: CheckoutRecord, outcome: PaymentOutcome): Promise<string> {
    const { code, channel, language } = factsOf(record)
    return returnUrlFor(this.options.returnUrl, {
      orderCode: code,
      reference: record.reference,
      channelToken: channel,
      languageCode: language,
      outcome: returnOutcome(record, outcome),
    })
  }

  exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.lock.exclusively(paymentId, work)
  }

  saveIntent(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    return this.intents.save(intent)
  }

  intentsOf(paymentId: number): Promise<readonly MoneyIntent[]> {
    return this.intents.of(paymentId)
  }

  openIntents({ before }: { before: Date }): AsyncIterable<MoneyIntent> {
    return this.intents.open(before)
  }

  intentSettled(intent: MoneyIntent): Promise<void> {
    return this.settling.settled(intent)
  }

  eventHandled(eventKey: string): Promise<boolean> {
    return this.events.handled(eventKey)
  }

  markEventHandled(eventKey: string): Promise<void> {
    return this.events.mark(eventKey)
  }
}

/** Nothing is left to pay of an order that was deleted or merged into another. */
function goneOrder(record: CheckoutRecord): OrderSnapshot {
  const { code, language } = factsOf(record)
  const locale = language.startsWith('tr') ? 'tr' : 'en'
  return nothingToPay({ number: code, currency: record.expected.currency, locale })
}
