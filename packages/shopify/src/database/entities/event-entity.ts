import { EntitySchema } from 'typeorm'
import type { Tenant } from '../../tenant'
import { key, moment, ownerColumns, text } from '../columns'

export interface EventRow extends Tenant {
  readonly eventKey: string
  readonly handledAt: Date
}

/** A webhook event of Craftgate that was handled. */
export const eventEntity = new EntitySchema<EventRow>({
  name: 'event',
  tableName: 'craftgate_event',
  columns: { ...ownerColumns, eventKey: key(text('event_key')), handledAt: moment('handled_at') },
})
