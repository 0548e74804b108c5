import type { Context } from 'hono'

const LANGS = ['tr', 'en', 'es'] as const

export type Lang = (typeof LANGS)[number]

/** What the merchant may add to a page URL; every link and form of the page carries it on. */
export interface PageOptions {
  readonly lang: Lang
  readonly iframe: boolean
  readonly animatedCard: boolean
}

/** Reads `?lang=tr|en|es`, `?iframe=true`, `?animatedCard=true`. Anything else is the default: Turkish, full page. */
export function readPageOptions(c: Context): PageOptions {
  return {
    lang: LANGS.find((lang) => lang === c.req.query('lang')?.toLowerCase()) ?? 'tr',
    iframe: c.req.query('iframe') === 'true',
    animatedCard: c.req.query('animatedCard') === 'true',
  }
}

/** A path of the sandbox with the shopper's page options behind it. */
export function withOptions(path: string, options: PageOptions): string {
  const query = new URLSearchParams({ lang: options.lang })
  if (options.iframe) query.set('iframe', 'true')
  if (options.animatedCard) query.set('animatedCard', 'true')
  return `${path}?${query}`
}

export const checkoutPath = (token: string): string => `/checkout/${encodeURIComponent(token)}`
export const multiPath = (token: string): string => `/multi/${encodeURIComponent(token)}`
export const threeDSPath = (id: string): string => `/3ds/${encodeURIComponent(id)}`
export const methodPath = (token: string, method: string): string =>
  `${checkoutPath(token)}/methods/${encodeURIComponent(method)}`
export const linkPath = (token: string): string => `/link/${encodeURIComponent(token)}`
export const mealCardPath = (id: string): string => `/meal-card/${encodeURIComponent(id)}`
export const providerPath = (id: string): string => `/apm/${encodeURIComponent(id)}`
