import { readLanguage } from '@craftgate-commerce/panel/ui'
import type { Context } from 'hono'
import { isShopDomain } from '../../context/tenant'
import type { MerchantAct } from '../../storage'
import { type Lang, type Messages, messagesFor } from '../i18n'
import type { MerchantDeps } from './merchant-deps'

/** One request of a merchant's browser, in the merchant's language. */
export interface MerchantRequest {
  readonly c: Context
  readonly lang: Lang
  readonly messages: Messages
  readonly deps: MerchantDeps
}

/** A request of somebody who is logged in. Everything that is read or done goes by this shop. */
export interface AuthenticatedRequest extends MerchantRequest {
  readonly shop: string
}

export type Answer = Response | Promise<Response>

export function createRequest(deps: MerchantDeps, c: Context): MerchantRequest {
  const lang = readLanguage(c, deps.context.options.publicUrl)
  return { c, lang, messages: messagesFor(lang), deps }
}

/** Written down before it is done. */
export const audit = (
  { deps, shop }: AuthenticatedRequest,
  action: MerchantAct['action'],
  reference?: string,
): Promise<void> => deps.panelAudit.add(shop, { at: deps.context.clock(), action, reference })

export const wantsJson = ({ req }: Context): boolean =>
  (req.header('accept') ?? '').toLowerCase().includes('application/json')

/** Runs the work for the shop that is logged in; whoever is not goes to log in first. */
export const requireLogin =
  (deps: MerchantDeps, work: (request: AuthenticatedRequest) => Answer) =>
  async (c: Context): Promise<Response> => {
    const shop = await deps.merchantOf(c)
    if (shop === undefined) return redirectToLogin(c)
    return work({ ...createRequest(deps, c), shop })
  }

function redirectToLogin(c: Context): Response {
  if (wantsJson(c)) return c.json({ error: 'not logged in' }, 401)
  const shop = c.req.query('shop') ?? ''
  return c.redirect(isShopDomain(shop) ? authPath(shop) : '/', 303)
}

export const authPath = (shop: string): string => `/auth?${new URLSearchParams({ shop })}`
