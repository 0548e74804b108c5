import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { ActiveFault } from '../control/fault'
import type { RememberedResult } from '../engine/state'
import type { Merchant } from '../seed/seed'

/** What is known of a request once its signature was checked. */
export interface ApiEnv {
  Bindings: HttpBindings
  Variables: {
    merchant: Merchant
    /** Which of the merchant's API keys signed the request. */
    apiKey: string
    /** The body's bytes, once the API key was known. */
    rawBody?: Uint8Array
    /** The number by which the console keeps the call. */
    exchangeId?: number
    /** The parsed JSON body, without nulls; undefined when there was none. */
    body: unknown
    /** A delay or 5xx that is armed for this request. */
    processingFault?: ActiveFault
    /** The first result of the request's idempotency key. */
    remembered?: RememberedResult
    /** What the work answered before a fault put a 5xx in its place. */
    workAnswer?: Response
  }
}

export type ApiContext = Context<ApiEnv>
export type Api = Hono<ApiEnv>

export type Lang = 'tr' | 'en'

/** `lang: en` asks for English; everything else is Turkish, as at Craftgate. */
export const langOf = (c: Context): Lang =>
  c.req.header('lang')?.toLowerCase().startsWith('en') ? 'en' : 'tr'

export const data = (c: Context, value: unknown) => c.json({ data: value })

/** An answer without content (developer.craftgate.io/api, Sonuçsuz İşlemler). */
export const nothing = (c: Context) => c.body(null, 204)
