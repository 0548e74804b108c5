import type { Context } from 'hono'
import type { PanelCommerce, PanelHost, PanelPermission, PanelUser } from '../panel-host'
import { type Lang, type Words, wordsIn } from '../words'
import { readLanguage } from './language'

/** One request of a merchant's browser, in the merchant's language. */
export interface PanelRequest {
  readonly c: Context
  readonly host: PanelHost
  readonly lang: Lang
  readonly words: Words
  /** Whoever is logged in. */
  readonly user?: PanelUser
}

/** A request of somebody who is logged in. */
export type UserRequest = PanelRequest & { readonly user: PanelUser; readonly commerce: PanelCommerce }

export type Answer = Response | Promise<Response>

export function createRequest(c: Context, host: PanelHost, user?: PanelUser): PanelRequest {
  const lang = readLanguage(c, host.url)
  return { c, host, lang, words: wordsIn(lang), user }
}

/** The address of a page of the panel. */
export const pathTo = ({ host }: Pick<PanelRequest, 'host'>, path: string): string =>
  `${new URL(host.url).pathname}${path === '/' ? '' : path}`

export const may = ({ user }: UserRequest, permission: PanelPermission): boolean =>
  user.permissions.includes(permission)
