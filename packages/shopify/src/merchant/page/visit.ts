import type { Context } from 'hono'
import { isShopDomain } from '../../tenant'
import type { MerchantParts } from '../merchant-parts'
import { type Lang, type Words, wordsOf } from '../words'
import { readLanguage } from './language'

/** One request of a merchant's browser, in the merchant's language. */
export interface Visit {
  readonly context: Context
  readonly lang: Lang
  readonly words: Words
  readonly parts: MerchantParts
}

/** A request of somebody who is logged in. Everything that is read or done goes by this shop. */
export interface ShopVisit extends Visit {
  readonly shop: string
}

export type Answer = Response | Promise<Response>

export function visitOf(parts: MerchantParts, context: Context): Visit {
  const lang = readLanguage(context, parts.house.options.publicUrl)
  return { context, lang, words: wordsOf(lang), parts }
}

export const wantsJson = ({ req }: Context): boolean =>
  (req.header('accept') ?? '').toLowerCase().includes('application/json')

/** Runs the work for the shop that is logged in; whoever is not goes to log in first. */
export const loggedIn =
  (parts: MerchantParts, work: (visit: ShopVisit) => Answer) =>
  async (context: Context): Promise<Response> => {
    const shop = await parts.merchantOf(context)
    if (shop === undefined) return toEntrance(context)
    return work({ ...visitOf(parts, context), shop })
  }

function toEntrance(context: Context): Response {
  if (wantsJson(context)) return context.json({ error: 'not logged in' }, 401)
  const shop = context.req.query('shop') ?? ''
  return context.redirect(isShopDomain(shop) ? authPath(shop) : '/', 303)
}

export const authPath = (shop: string): string => `/auth?${new URLSearchParams({ shop })}`
