import type { Payment } from './payment'

/** The shopper is at the provider's page; the payment fails when he does not come to an end there. */
export function awaitShopper(payment: Payment, until: number): void {
  Object.assign(payment, { status: 'WAITING', awaits: 'shopper', decidedAt: until })
}

/** The shopper did his part; the money comes at `at`, or never when that is left out. */
export function awaitFunds(payment: Payment, at: number | undefined): void {
  Object.assign(payment, { status: 'WAITING', awaits: 'funds', decidedAt: at })
}

/** The shopper approved; the merchant has as long as the shopper had. */
export function awaitCompletion(payment: Payment): void {
  Object.assign(payment, { status: 'WAITING', awaits: 'completion' })
}

/** The lender is ready, or keeps silent: the merchant has to say something first. */
export function awaitMerchant(payment: Payment, what: 'approval' | 'verification'): void {
  Object.assign(payment, { status: 'WAITING', awaits: what, decidedAt: undefined })
}
