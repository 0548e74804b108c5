import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { Payment } from '../payments/payment'
import type { World } from '../world'
import type { Checkout } from './checkout'
import { attemptsOf, checkoutState, paidBy } from './checkout-state'

/** Minutes that a page lives when the request says nothing; the portal does not print Craftgate's own default. */
export const DEFAULT_TTL = 60

export type CheckoutWish = Omit<Checkout, 'token' | 'createdAt' | 'expiresAt'>

export function openCheckout(world: World, wish: CheckoutWish, ttl = DEFAULT_TTL): Checkout {
  const createdAt = world.clock.now()
  const checkout: Checkout = { ...wish, token: randomUUID(), createdAt, expiresAt: createdAt + ttl * 60_000 }
  world.state.checkouts.push(checkout)
  return checkout
}

/** `?token=` lets merchants append `&iframe=true`, as Craftgate's own page URL does. */
export const pageUrl = (world: World, { token }: Checkout): string =>
  `${world.url()}/checkout/${token}?token=${token}`

/** A merchant's page by its token. Throws a validation error when there is none. */
export function requireCheckout(world: World, merchant: string, token: string): Checkout {
  const checkout = world.state.checkouts.find((candidate) => candidate.token === token)
  if (checkout?.merchant === merchant) return checkout
  throw ApiError.invalid('4010', { tr: 'Ödeme formu bulunamadı', en: 'The payment page was not found' })
}

/** What came of a page: its successful payment, else its last attempt. Throws while nobody tried to pay. */
export function paymentOf(world: World, checkout: Checkout): Payment {
  const payment = paidBy(world, checkout) ?? attemptsOf(world, checkout).at(-1)
  if (payment) return payment
  throw checkoutState(world, checkout) === 'expired' ? EXPIRED : NOT_PAID_YET
}

/** Makes a page unpayable. Throws a validation error when it was paid. */
export function expireCheckout(world: World, checkout: Checkout): void {
  if (checkoutState(world, checkout) === 'paid') throw PAID
  checkout.expiresAt = Math.min(checkout.expiresAt, world.clock.now())
}

const NOT_PAID_YET = ApiError.invalid('4011', {
  tr: 'Ödeme formuna ait ödeme bulunamadı',
  en: 'The payment page has no payment yet',
})

const EXPIRED = ApiError.invalid('4013', {
  tr: 'Ödeme formunun süresi dolmuş',
  en: 'The payment page has expired',
})

const PAID = ApiError.invalid('4014', {
  tr: 'Ödemesi tamamlanan ödeme formunun süresi doldurulamaz',
  en: 'A payment page that was paid cannot be expired',
})
