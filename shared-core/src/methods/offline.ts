import type { OfflineMethod } from './method'
import { OFFLINE_METHODS } from './table'

/**
 * How an order that was placed unpaid is paid, past Craftgate, by its attempt; undefined for any other attempt. It has no
 * page and no token: `created` waits for the money, `open` is being recorded at Craftgate.
 */
export function offlineMethodOf({
  context,
}: {
  readonly context: Readonly<Record<string, string>>
}): OfflineMethod | undefined {
  return OFFLINE_METHODS.find((method) => method === context.offline)
}

type Paid = { readonly context: Readonly<Record<string, string>> }

/** What the payment of a link carries that pays such an order after all (`links/match-payment.ts`); undefined where none does. */
export const paidByLink = ({ context }: Paid): string | undefined => context.link

/** How the money comes that passes Craftgate by; undefined of an order that is paid at Craftgate. */
export const outsideMethodOf = (record: Paid): OfflineMethod | undefined =>
  paidByLink(record) === undefined ? offlineMethodOf(record) : undefined
