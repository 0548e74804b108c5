import type { CheckoutRecord, OrderSnapshot } from '@craftgate-commerce/core'
import { nothingToPay } from '@craftgate-commerce/core/adapter'
import type { SessionRow } from '../database'
import type { Contact } from '../sessions/contacts'

/** The language of our pages and of the hosted one: Turkish for `tr…`, English for every other; the shop's own where Shopify names none. */
export const localeOf = ({ buyerLocale, merchantLocale }: SessionRow): 'tr' | 'en' =>
  (buyerLocale ?? merchantLocale).toLowerCase().startsWith('tr') ? 'tr' : 'en'

/**
 * What Shopify asked for, as one item: it names neither products nor an order number, only an amount. The session's id
 * is the item's name, so that a merchant finds the one by the other in Craftgate's panel.
 */
export function snapshotOf(session: SessionRow, contact: Contact): OrderSnapshot {
  const { id, amount, currency } = session
  if (amount === null || currency === null) throw new Error(`Session ${id} has no amount`)
  const line = { externalId: id, name: `Shopify ${id}`, quantity: 1, unitPrice: amount }
  return {
    number: id,
    currency,
    total: amount,
    pricesIncludeTax: true,
    lines: [line],
    shipping: [],
    fees: [],
    discounts: [],
    credits: [],
    buyer: contact,
    locale: localeOf(session),
  }
}

export const emptySnapshot = ({ reference, expected }: CheckoutRecord, session?: SessionRow): OrderSnapshot =>
  nothingToPay({
    number: reference,
    currency: expected.currency,
    locale: session ? localeOf(session) : 'tr',
  })
