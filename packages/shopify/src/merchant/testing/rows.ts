import { money } from '@craftgate-commerce/core'
import type { CheckoutRow, SessionRow } from '../../database'
import { newSession } from '../../sessions/new-session'
import { ZERDALI } from './rig'

const AT = new Date('2026-11-24T10:00:00Z')

/** A payment of 100.00 TRY that nobody paid yet. */
export const paymentRow = (more: Partial<SessionRow> = {}): SessionRow => ({
  ...newSession(
    {
      kind: 'payment',
      id: 'payment-1',
      gid: 'gid://shopify/PaymentSession/payment-1',
      test: true,
      money: money(10_000, 'TRY'),
      merchantLocale: 'tr',
      proposedAt: null,
    },
    { shop: ZERDALI, apiVersion: '2026-10' },
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
  shop: ZERDALI,
  mode: 'live',
  recordId: 'payment-1-1',
  reference: 'payment-1',
  attempt: 1,
  merchant: 'live',
  order: 'payment-1',
  context: {},
  phase: 'AUTH',
  state: 'open',
  amount: 10_000,
  currency: 'TRY',
  token: 'token-1',
  pageUrl: null,
  paymentId: null,
  startedAt: AT,
  changedAt: AT,
  expiresAt: null,
  note: null,
  version: 1,
  ...more,
})
