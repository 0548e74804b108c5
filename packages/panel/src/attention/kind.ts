import type { Localized } from '@craftgate-commerce/core'
import type { PanelCommerce, PanelHost, PanelPayments, PanelUser } from '../panel-host'
import type { Lang } from '../words'
import type { AttentionItem, Waiting } from './waiting'

/** Whose desk it is, and what they are asked of. */
export interface Desk {
  readonly host: PanelHost
  readonly user: PanelUser
  readonly payments: PanelPayments
  readonly commerce: PanelCommerce
  /** Only payments of this account, where that is asked of one. */
  readonly account?: string
}

/** As many as a person looks at; the rest is in the lists. */
export const MOST_SHOWN = 25

/** The item, said of the account that it belongs to where the user works with several. */
export function ofAccount(
  { host, user }: Pick<Desk, 'host' | 'user'>,
  merchant: string,
  item: AttentionItem & { readonly text: Localized },
): AttentionItem {
  if (user.merchants.length === 1) return item
  const name = host.accountNames?.[merchant] ?? { tr: merchant, en: merchant }
  const { tr, en } = item.text
  return { ...item, text: { tr: `${name.tr}: ${tr}`, en: `${name.en}: ${en}` } }
}

/**
 * What may wait for a person. It is raised and cleared by itself: whatever `waiting` finds now. That is asked with each page
 * of the panel (at most every few seconds), so it reads an index and a bounded number of rows, and asks Craftgate nothing.
 */
export interface AttentionKind {
  readonly name: string
  /** Money is where it should not be, or a sale is lost meanwhile. */
  readonly isAlarm?: true
  /** What it is, and what to do. */
  readonly words: Readonly<Record<Lang, { readonly title: string; readonly text: string }>>
  waiting(desk: Desk): Promise<Waiting>
}
