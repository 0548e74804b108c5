import type { CartProblem } from '../shop-backend'
import { StoreApiError } from './store-api'

/** Why the shop did not change the cart. Undefined: that was no refusal but a failure, for the caller to throw on. */
export function problemOf(error: unknown): CartProblem | undefined {
  if (!(error instanceof StoreApiError) || error.status === undefined || error.status >= 500) return undefined
  if (error.code === 'insufficient_inventory') return 'out-of-stock'
  return /promotion code .* is invalid/i.test(error.message) ? 'coupon-unknown' : 'refused'
}

/** The cart became an order, or the shop does not know it: this browser needs another one. */
export function isCartGone(error: unknown): boolean {
  if (!(error instanceof StoreApiError)) return false
  return error.status === 404 || /already completed/i.test(error.message)
}
