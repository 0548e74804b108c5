import { fromDecimal, type Money } from '@craftgate-commerce/core'
import type { PanelMoney, PanelRefund, SoldItem } from '../panel-host'
import type { MoneyAction, OrderPayment } from './actions'
import { readPrice } from './read-price'
import { itemsLeft, readItems, sumOfItems } from './refund-items'

/** What a person asks of an action; all that there is without an amount. */
export type Wanted = Partial<PanelRefund> & { readonly wrong?: 'amount' | 'pieces' }

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
  return { ...refund, amount }
}

function refundOf(read: Read, { action, found, sold }: Acted): Wanted {
  if (action !== 'refund') return {}
  const { facts } = found
  const isForWallet = read('to') === 'wallet' && facts.buyerMember !== undefined
  const destination = isForWallet ? { destination: 'wallet' as const } : {}
  const items = readItems(read, itemsLeft(found, sold))
  if (items === 'wrong') return { ...destination, wrong: 'pieces' }
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
