import { toDecimal } from '@craftgate-commerce/core'
import { sentenceIn, shopperOutcome } from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { isFreeOrder, Sessions } from '../order'
import { readPaymentData } from '../payment'

export interface StatusQuestion {
  readonly reference: string
  readonly language: string | undefined
  /** The cart or the order that the asker says it is about. */
  readonly known: readonly unknown[]
}

/**
 * What the storefront shows of an attempt to whoever holds its unguessable reference; undefined when there is none. The
 * reference stands in the pay link, which may be handed on so that somebody else pays. Medusa shows addresses to whoever
 * knows the id of a cart or an order, so these ids are told to those only who know one of the two already.
 */
export async function checkoutStatus(
  container: MedusaContainer,
  { reference, language, known }: StatusQuestion,
) {
  const { checkouts, events } = craftgateIn(container)
  const record = await checkouts.find({ reference })
  if (!record) return undefined
  const session = await new Sessions(container).read(record.order)
  const error = await events.lastDecline(reference)
  const { cart, order } = session?.payment_collection ?? {}
  const isOwner = [cart?.id, order?.id].some((id) => id !== undefined && known.includes(id))
  return {
    reference,
    outcome: isFreeOrder(record, order) ? 'free' : shopperOutcome(record.state, error !== undefined),
    cart_id: (isOwner && cart?.id) || null,
    order_id: (isOwner && order?.id) || null,
    order_display_id: order?.display_id ?? null,
    amount: toDecimal(record.expected),
    currency_code: record.expected.currency,
    decline_message: error ? sentenceIn(language, describeErrorGroup(error.group).shopper) : null,
    error_group: error?.group ?? null,
    ...cardOf(session?.payment?.data),
  }
}

/** What stands in a payment's data is what a shopper may see. */
function cardOf(data: unknown) {
  if (readPaymentData(data) === undefined) return {}
  const { installment, paidPrice, interest, cardFamily, cardAssociation, lastFour, threeDS } = data as Record<
    string,
    unknown
  >
  return {
    installment,
    paid_price: paidPrice,
    interest,
    card_family: cardFamily,
    card_association: cardAssociation,
    last_four: lastFour,
    three_ds: threeDS,
  }
}
