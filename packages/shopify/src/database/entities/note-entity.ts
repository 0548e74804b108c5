import { EntitySchema } from 'typeorm'
import { json, key, moment, text } from '../columns'

/** One moment of a session, for the merchant's timeline. Facts hold ids, codes and amounts: nothing personal. */
export interface NoteRow {
  readonly id?: string
  readonly sessionId: string
  readonly at: Date
  readonly what: string
  readonly facts: Readonly<Record<string, string>>
}

export const noteEntity = new EntitySchema<NoteRow>({
  name: 'note',
  tableName: 'craftgate_note',
  columns: {
    id: { ...key({ type: 'bigint', name: 'id' }), generated: 'increment' },
    sessionId: text('session_id'),
    at: moment('at'),
    what: text('what'),
    facts: json('facts'),
  },
})
