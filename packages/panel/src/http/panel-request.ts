import type { CheckoutRecord } from '@craftgate-commerce/core'
import { isUnexpected, waitsForLoanApproval, waitsForReview } from '@craftgate-commerce/core/adapter'
import type { Context } from 'hono'
import type { PanelCommerce, PanelHost, PanelPermission, PanelSite, PanelUser } from '../panel-host'
import { type Lang, type Words, wordsIn } from '../words'
import { readLanguage } from './language'

/** What every page is shown to: a merchant's browser, in the merchant's language. */
export interface SiteRequest {
  readonly c: Context
  readonly host: PanelSite
  readonly lang: Lang
  readonly words: Words
  /** Whoever is logged in. */
  readonly user?: Pick<PanelUser, 'name'> & Partial<Pick<PanelUser, 'permissions'>>
  /** How much needs attention. */
  readonly attention?: number
}

/** One request to the panel. */
export interface PanelRequest extends SiteRequest {
  readonly host: PanelHost
  readonly user?: PanelUser
}

/** A request of somebody who is logged in. */
export type UserRequest = PanelRequest & { readonly user: PanelUser; readonly commerce: PanelCommerce }

export type Answer = Response | Promise<Response>

export function createRequest(c: Context, host: PanelHost, user?: PanelUser): PanelRequest {
  const lang = languageOf(c, host)
  return { c, host, lang, words: wordsIn(lang), user }
}

/** Where the shop's own pages stand beside the panel, one choice counts for all of them. */
const languageOf = (c: Context, { url, ownPages }: PanelSite): Lang =>
  readLanguage(c, ownPages === undefined ? url : new URL(url).origin)

/** The address of a page of the panel. */
export const pathTo = ({ host }: Pick<SiteRequest, 'host'>, path: string): string =>
  `${new URL(host.url).pathname}${path === '/' ? '' : path}`

/**
 * Whether they may do this; with `attempt`, to its money. Where money moves in the platform's admin only, what no order took
 * a loan to approve and a fraud review to decide are the panel's still.
 */
export const may = (
  { host, user }: Pick<UserRequest, 'host' | 'user'>,
  permission: PanelPermission,
  attempt?: CheckoutRecord,
): boolean =>
  user.permissions.includes(permission) &&
  (host.moneyElsewhere === undefined || !MOVES_MONEY.has(permission) || isMovedHere(attempt))

const MOVES_MONEY: ReadonlySet<PanelPermission> = new Set(['capture', 'refund'])

const isMovedHere = (attempt: CheckoutRecord | undefined): boolean =>
  attempt !== undefined && (isUnexpected(attempt) || waitsForLoanApproval(attempt) || waitsForReview(attempt))
