import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

/** Webhook events that were handled. */
export class EventStore {
  constructor(private readonly ledger: Knex) {}

  async handled(eventKey: string): Promise<boolean> {
    const row = await this.ledger('craftgate_event').where({ id: eventKey }).first('id')
    return row !== undefined
  }

  /** Marking twice is the same as marking once. */
  async mark(eventKey: string): Promise<void> {
    await this.ledger('craftgate_event').insert({ id: eventKey }).onConflict('id').ignore()
  }
}
