import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import type CraftgateModuleService from '../modules/craftgate/service'
import type { PaymentView } from '../order'
import { isCaptured } from './enter-capture'
import { readPaymentData } from './payment-data'

const WINDOW_MS = 7 * 24 * 3_600_000
/** A bank that refused is asked again after this long. */
const PATIENCE_MS = 3_600_000

interface Cancelled {
  readonly payment_collections?: readonly { readonly payments?: readonly PaymentView[] }[]
}

/**
 * Medusa cancels an order even when its payment could not be cancelled, and never tries again: the shopper's card would
 * stay blocked for an order that is none any more.
 */
export class CancelledOrders {
  constructor(
    private readonly craftgate: CraftgateModuleService,
    private readonly container: MedusaContainer,
  ) {}

  /** Lifts what is still blocked. One sentence for each that could not be lifted this time. */
  async release(now: number): Promise<string[]> {
    const troubles: string[] = []
    for (const payment of await this.blocked(now)) {
      if (await this.wasRefused(payment, now)) continue
      try {
        await this.container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        troubles.push(`Payment ${payment.id} of a cancelled order still blocks the card: ${reason}`)
      }
    }
    return troubles
  }

  private async blocked(now: number): Promise<PaymentView[]> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: 'order',
      fields: ['id', 'payment_collections.payments.*'],
      filters: { status: 'canceled', canceled_at: { $gt: new Date(now - WINDOW_MS) } },
    })
    const payments = (data as unknown as Cancelled[])
      .flatMap(({ payment_collections = [] }) => payment_collections)
      .flatMap((collection) => collection.payments ?? [])
    return payments.filter((payment) => idOf(payment) && !payment.canceled_at && !isCaptured(payment))
  }

  private async wasRefused(payment: PaymentView, now: number): Promise<boolean> {
    const calls = await this.craftgate.intents.of(idOf(payment) ?? 0)
    const refused = calls.filter(({ kind, state }) => kind === 'void' && state === 'failed')
    return refused.some(({ updatedAt }) => updatedAt.getTime() > now - PATIENCE_MS)
  }
}

const idOf = ({ data }: PaymentView): number | undefined => readPaymentData(data)?.payment
