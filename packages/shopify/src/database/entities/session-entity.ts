import type { CheckoutRecord, CurrencyCode } from '@craftgate-commerce/core'
import { EntitySchema } from 'typeorm'
import type { Told } from '../../telling/decision'
import type { Tenant } from '../../tenant'
import { count, flag, json, key, moment, orNull, text, whole } from '../columns'

export type SessionKind = 'payment' | 'refund' | 'capture' | 'void'

/**
 * A session that Shopify began with us. The rows are kept for ever, because Shopify may repeat an id whenever it likes
 * and has no query for what we forgot; only the shopper's contacts are forgotten.
 */
export interface SessionRow extends Tenant {
  /** Shopify's id; the idempotency key of everything that follows. */
  readonly id: string
  readonly kind: SessionKind
  /** What mutations name it by: gid://shopify/PaymentSession/… */
  readonly gid: string
  /** Version of the API that the session was begun with; it is answered with the same. */
  readonly apiVersion: string
  /** Of a payment: the same for every tab and attempt of one checkout. */
  readonly group: string | null
  /** Of a refund, capture or void: the payment session that it is about. */
  readonly paymentSessionId: string | null
  /** Minor units; a void has none. */
  readonly amount: number | null
  readonly currency: CurrencyCode | null
  readonly phase: CheckoutRecord['phase'] | null
  /** Where a shopper goes who gives up. */
  readonly cancelUrl: string | null
  readonly merchantLocale: string
  readonly buyerLocale: string | null
  /** Sealed JSON of the shopper's e-mail and phone. */
  readonly contact: string | null
  /** What privacy requests find the shopper by. */
  readonly emailHash: string | null
  readonly phoneHash: string | null
  /** The error group or code of the newest declined payment. */
  readonly decline: string | null
  /** What Shopify is to be told, or was. */
  readonly decision: Told | null
  /** Null: not yet. */
  readonly told: 'accepted' | 'refused' | 'stalled' | null
  /** Tries since the session or its decision was written. */
  readonly tries: number
  readonly nextTryAt: Date | null
  /** Why it is not told, or waits, for the merchant. */
  readonly trouble: string | null
  /** A try has no answer, or none that says it was not taken: Shopify may know the decision. */
  readonly unsure: boolean
  /** Where Shopify wants the shopper next. */
  readonly redirectUrl: string | null
  readonly proposedAt: Date | null
  readonly createdAt: Date
  readonly changedAt: Date
}

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  tableName: 'craftgate_session',
  columns: {
    id: key(text('id')),
    shop: text('shop'),
    mode: text('mode'),
    kind: text('kind'),
    gid: text('gid'),
    apiVersion: text('api_version'),
    group: orNull(text('group_id')),
    paymentSessionId: orNull(text('payment_session_id')),
    amount: orNull(whole('amount')),
    currency: orNull(text('currency')),
    phase: orNull(text('phase')),
    cancelUrl: orNull(text('cancel_url')),
    merchantLocale: text('merchant_locale'),
    buyerLocale: orNull(text('buyer_locale')),
    contact: orNull(text('contact')),
    emailHash: orNull(text('email_hash')),
    phoneHash: orNull(text('phone_hash')),
    decline: orNull(text('decline')),
    decision: orNull(json('decision')),
    told: orNull(text('told')),
    tries: count('tries'),
    nextTryAt: orNull(moment('next_try_at')),
    trouble: orNull(text('trouble')),
    unsure: flag('unsure'),
    redirectUrl: orNull(text('redirect_url')),
    proposedAt: orNull(moment('proposed_at')),
    createdAt: moment('created_at'),
    changedAt: moment('changed_at'),
  },
})
