import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '../i18n'

const COOKIE = 'craftgate_lang'
const YEAR_SECONDS = 31_536_000

const langOf = (text: string | undefined): Lang | undefined =>
  text === 'tr' || text === 'en' ? text : undefined

/** `?lang=` decides and is remembered; then what was remembered; then what the browser asks for; then Turkish. */
export function readLanguage(c: Context, publicUrl: string): Lang {
  const asked = langOf(c.req.query('lang'))
  if (asked !== undefined) remember(c, asked, publicUrl)
  return asked ?? langOf(getCookie(c, COOKIE)) ?? preferredLanguage(c)
}

function remember(c: Context, lang: Lang, publicUrl: string): void {
  setCookie(c, COOKIE, lang, {
    path: '/',
    maxAge: YEAR_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
  })
}

/** What the browser asks for; Turkish when it asks for neither. */
export function preferredLanguage(c: Context): Lang {
  const config = { header: 'Accept-Language', supports: ['tr', 'en'], default: 'tr' } as const
  const chosen = accepts(c, {
    ...config,
    supports: [...config.supports],
    match: (languages) => {
      const ranked = languages.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)
      const known = ranked.map(({ type }) => langOf(type.toLowerCase().split('-')[0]))
      return known.find((lang) => lang !== undefined) ?? config.default
    },
  })
  return langOf(chosen) ?? 'tr'
}
