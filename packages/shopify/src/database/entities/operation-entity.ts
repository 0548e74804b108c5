import type { StoredOperation } from '@craftgate-commerce/core'
import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { count, flag, json, key, moment, orNull, ownerColumns, text, whole } from '../columns'

export type OperationRow = StoredOperation & Tenant

/** A money call, written down before it is made. */
export const operationEntity = new EntitySchema<OperationRow>({
  name: 'operation',
  tableName: 'craftgate_payment_operation',
  columns: {
    ...ownerColumns,
    operationKey: key(text('operation_key')),
    kind: text('kind'),
    merchant: text('merchant'),
    paymentId: whole('payment_id'),
    amount: whole('amount'),
    currency: text('currency'),
    steps: json('steps'),
    state: text('state'),
    cancelled: orNull(flag('cancelled')),
    error: orNull(json('error')),
    shopReference: orNull(text('shop_reference')),
    startedAt: moment('started_at'),
    changedAt: moment('changed_at'),
    version: count('version'),
  },
})
