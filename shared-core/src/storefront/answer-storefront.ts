// What a storefront asks a shop for, as `Request -> Response`. An adapter mounts it below a path of its own that ends in /v1,
// and says what the shop asks for what is named; CORS and login are the platform's.
import type { CraftgateCommerce } from '../commerce'
import { CraftgateError } from '../errors'
import { sentenceIn } from '../messages/localized'
import { STOREFRONT_VERSION, type StorefrontProblem, type StorefrontProblemName } from './contract'
import { binIn, installmentsOf, type PriceSubject, type SubjectPrice, subjectIn } from './installments'
import { paymentOf, type ShopperPayment } from './payment'
import { STOREFRONT_PROBLEMS, StorefrontError, shopperProblem } from './problems'

/** One shop as a storefront sees it, for one request. */
export interface StorefrontShop {
  readonly commerce: Pick<CraftgateCommerce, 'installments' | 'settleReturned' | 'refunded'>
  /**
   * What the shop asks for it. Throws StorefrontError: `not-sold`, `nothing-to-pay`, `bad-amount`, and `bad-subject` for a kind
   * that the shop does not know.
   */
  price(subject: PriceSubject, query: URLSearchParams): Promise<SubjectPrice>
  /**
   * The attempt to pay with this reference, from the shop's database; undefined when there is none, or when the shop wants a
   * proof of whoever holds the reference and `query` has none.
   */
  payment(reference: string, query: URLSearchParams): Promise<ShopperPayment | undefined>
}

export interface StorefrontExchange {
  readonly request: Request
  /** Below /v1: /installments */
  readonly path: string
  /** The shopper's address, by the framework's own proxy rules. */
  readonly clientIp?: string
}

/** As long as core keeps an answer of Craftgate's. */
const CACHE_SECONDS = 300

/** Rejects with what is no CraftgateError and no StorefrontError: a fault of the shop's. */
export async function answerStorefront(
  shop: StorefrontShop,
  exchange: StorefrontExchange,
): Promise<Response> {
  const { request, path } = exchange
  try {
    if (request.method !== 'GET') throw new StorefrontError('not-found')
    const [, name, id, ...more] = path.split('/')
    if (name === 'installments' && id === undefined) return await answerInstallments(shop, exchange)
    if (name === 'payments' && id && more.length === 0) return await answerPayment(shop, exchange, id)
    throw new StorefrontError('not-found')
  } catch (error) {
    if (StorefrontError.is(error)) return storefrontProblem(error.problem, request)
    if (CraftgateError.is(error)) return storefrontProblem(shopperProblem(error), request)
    throw error
  }
}

async function answerInstallments(
  shop: StorefrontShop,
  { request, clientIp }: StorefrontExchange,
): Promise<Response> {
  const { searchParams: query } = new URL(request.url)
  const [bin, subject] = [binIn(query), subjectIn(query)]
  const price = await shop.price(subject, query)
  const told = await installmentsOf({ commerce: shop.commerce, subject: price, bin, clientIp })
  return json(told, { 'cache-control': cacheOf(subject) })
}

async function answerPayment(
  shop: StorefrontShop,
  { request, clientIp }: StorefrontExchange,
  id: string,
): Promise<Response> {
  const { searchParams: query } = new URL(request.url)
  const reference = decoded(id)
  const find = async () => (reference === undefined ? undefined : shop.payment(reference, query))
  const told = await paymentOf({ commerce: shop.commerce, find, clientIp, language: languageOf(request) })
  return json(told, { 'cache-control': 'private, no-store' })
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** The price of a product is anybody's; a cart is one shopper's, and changes. */
const cacheOf = ({ kind }: PriceSubject): string =>
  kind === 'cart' ? 'private, no-store' : `public, max-age=${CACHE_SECONDS}`

/** That of `?lang=`, else the browser's. */
const languageOf = (request: Request): string =>
  new URL(request.url).searchParams.get('lang') || request.headers.get('accept-language') || 'tr'

/** In the language of `?lang=`, else the browser's. */
export function storefrontProblem(error: StorefrontProblemName, request: Request): Response {
  const { status, ...sentence } = STOREFRONT_PROBLEMS[error]
  const message = sentenceIn(languageOf(request), sentence)
  const wait: Record<string, string> = status >= 429 ? { 'retry-after': '60' } : {}
  const told: StorefrontProblem = { version: STOREFRONT_VERSION, error, message }
  return json(told, { 'cache-control': 'no-store', vary: 'Accept-Language', ...wait }, status)
}

const json = (told: unknown, headers: Record<string, string>, status = 200): Response =>
  Response.json(told, { status, headers: { 'x-content-type-options': 'nosniff', ...headers } })
