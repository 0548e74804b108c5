import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '../words'

const COOKIE = 'craftgate_lang'
const YEAR_SECONDS = 31_536_000

const langOf = (text: string | undefined): Lang | undefined =>
  text === 'tr' || text === 'en' ? text : undefined

/** `?lang=` decides and is remembered; then what was remembered; then what the browser asks for; then Turkish. */
export function readLanguage(c: Context, url: string): Lang {
  const asked = langOf(c.req.query('lang'))
  const { protocol, pathname: path } = new URL(url)
  const where = { path, secure: protocol === 'https:', httpOnly: true, sameSite: 'Lax' } as const
  if (asked !== undefined) setCookie(c, COOKIE, asked, { ...where, maxAge: YEAR_SECONDS })
  return asked ?? langOf(getCookie(c, COOKIE)) ?? preferredLanguage(c)
}

/** What the browser asks for; Turkish when it asks for neither. */
export function preferredLanguage(c: Context): Lang {
  const chosen = accepts(c, {
    header: 'Accept-Language',
    supports: ['tr', 'en'],
    default: 'tr',
    match: (languages) => {
      const ranked = languages.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)
      const known = ranked.map(({ type }) => langOf(type.toLowerCase().split('-')[0]))
      return known.find((lang) => lang !== undefined) ?? 'tr'
    },
  })
  return langOf(chosen) ?? 'tr'
}
