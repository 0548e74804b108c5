import { cut, hang, type NodeEnv } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ActiveFault } from '../context/graphql-calls'
import { costOf } from './cost'

type Answer = Response | Promise<Response>

export const UNAUTHORIZED = {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
}

const coded = (code: string, message: string) => ({
  errors: [{ message, extensions: { code } }],
  extensions: costOf(0),
})

const HTML = '<!doctype html><title>Shopify</title><h1>Something went wrong</h1>'

/** What the app sees of a fault that comes before the mutation; undefined when the mutation is to run first. */
export function faultAnswer(c: Context<NodeEnv>, { kind, status }: ActiveFault): Answer | undefined {
  switch (kind) {
    case 'status':
      return c.json({ errors: 'Internal Server Error' }, status as ContentfulStatusCode)
    case 'throttled':
      return c.json(coded('THROTTLED', 'Throttled'))
    case 'shop-inactive':
      return c.json(coded('SHOP_INACTIVE', 'The shop is not active.'))
    case 'access-denied':
      return c.json(coded('ACCESS_DENIED', 'Access denied. Required access: write_payment_sessions.'), 403)
    case 'unauthorized':
      return c.json(UNAUTHORIZED, 401)
    case 'malformed':
      return c.html(HTML)
    case 'hang':
      return hang(c)
    case 'drop-before':
      return cut(c)
    case 'delay':
    case 'drop-after-commit':
      return undefined
  }
}
