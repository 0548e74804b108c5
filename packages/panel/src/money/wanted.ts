import { fromDecimal, type Money } from '@craftgate-commerce/core'
import { isOutside, paymentMethod, type RefundDestination } from '@craftgate-commerce/core/adapter'
import type { PanelMoney, PanelRefund, SoldItem } from '../panel-host'
import type { MoneyAction, OrderPayment } from './actions'
import { readPrice } from './read-price'
import { itemsLeft, readItems, sumOfItems } from './refund-items'

/** What a person asks of an action; all that there is without an amount. */
export type Wanted = Partial<PanelRefund> & { readonly wrong?: 'amount' | 'pieces' | 'none-left' }

export const REASON_LENGTH = 200

export interface Acted {
  readonly action: MoneyAction
  readonly found: OrderPayment
  /** What was bought, of a refund. */
  readonly sold: readonly SoldItem[]
}

export const soldOf = async (
  money: PanelMoney,
  action: MoneyAction,
  reference: string,
): Promise<readonly SoldItem[]> => (action === 'refund' ? money.items(reference) : [])

/**
 * Where a refund of it can go, the usual place first; '': where the money came from. Money that never passed Craftgate goes back
 * outside of it only.
 */
export function placesOf({ method, buyerMember }: OrderPayment['facts']): readonly RefundPlace[] {
  const way = paymentMethod(method)
  if (way && isOutside(way)) return ['outside']
  return buyerMember === undefined ? ['', 'outside'] : ['', 'wallet', 'outside']
}

export type RefundPlace = RefundDestination | ''

type Read = (name: string) => string | undefined

/** As the address says it. */
export function readWanted(read: Read, acted: Acted): Wanted {
  const { action, found } = acted
  if (action === 'void') return {}
  const typed = read('amount')?.trim()
  const amount = typed ? readPrice(typed, found.facts.price.currency) : undefined
  return { amount, ...(typed && amount === undefined && { wrong: 'amount' }), ...refundOf(read, acted) }
}

/** As the button's form says it, which the page filled; undefined when it is not what the page showed. */
export function readShown(read: Read, acted: Acted): (Wanted & { readonly amount: Money }) | undefined {
  const amount = decimalOf(read('amount'), acted.found)
  const { wrong, amount: ofItems = amount, ...refund } = refundOf(read, acted)
  if (amount === undefined || wrong !== undefined || ofItems?.minor !== amount.minor) return undefined
  const reason = refund.destination === 'outside' && (read('reason') ?? '').trim().slice(0, REASON_LENGTH)
  return { ...refund, amount, ...(reason !== false && { reason }) }
}

function refundOf(read: Read, { action, found, sold }: Acted): Wanted {
  if (action !== 'refund') return {}
  const { facts } = found
  const places = placesOf(facts)
  const to = places.find((place) => place === read('to')) ?? places[0]
  const destination = to ? { destination: to } : {}
  const items = readItems(read, itemsLeft(found, sold))
  if (typeof items === 'string') return { ...destination, wrong: items }
  return items === undefined ? destination : { ...destination, items, amount: sumOfItems(items, facts.price) }
}

/** As the page wrote it, never as a person types. */
function decimalOf(text: string | undefined, { facts: { price } }: OrderPayment): Money | undefined {
  try {
    const amount = fromDecimal(text ?? '', price.currency)
    return amount.minor > 0 ? amount : undefined
  } catch {
    return undefined
  }
}
