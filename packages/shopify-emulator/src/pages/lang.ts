import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

export type Lang = 'tr' | 'en'

const COOKIE = 'shopify_emulator_lang'

/** `?lang=` wins and is remembered, then what was remembered, then the browser; Turkish when nobody says English. */
export function langOf(c: Context): Lang {
  const asked = c.req.query('lang')?.toLowerCase()
  if (asked !== 'tr' && asked !== 'en') return remembered(c) ?? ofBrowser(c)
  setCookie(c, COOKIE, asked, { path: '/', sameSite: 'Lax' })
  return asked
}

function remembered(c: Context): Lang | undefined {
  const cookie = getCookie(c, COOKIE)
  return cookie === 'tr' || cookie === 'en' ? cookie : undefined
}

function ofBrowser(c: Context): Lang {
  const first = c.req.header('accept-language')?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'tr'
}
