import { type Localized, toDecimal } from '@craftgate-commerce/core'
import {
  type ShopperPayment,
  sentenceIn,
  shopperOutcome,
  type shopperPaymentView,
} from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { collectionOf, isFreeOrder, Sessions } from '../order'
import { readPaymentData } from '../payment'

export interface StatusQuestion {
  readonly reference: string
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
  { language, ...question }: StatusQuestion & { readonly language: string | undefined },
) {
  const found = await attemptOf(container, question)
  if (!found) return undefined
  const { record, session, error, cart, order, isOwner } = found
  return {
    reference: record.reference,
    outcome: isFreeOrder(record, order) ? 'free' : shopperOutcome(record.state, error !== undefined),
    cart_id: (isOwner && cart?.id) || null,
    order_id: (isOwner && order?.id) || null,
    order_display_id: order?.display_id ?? null,
    amount: toDecimal(record.expected),
    currency_code: record.expected.currency,
    decline_message: error ? sentenceIn(language, describeErrorGroup(error.group).shopper) : null,
    error_group: error?.group ?? null,
    ...paidBy(session?.payment?.data, language),
  }
}

/** The same for the JSON of every shop. */
export async function shopperPayment(
  container: MedusaContainer,
  question: StatusQuestion,
): Promise<ShopperPayment | undefined> {
  const found = await attemptOf(container, question)
  if (!found) return undefined
  const { record, session, error, order, isOwner } = found
  const { instructions } = (session?.data ?? {}) as { readonly instructions?: Partial<Localized> }
  return {
    record,
    declined: error && { group: error.group },
    paid: paidIn(session?.payment?.data),
    isPlaced: order != null && order.status !== 'canceled',
    order: order && isOwner ? { id: order.id, number: String(order.display_id ?? order.id) } : undefined,
    instructions,
  }
}

async function attemptOf(container: MedusaContainer, { reference, known }: StatusQuestion) {
  const { checkouts, events } = craftgateIn(container)
  const record = await checkouts.find({ reference })
  if (!record) return undefined
  const sessions = new Sessions(container)
  const session = await sessions.read(record.order)
  const collection = collectionOf(record)
  const paysFor =
    session?.payment_collection ??
    (collection === undefined ? undefined : await sessions.collection(collection))
  const error = await events.lastDecline(reference)
  const { cart, order } = paysFor ?? {}
  const isOwner = [cart?.id, order?.id].some((id) => id !== undefined && known.includes(id))
  return { record, session, error, cart, order, isOwner }
}

type Paid = Partial<ReturnType<typeof shopperPaymentView>>

/** What stands in a payment's data is what a shopper may see. */
const paidIn = (data: unknown): Paid | undefined =>
  readPaymentData(data) === undefined ? undefined : (data as Paid)

function paidBy(data: unknown, language: string | undefined) {
  const paid = paidIn(data)
  if (paid === undefined) return {}
  return {
    installment: paid.installment,
    paid_price: paid.paidPrice,
    interest: paid.interest,
    method: paid.method,
    paid_with: sentenceIn(language, paid.paidWith),
    points_used: paid.pointsUsed,
    wallet_share: paid.walletShare,
    card_family: paid.cardFamily,
    card_association: paid.cardAssociation,
    last_four: paid.lastFour,
    three_ds: paid.threeDS,
  }
}
