import type { Logger } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { Clock } from '../house'
import type { SessionStore } from '../sessions/session-store'
import type { Tenant } from '../tenant'
import type { Tenants } from '../tenants'
import type { Tries } from './tries'

export interface RoundsParts {
  readonly database: DataSource
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly tenants: Tenants
  readonly logger: Logger
  readonly clock: Clock
}

/** A try that is so late was lost with the process that was to make it. */
const LOST_AFTER_MS = 60_000

const BUSY = `SELECT DISTINCT shop, mode FROM craftgate_checkout WHERE state IN ('created', 'open', 'review', 'returning')
  UNION SELECT DISTINCT shop, mode FROM craftgate_intent WHERE state IN ('planned', 'unknown', 'waiting')`

/** What runs by the clock: revives lost tries, and asks Craftgate what nobody told. */
export class Rounds {
  constructor(private readonly parts: RoundsParts) {}

  async run(): Promise<void> {
    await this.revive()
    await this.reconcile()
  }

  private async revive(): Promise<void> {
    const { sessions, tries, clock, logger } = this.parts
    const lost = await sessions.overdue(new Date(clock().getTime() - LOST_AFTER_MS))
    for (const { id } of lost) await tries.revive(id)
    if (lost.length > 0) logger.warn('Tries that were lost are made now', { sessions: lost.length })
  }

  private async reconcile(): Promise<void> {
    const { database, tenants, logger } = this.parts
    for (const tenant of await database.query<Tenant[]>(BUSY)) {
      const commerce = await tenants.commerceOf(tenant)
      if (!commerce) continue
      const { troubles } = await commerce.reconcile()
      if (troubles.length > 0) logger.warn('Some payments could not be settled', { ...tenant, troubles })
    }
  }
}
