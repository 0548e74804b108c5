import { type CheckoutRecord, CraftgateError, type PaymentFacts } from '@craftgate-commerce/core'
import {
  isForfeited,
  merchantPaymentView,
  operationView,
  sentenceIn,
  transactionViews,
} from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { type PaymentView, soldItems } from '../order'
import { readPaymentData } from '../payment'
import { checkoutView, inSnakeCase, noteText } from './checkout-view'

interface Paid {
  readonly payment: PaymentView
  readonly paymentId: number
  readonly record: CheckoutRecord
}

/** What the order page of Medusa's admin shows: Craftgate's payments, asked now, with our own record of them. */
export class OrderPayments {
  constructor(
    private readonly container: MedusaContainer,
    private readonly language: string | undefined,
  ) {}

  async of(orderId: string) {
    const { payments, sessionIds } = await this.read(orderId)
    const attempts = await this.craftgate.checkouts.ofSessions(sessionIds)
    const paid = await Promise.all(payments.map((payment) => this.paidOf(payment)))
    return {
      time_zone: this.craftgate.commerce.timeZone,
      payments: await Promise.all(paid.flatMap((each) => (each ? [this.view(each)] : []))),
      unexpected: attempts
        .filter(({ state }) => isForfeited(state))
        .map((each) => checkoutView(each, this.language)),
    }
  }

  private async read(orderId: string) {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const fields = ['payments', 'payment_sessions'].map((name) => `payment_collections.${name}.*`)
    const { data } = await query.graph({
      entity: 'order',
      fields: ['id', ...fields],
      filters: { id: orderId },
    })
    const collections = (data[0]?.payment_collections ?? []) as unknown as Collection[]
    return {
      payments: collections.flatMap((collection) => collection.payments ?? []),
      sessionIds: collections.flatMap((collection) =>
        (collection.payment_sessions ?? []).map(({ id }) => id),
      ),
    }
  }

  private async paidOf(payment: PaymentView): Promise<Paid | undefined> {
    const data = readPaymentData(payment.data)
    const record = data && (await this.craftgate.checkouts.find({ reference: data.reference }))
    return record && data.payment !== undefined ? { payment, paymentId: data.payment, record } : undefined
  }

  private async view({ payment, paymentId, record }: Paid) {
    const { commerce, operations, events } = this.craftgate
    const ref = { account: record.account, paymentId }
    const recorded = await operations.of(ref)
    const facts = await commerce.payment(ref).catch((error: unknown) => this.unavailable(error))
    return {
      payment_id: payment.id,
      craftgate_payment_id: paymentId,
      ...('unavailable' in facts ? facts : this.factsOf(facts, recorded, await this.namesOf(record))),
      operations: recorded.map((operation) => inSnakeCase(operationView(operation, this.language))),
      checkout: checkoutView(record, this.language),
      timeline: (await events.of(record.reference)).map(({ at, state, note }) => ({
        at,
        state,
        note: noteText(note, this.language),
      })),
      panel_url: this.craftgate.options.panelUrl(record.account),
    }
  }

  /** Craftgate is told the lines of the cart; the order has lines of its own. */
  private async namesOf({ order }: CheckoutRecord): Promise<ReadonlyMap<string, string>> {
    const items = await soldItems(this.container, order)
    return new Map(items.map(({ externalId, name }) => [externalId, name]))
  }

  private factsOf(
    facts: PaymentFacts,
    operations: Parameters<typeof transactionViews>[1],
    names: ReadonlyMap<string, string>,
  ) {
    return {
      currency_code: facts.price.currency,
      ...inSnakeCase(merchantPaymentView(facts)),
      three_ds: facts.threeDS,
      transactions: transactionViews(facts, operations).map((transaction) => ({
        ...inSnakeCase(transaction),
        name: names.get(transaction.externalId ?? '') ?? null,
      })),
    }
  }

  private unavailable(error: unknown): { unavailable: string } {
    if (!CraftgateError.is(error)) throw error
    return { unavailable: sentenceIn(this.language, error.merchantMessage) }
  }

  private get craftgate() {
    return craftgateIn(this.container)
  }
}

interface Collection {
  readonly payments?: readonly PaymentView[]
  readonly payment_sessions?: readonly { readonly id: string }[]
}
