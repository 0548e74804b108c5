import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN, Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { moneyOf, type PaymentView, sumOf } from '../order'
import { parsePaymentRef } from './payment-data'
import { isCaptured } from './record-capture'

const WINDOW_MS = 7 * 24 * 3_600_000
/** A bank that refused is asked again after this long. */
const RETRY_AFTER_MS = 3_600_000

const PAYMENTS = 'payment_collections.payments'
const FIELDS = ['id', `${PAYMENTS}.*`, `${PAYMENTS}.captures.*`, `${PAYMENTS}.refunds.*`]

interface Cancelled {
  readonly payment_collections?: readonly { readonly payments?: readonly PaymentView[] }[]
}

/**
 * Medusa cancels an order even when its payment could not be cancelled or refunded, says that it was, and never tries
 * again: the shopper's card would stay blocked, or the shop would keep the money, for an order that is none any more.
 */
export class CancelledOrders {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  /** Lifts what is still blocked and gives back what was captured. One sentence for each that did not work this time. */
  async release(now: number): Promise<string[]> {
    const troubles: string[] = []
    for (const payment of await this.payments(now)) {
      try {
        if (!(await this.isAtWork(payment, now))) await this.giveBack(payment)
      } catch (error) {
        troubles.push(`Payment ${payment.id} of a cancelled order did not go back: ${asError(error).message}`)
      }
    }
    return troubles
  }

  private async payments(now: number): Promise<PaymentView[]> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const filters = { status: 'canceled', canceled_at: { $gt: new Date(now - WINDOW_MS) } }
    const { data } = await query.graph({ entity: 'order', fields: FIELDS, filters })
    return (data as unknown as Cancelled[])
      .flatMap(({ payment_collections = [] }) => payment_collections)
      .flatMap((collection) => collection.payments ?? [])
      .filter((payment) => parsePaymentRef(payment) !== undefined && !payment.canceled_at)
  }

  /** An operation whose end is not known reaches Medusa by itself. */
  private async isAtWork(payment: PaymentView, now: number): Promise<boolean> {
    const ref = parsePaymentRef(payment)
    const operations = ref ? await this.craftgate.operations.of(ref) : []
    return operations.some(({ kind, state, updatedAt }) => {
      if (state === 'failed') return kind !== 'capture' && updatedAt.getTime() > now - RETRY_AFTER_MS
      return state !== 'done'
    })
  }

  private async giveBack(payment: PaymentView): Promise<void> {
    const module = this.container.resolve(Modules.PAYMENT)
    if (!isCaptured(payment)) {
      await module.cancelPayment(payment.id)
      return
    }
    const rest = unrefundedOf(payment)
    if (rest.minor <= 0) return
    const amount = Number(toDecimal(rest))
    await module.refundPayment({ payment_id: payment.id, amount, note: 'Craftgate' })
  }
}

function unrefundedOf({ captures = [], refunds = [], currency_code }: PaymentView): Money {
  return moneyOf(MathBN.sub(sumOf(captures), sumOf(refunds)), currency_code)
}
