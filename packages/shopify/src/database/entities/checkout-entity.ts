import type { StoredCheckout } from '@craftgate-commerce/core'
import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { count, json, key, moment, orNull, ownerColumns, text, whole } from '../columns'

export type CheckoutRow = StoredCheckout & Tenant

/** One attempt to pay, as core wrote it. */
export const checkoutEntity = new EntitySchema<CheckoutRow>({
  name: 'checkout',
  tableName: 'craftgate_checkout',
  columns: {
    ...ownerColumns,
    recordId: key(text('record_id')),
    reference: text('reference'),
    attempt: count('attempt'),
    merchant: text('merchant'),
    order: text('order_id'),
    context: json('context'),
    phase: text('phase'),
    state: text('state'),
    amount: whole('amount'),
    currency: text('currency'),
    token: orNull(text('token')),
    pageUrl: orNull(text('page_url')),
    paymentId: orNull(whole('payment_id')),
    startedAt: moment('started_at'),
    changedAt: moment('changed_at'),
    expiresAt: orNull(moment('expires_at')),
    note: orNull(text('note')),
    version: count('version'),
  },
})
