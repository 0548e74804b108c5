import { CraftgateError } from '../errors'
import { sentenceIn } from '../messages/localized'
import { STOREFRONT_VERSION, type StorefrontProblem, type StorefrontProblemName } from './contract'
import { answerCustomer } from './customer'
import { binIn, installmentsOf, type PriceSubject, subjectIn } from './installments'
import { languageOf } from './language-of'
import { loanOffersOf } from './loan-offers'
import { methodsOf } from './methods'
import { paymentOf } from './payment'
import { problemOf, STOREFRONT_PROBLEMS, StorefrontError } from './problems'
import type { StorefrontExchange, StorefrontShop } from './storefront-shop'

/** As long as core keeps an answer of Craftgate's. */
const CACHE_SECONDS = 300

const PRIVATE = { 'cache-control': 'private, no-store' }

const IN_A_LANGUAGE = { vary: 'Accept-Language' }

/** Rejects with what is no CraftgateError and no StorefrontError: a fault of the shop's. */
export async function answerStorefront(
  shop: StorefrontShop,
  exchange: StorefrontExchange,
): Promise<Response> {
  const { request, path } = exchange
  try {
    const [, name = '', id, ...more] = path.split('/')
    if (name === 'cards' || name === 'wallets') return json(await answerCustomer(shop, exchange), PRIVATE)
    if (request.method !== 'GET' || more.length > 0) throw new StorefrontError('not-found')
    if (name === 'payments' && id) return await answerPayment(shop, exchange, id)
    if (id !== undefined) throw new StorefrontError('not-found')
    if (name === 'installments') return await answerInstallments(shop, exchange)
    if (name === 'loan-offers') return await answerLoanOffers(shop, exchange)
    if (name === 'methods') return await answerMethods(shop, exchange)
    throw new StorefrontError('not-found')
  } catch (error) {
    if (StorefrontError.is(error)) return storefrontProblem(error.problem, request)
    if (CraftgateError.is(error)) return storefrontProblem(problemOf(error), request)
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

async function answerLoanOffers(
  shop: StorefrontShop,
  { request, clientIp }: StorefrontExchange,
): Promise<Response> {
  const { searchParams: query } = new URL(request.url)
  const asked = subjectIn(query)
  const [subject, entries] = await Promise.all([shop.price(asked, query), shop.entries(query)])
  const language = languageOf(request)
  const told = await loanOffersOf({ commerce: shop.commerce, subject, entries, language, clientIp })
  return json(told, { ...IN_A_LANGUAGE, 'cache-control': cacheOf(asked) })
}

async function answerMethods(shop: StorefrontShop, { request }: StorefrontExchange): Promise<Response> {
  const entries = await shop.entries(new URL(request.url).searchParams)
  const told = methodsOf({ commerce: shop.commerce, entries, language: languageOf(request) })
  return json(told, PRIVATE)
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
  return json(told, PRIVATE)
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

/** In the language of `?lang=`, else the browser's. */
export function storefrontProblem(error: StorefrontProblemName, request: Request): Response {
  const { status, ...sentence } = STOREFRONT_PROBLEMS[error]
  const message = sentenceIn(languageOf(request), sentence)
  const wait: Record<string, string> = status >= 429 ? { 'retry-after': '60' } : {}
  const told: StorefrontProblem = { version: STOREFRONT_VERSION, error, message }
  return json(told, { ...IN_A_LANGUAGE, 'cache-control': 'no-store', ...wait }, status)
}

const json = (told: unknown, headers: Record<string, string>, status = 200): Response =>
  Response.json(told, { status, headers: { 'x-content-type-options': 'nosniff', ...headers } })
