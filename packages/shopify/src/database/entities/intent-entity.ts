import type { StoredIntent } from '@craftgate-commerce/core'
import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { count, flag, json, key, moment, orNull, ownerColumns, text, whole } from '../columns'

export type IntentRow = StoredIntent & Tenant

/** A money call, written down before it is made. */
export const intentEntity = new EntitySchema<IntentRow>({
  name: 'intent',
  tableName: 'craftgate_intent',
  columns: {
    ...ownerColumns,
    intentKey: key(text('intent_key')),
    kind: text('kind'),
    merchant: text('merchant'),
    paymentId: whole('payment_id'),
    amount: whole('amount'),
    currency: text('currency'),
    legs: json('legs'),
    state: text('state'),
    cancelled: orNull(flag('cancelled')),
    error: orNull(json('error')),
    shopReference: orNull(text('shop_reference')),
    startedAt: moment('started_at'),
    changedAt: moment('changed_at'),
    version: count('version'),
  },
})
