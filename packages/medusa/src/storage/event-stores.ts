import type { CheckoutRecord, CheckoutState } from '@craftgate-commerce/core'
import type { ErrorFacts } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

/** What happened to an attempt, for the merchant's timeline. No personal data. */
export interface CheckoutEvent {
  readonly at: Date
  readonly state: CheckoutState
  readonly note?: string
  /** What Craftgate answered to a declined payment. */
  readonly error?: ErrorFacts
}

interface EventRow {
  readonly at: Date
  readonly state: CheckoutState
  readonly note: string | null
  readonly error: ErrorFacts | null
}

/** What happened to attempts, in order. Nothing is ever changed here. */
export class CheckoutEventStore {
  constructor(private readonly connections: Knex) {}

  async addChange(record: CheckoutRecord): Promise<void> {
    const { state, note, updatedAt } = record
    const last = (await this.of(record.reference)).findLast((event) => event.error === undefined)
    if (last?.state === state && last.note === note) return
    await this.add(`${record.id}-v${record.version}`, record, { at: updatedAt, state, note: note ?? null })
  }

  /** False when this decline was known. */
  async addDecline(record: CheckoutRecord, key: string, error: ErrorFacts): Promise<boolean> {
    const { state } = record
    const row = { at: new Date(), state, note: error.description ?? null, error: JSON.stringify(error) }
    return this.add(`${record.id}-d${key}`, record, row)
  }

  /** Oldest first. */
  async of(reference: string): Promise<CheckoutEvent[]> {
    const rows: EventRow[] = await this.connections('craftgate_checkout_event')
      .where({ reference })
      .orderBy(['at', 'id'])
    return rows.map(({ at, state, note, error }) => ({
      at,
      state,
      note: note ?? undefined,
      error: error ?? undefined,
    }))
  }

  /** The newest decline of this session. */
  async lastDecline(reference: string): Promise<ErrorFacts | undefined> {
    return (await this.of(reference)).findLast(({ error }) => error)?.error
  }

  private async add(
    id: string,
    { reference }: CheckoutRecord,
    row: Record<string, unknown>,
  ): Promise<boolean> {
    const added: unknown[] = await this.connections('craftgate_checkout_event')
      .insert({ id, reference, ...row })
      .onConflict('id')
      .ignore()
      .returning('id')
    return added.length > 0
  }
}
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
