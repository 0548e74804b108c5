import { type CheckoutRecord, type Money, toDecimal } from '@craftgate-commerce/core'
import type { MoneyResult, OrderMoney, PanelUser, RefundedItem } from '@craftgate-commerce/panel'
import type { MedusaContainer } from '@medusajs/framework/types'
import { MedusaError, Modules } from '@medusajs/framework/utils'
import { capturePaymentWorkflow, refundPaymentWorkflow } from '@medusajs/medusa/core-flows'
import { craftgateIn } from '../app-container'
import { termsKeyOf } from '../craftgate'
import { Sessions, soldItems } from '../order'
import { OrderBooks } from '../payment'
import { notAllowed } from '../refusals'
import { LeaseTakenError } from '../storage'

/** A payment of a placed order, and who acts on it. */
interface Deed {
  readonly paymentId: string
  readonly by: string
  /** What the order's books say of it; an open change of the order keeps money where it is. */
  readonly books: Awaited<ReturnType<OrderBooks['repair']>>
}

/** Refusals that Medusa's API tells with their own words. */
const TOLD: ReadonlySet<string> = new Set([MedusaError.Types.NOT_ALLOWED, MedusaError.Types.INVALID_DATA])

/**
 * Captures, voids and refunds of the panel, by Medusa's own workflows, which ask our provider and write the order's books: as
 * the routes of its Admin API, one at a time for an order, with the books set right first.
 */
export function panelOrderMoney(container: MedusaContainer, { id: by }: PanelUser): OrderMoney {
  const craftgate = craftgateIn(container)
  const { language } = craftgate.options
  const books = new OrderBooks(craftgate, container)

  async function during(paid: CheckoutRecord, work: (deed: Deed) => Promise<unknown>): Promise<MoneyResult> {
    const session = await new Sessions(container).read(paid.order)
    const orderId = session?.payment_collection?.order?.id
    const paymentId = session?.payment?.id
    if (orderId === undefined || paymentId === undefined) return refusal(notAllowed(language, 'not-ours'))
    try {
      await books.exclusively(orderId, async () =>
        work({ paymentId, by, books: await books.repair(orderId) }),
      )
      return { state: 'done' }
    } catch (error) {
      if (error instanceof LeaseTakenError) return refusal(notAllowed(language, 'order-busy'))
      if (!isTold(error)) throw error
      return (await isOpen(paid)) ? { state: 'pending', message: error.message } : refusal(error)
    }
  }

  /** Medusa has no state for what the bank has not ended: our provider refuses it, and its end is entered by itself. */
  async function isOpen({ account, paymentIds: [paymentId] }: CheckoutRecord): Promise<boolean> {
    const operations = paymentId === undefined ? [] : await craftgate.operations.of({ account, paymentId })
    return operations.some(({ state }) => state !== 'done' && state !== 'failed')
  }

  return {
    capture: (paid, amount) =>
      during(paid, ({ paymentId: payment_id, by: captured_by }) =>
        capturePaymentWorkflow(container).run({
          input: { payment_id, captured_by, amount: amount && inMedusa(amount) },
        }),
      ),
    void: (paid) =>
      during(paid, ({ paymentId }) => container.resolve(Modules.PAYMENT).cancelPayment(paymentId)),
    items: (paid) => soldItems(container, paid.order),
    refund: (paid, { amount, items, destination, reason }) =>
      during(paid, ({ paymentId: payment_id, by: created_by, books: { isChanging, isRefunding } }) => {
        if (isChanging) throw notAllowed(language, 'open-change')
        if (isRefunding) throw notAllowed(language, 'being-recorded')
        const note = noteOf(items, reason)
        const terms = { items, itemsOnly: items && true, destination }
        return craftgate.refundTerms.during(termsKeyOf(leadOf(paid)), terms, () =>
          refundPaymentWorkflow(container).run({
            input: { payment_id, created_by, amount: inMedusa(amount), note },
          }),
        )
      }),
  }
}

/** A refund of Medusa's has no lines: they stand beside it, with how it was given back, for whoever reads the order. */
function noteOf(items: readonly RefundedItem[] = [], reason?: string): string | undefined {
  const lines = items.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')
  return [lines, reason].filter(Boolean).join(': ') || undefined
}

const leadOf = ({ account, paymentIds: [paymentId = 0] }: CheckoutRecord) => ({ account, paymentId })

const inMedusa = (amount: Money): number => Number(toDecimal(amount))

const refusal = ({ message }: Error): MoneyResult => ({ state: 'refused', message })

/** Workflows throw what they wrote down of an error, which is no Error any more. */
const isTold = (error: unknown): error is Error =>
  typeof error === 'object' &&
  error !== null &&
  'type' in error &&
  'message' in error &&
  TOLD.has(String(error.type))
