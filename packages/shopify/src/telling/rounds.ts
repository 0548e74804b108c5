import type { Logger } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { Clock } from '../house'
import { errorName } from '../http/error-name'
import type { ApplyOutcome } from '../payment/apply-outcome'
import type { SessionStore } from '../sessions/session-store'
import type { Tenant } from '../tenant'
import type { Tenants } from '../tenants'
import type { Advance } from './advance'
import type { Tries } from './tries'

export interface RoundsParts {
  readonly database: DataSource
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly outcomes: ApplyOutcome
  readonly advance: Advance
  readonly tenants: Tenants
  readonly logger: Logger
  readonly clock: Clock
}

const AT_ONCE = 4
/** A try that is so late was lost with the process that was to make it. */
const LOST_AFTER_MS = 60_000

const BUSY = `SELECT DISTINCT shop, mode FROM craftgate_checkout WHERE state IN ('created', 'open', 'review', 'refunding')
  UNION SELECT DISTINCT shop, mode FROM craftgate_payment_operation WHERE state IN ('planned', 'unknown', 'waiting')`

/** What runs by the clock: revives lost tries, and asks Craftgate what nobody told. */
export class Rounds {
  constructor(private readonly parts: RoundsParts) {}

  async run(): Promise<void> {
    await this.revive()
    await this.reconcile()
    await this.endWaiting()
  }

  private async revive(): Promise<void> {
    const { sessions, tries, clock, logger } = this.parts
    const lost = await sessions.overdue(new Date(clock().getTime() - LOST_AFTER_MS))
    for (const { id } of lost) await this.guarded({ session: id }, () => tries.revive(id))
    if (lost.length > 0) logger.warn('Tries that were lost are made now', { sessions: lost.length })
  }

  /**
   * Shopify waits for a pending payment for three days. Craftgate is asked once more; then a promise is broken, and a
   * review that nobody decided is shown to the merchant, because the card stays charged until they decide.
   */
  private async endWaiting(): Promise<void> {
    const { sessions, advance, outcomes, clock } = this.parts
    for (const { id } of await sessions.outwaited(clock())) {
      await this.guarded({ session: id }, async () => {
        await advance.on(id)
        await outcomes.breakPromise(id)
        await sessions.locked(id, async (session) => {
          const { decision, told } = session.row
          const stillWaits = decision?.operation === 'paymentSessionPending' && told === 'accepted'
          if (stillWaits) await session.change({ trouble: 'review-overdue' })
        })
      })
    }
  }

  /** Some shops at a time, so that a slow one does not keep all others waiting. */
  private async reconcile(): Promise<void> {
    const busy = await this.parts.database.query<Tenant[]>(BUSY)
    const next = async (): Promise<void> => {
      for (let tenant = busy.shift(); tenant; tenant = busy.shift()) await this.reconcileOne(tenant)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next))
  }

  private reconcileOne({ shop, mode }: Tenant): Promise<void> {
    return this.guarded({ shop, mode }, async () => {
      const commerce = await this.parts.tenants.commerceOf({ shop, mode })
      const { troubles } = (await commerce?.reconcile()) ?? { troubles: [] }
      if (troubles.length > 0)
        this.parts.logger.warn('Some payments could not be settled', { shop, mode, troubles })
    })
  }

  /** One trouble never stops the rest. */
  private async guarded(what: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.parts.logger.error('A round failed', { ...what, error: errorName(error) })
    }
  }
}
