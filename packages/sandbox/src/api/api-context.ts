import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Merchant } from '../seed/seed'

/** What the door puts beside a request once its signature is right. */
export interface ApiEnv {
  Bindings: HttpBindings
  Variables: {
    merchant: Merchant
    /** The parsed JSON body, without nulls; undefined when there was none. */
    body: unknown
  }
}

export type ApiContext = Context<ApiEnv>
export type Api = Hono<ApiEnv>

/** `lang: en` asks for English; everything else is Turkish, as at Craftgate. */
export const langOf = (c: Context): 'tr' | 'en' =>
  c.req.header('lang')?.toLowerCase().startsWith('en') ? 'en' : 'tr'

export const data = (c: Context, value: unknown) => c.json({ data: value })

/** An answer without content (developer.craftgate.io/api, Sonuçsuz İşlemler). */
export const nothing = (c: Context) => c.body(null, 204)
