import { describeErrorGroup, sentenceIn, shopperOutcome, toDecimal } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { Sessions } from '../order'
import { readPaymentData } from '../payment'

/** What the storefront shows of an attempt to whoever holds its unguessable reference; undefined when there is none. */
export async function checkoutStatus(
  container: MedusaContainer,
  reference: string,
  language: string | undefined,
) {
  const { checkouts, notes } = craftgateIn(container)
  const record = await checkouts.find({ reference })
  if (!record) return undefined
  const session = await new Sessions(container).read(record.order)
  const error = await notes.lastDecline(reference)
  const order = await orderOf(container, session?.payment_collection?.order?.id)
  return {
    reference,
    outcome: shopperOutcome(record.state, error !== undefined),
    cart_id: session?.payment_collection?.cart?.id ?? null,
    order_id: order?.id ?? null,
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

async function orderOf(container: MedusaContainer, id: string | undefined) {
  if (id === undefined) return undefined
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: 'order', fields: ['id', 'display_id'], filters: { id } })
  return data[0]
}
