import type { Buyer } from '../basket'

/** Where an order is sent, in the shop's own fields. */
export interface PostalAddress {
  readonly lines: readonly (string | null | undefined)[]
  readonly city?: string | null
  readonly postalCode?: string | null
  readonly country?: string | null
}

/** So many of a buyer's last orders say enough of him. */
export const HISTORY_SIZE = 50

/**
 * What `checkout.threeDSecure` wants to know of a buyer with an account. `earlier`: the addresses of the orders that he
 * placed before and that were not cancelled, undefined for one that was sent nowhere. An order that goes nowhere says
 * nothing of its address.
 */
export function buyerHistory(
  earlier: readonly (PostalAddress | undefined)[],
  address: PostalAddress | undefined,
): Pick<Buyer, 'isFirstOrder' | 'isNewAddress'> {
  const here = address && normalized(address)
  const known = new Set(earlier.map((each) => each && normalized(each)))
  return {
    isFirstOrder: earlier.length === 0,
    isNewAddress: here ? !known.has(here) : undefined,
  }
}

/** The same place, however it is spaced and in whichever case. Empty for no place at all. */
function normalized({ lines, city, postalCode, country }: PostalAddress): string {
  const parts = [lines.filter(Boolean).join(' '), city, postalCode, country]
  const words = parts.map((part) => (part ?? '').trim().replace(/\s+/g, ' ').toLocaleLowerCase('tr'))
  return words.some((word) => word !== '') ? words.join('|') : ''
}
