import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { StoredCard } from '../cards/card'
import type { SandboxContext } from '../context'
import { isGone } from '../links/sales'
import type { Payment } from '../payments/payment'
import type { Checkout, CheckoutInput } from './checkout'

/** Minutes that a page lives when the request says nothing; the portal does not print Craftgate's own default. */
export const DEFAULT_TTL = 60

export function openCheckout(ctx: SandboxContext, input: CheckoutInput, ttl = DEFAULT_TTL): Checkout {
  const createdAt = ctx.clock.now()
  const checkout: Checkout = { ...input, token: randomUUID(), createdAt, expiresAt: createdAt + ttl * 60_000 }
  ctx.state.checkouts.push(checkout)
  return checkout
}

/** `?token=` lets merchants append `&iframe=true`, as Craftgate's own page URL does. */
export const pageUrl = (ctx: SandboxContext, { token }: Checkout): string =>
  `${ctx.url()}/checkout/${token}?token=${token}`

/** A merchant's page by its token. Throws a validation error when there is none; the page of a part is none of his. */
export function requireCheckout(ctx: SandboxContext, merchant: string, token: string): Checkout {
  const checkout = ctx.state.checkouts.find((candidate) => candidate.token === token)
  if (checkout?.merchant === merchant && !checkout.cardVerification && !checkout.multiPayment) return checkout
  throw ApiError.invalid('4010', { tr: 'Ödeme formu bulunamadı', en: 'The payment page was not found' })
}

/** A merchant's page that saves a card, by its token. Throws a validation error when there is none. */
export function requireCardVerification(ctx: SandboxContext, merchant: string, token: string): Checkout {
  const checkout = ctx.state.checkouts.find((candidate) => candidate.token === token)
  if (checkout?.merchant === merchant && checkout.cardVerification) return checkout
  throw ApiError.invalid('4162', {
    tr: 'Kart doğrulama bulunamadı',
    en: 'The card verification was not found',
  })
}

/** The card that such a page saved, while it is kept. */
export function savedCardOf(ctx: SandboxContext, checkout: Checkout): StoredCard | undefined {
  const { cardToken } = checkout.savedCard ?? paidBy(ctx, checkout)?.card ?? {}
  return ctx.state.storedCards.find(
    (card) => card.merchant === checkout.merchant && card.cardToken === cardToken,
  )
}

/** What came of a page: its successful payment, else its last attempt. Throws while nobody tried to pay. */
export function paymentOf(ctx: SandboxContext, checkout: Checkout): Payment {
  const payment = paidBy(ctx, checkout) ?? attemptsOf(ctx, checkout).at(-1)
  if (payment) return payment
  throw checkoutState(ctx, checkout) === 'expired' ? EXPIRED : NOT_PAID_YET
}

/** Makes a page unpayable. Throws a validation error when it was paid. */
export function expireCheckout(ctx: SandboxContext, checkout: Checkout): void {
  if (checkoutState(ctx, checkout) === 'paid') throw PAID
  checkout.expiresAt = Math.min(checkout.expiresAt, ctx.clock.now())
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

export type CheckoutState = 'open' | 'paid' | 'expired'

/** Attempts under a token, oldest first. */
export const attemptsOf = (ctx: SandboxContext, { token }: Checkout): readonly Payment[] =>
  ctx.state.payments.filter((payment) => payment.checkoutToken === token)

export const paidBy = (ctx: SandboxContext, checkout: Checkout): Payment | undefined =>
  attemptsOf(ctx, checkout).find(({ status }) => status === 'SUCCESS')

const isPending = (ctx: SandboxContext, checkout: Checkout): boolean =>
  attemptsOf(ctx, checkout).some(
    ({ status, held, awaits }) => (status === 'WAITING' && awaits !== 'shopper') || held !== undefined,
  )

/**
 * A paid page stays paid, and one whose payment is pending takes no other; else the clock decides. A shopper who stands at
 * a provider's page may come back and pay otherwise.
 */
export function checkoutState(ctx: SandboxContext, checkout: Checkout): CheckoutState {
  if (checkout.savedCard || paidBy(ctx, checkout) || isPending(ctx, checkout)) return 'paid'
  return ctx.clock.now() < checkout.expiresAt && !isGone(ctx, checkout) ? 'open' : 'expired'
}

/** A token that was paid in another tab meanwhile takes no more money; nor does a dead one, but for a switch. */
export function isClosed(ctx: SandboxContext, token: string): boolean {
  const checkout = ctx.state.checkouts.find((candidate) => candidate.token === token)
  if (!checkout) return true
  const state = checkoutState(ctx, checkout)
  return state === 'paid' || (state === 'expired' && !ctx.faultSettings.payAfterExpiry)
}
