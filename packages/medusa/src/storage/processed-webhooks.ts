import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

/** Webhooks that were acted on. */
export class ProcessedWebhooks {
  constructor(private readonly connections: Knex) {}

  async handled(eventKey: string): Promise<boolean> {
    const row = await this.connections('craftgate_processed_webhook').where({ id: eventKey }).first('id')
    return row !== undefined
  }

  /** Marking twice is the same as marking once. */
  async mark(eventKey: string): Promise<void> {
    await this.connections('craftgate_processed_webhook').insert({ id: eventKey }).onConflict('id').ignore()
  }
}
