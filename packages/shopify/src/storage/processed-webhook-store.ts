import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { processedWebhookEntity } from '../database'

/** The webhook events of one tenant that were handled. */
export class ProcessedWebhookStore {
  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
  ) {}

  handled(eventKey: string): Promise<boolean> {
    return this.rows().existsBy({ ...this.tenant, eventKey })
  }

  /** Marking twice is the same as marking once. */
  async mark(eventKey: string): Promise<void> {
    const row = { ...this.tenant, eventKey, handledAt: new Date() }
    await this.rows().createQueryBuilder().insert().values(row).orIgnore().execute()
  }

  private rows() {
    return this.database.getRepository(processedWebhookEntity)
  }
}
