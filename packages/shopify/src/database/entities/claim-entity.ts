import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { key, moment, ownerColumns, text, whole } from '../columns'

/** Which payment holds a checkout of Shopify: one for each `group`, whoever else pays it. */
export interface ClaimRow extends Tenant {
  readonly group: string
  readonly sessionId: string
  /** Craftgate's payment. */
  readonly paymentId: number
  readonly claimedAt: Date
}

export const claimEntity = new EntitySchema<ClaimRow>({
  name: 'claim',
  tableName: 'craftgate_claim',
  columns: {
    ...ownerColumns,
    group: key(text('group_id')),
    sessionId: text('session_id'),
    paymentId: whole('payment_id'),
    claimedAt: moment('claimed_at'),
  },
})
