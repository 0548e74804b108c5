import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { count, moment, ownerColumns, text } from '../columns'

/** A shop's Craftgate keys of one mode, each sealed. */
export interface KeysRow extends Tenant {
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookKey: string
  readonly version: number
  readonly changedAt: Date
}

export const keysEntity = new EntitySchema<KeysRow>({
  name: 'keys',
  tableName: 'craftgate_keys',
  columns: {
    ...ownerColumns,
    apiKey: text('api_key'),
    secretKey: text('secret_key'),
    webhookKey: text('webhook_key'),
    version: count('version'),
    changedAt: moment('changed_at'),
  },
})
