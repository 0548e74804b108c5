import { money } from '@craftgate-commerce/core'
import type { CheckoutRow, SessionRow } from '../src/database'
import { newSessionRow } from '../src/session-requests/start-session'
import { SHOP_A } from './merchant-harness'

const AT = new Date('2026-11-24T10:00:00Z')

/** A payment of 100.00 TRY that nobody paid yet. */
export const paymentRow = (more: Partial<SessionRow> = {}): SessionRow => ({
  ...newSessionRow(
    {
      kind: 'payment',
      id: 'payment-1',
      gid: 'gid://shopify/PaymentSession/payment-1',
      test: true,
      money: money(10_000, 'TRY'),
      merchantLocale: 'tr',
      proposedAt: null,
    },
    { shop: SHOP_A, apiVersion: '2026-10' },
    AT,
  ),
  group: 'checkout-1',
  phase: 'AUTH',
  buyerLocale: 'tr-TR',
  contact: 'sealed-contact-of-the-shopper',
  emailHash: 'hash-of-the-email',
  phoneHash: 'hash-of-the-phone',
  ...more,
})

export const refundRow = (more: Partial<SessionRow> = {}): SessionRow =>
  paymentRow({
    id: 'refund-1',
    kind: 'refund',
    gid: 'gid://shopify/RefundSession/refund-1',
    group: null,
    paymentSessionId: 'payment-1',
    amount: 2_500,
    phase: null,
    ...more,
  })

/** An attempt to pay it whose page is open. */
export const attemptRow = (more: Partial<CheckoutRow> = {}): CheckoutRow => ({
  shop: SHOP_A,
  mode: 'live',
  recordId: 'payment-1-1',
  nextCheckAt: null,
  reference: 'payment-1',
  attempt: 1,
  account: 'live:sandbox',
  order: 'payment-1',
  context: {},
  phase: 'AUTH',
  state: 'open',
  amount: 10_000,
  currency: 'TRY',
  token: 'token-1',
  pageUrl: null,
  paymentIds: [],
  method: null,
  startedAt: AT,
  changedAt: AT,
  stateSince: AT,
  standing: null,
  expiresAt: null,
  note: null,
  version: 1,
  ...more,
})
