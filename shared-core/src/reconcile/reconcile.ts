import type { ReconcileReport, SettleResult } from '../commerce'
import { logError } from '../log-error'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { eachOf } from './each-of'
import type { ReconcileParts } from './reconcile-parts'

const AT_ONCE = 4
const DAY_MS = 24 * 3_600_000

/**
 * Asks about everything that neither callback nor webhook told: attempts that were silent for a while, money on its
 * way back, money calls without an end. Attempts that nobody went to pay are closed after a day. One trouble never
 * stops the rest; each is one sentence of the report.
 */
export async function reconcile(parts: ReconcileParts): Promise<ReconcileReport> {
  const now = parts.clock().getTime()
  const silent = new Date(now - parts.options.reconcileAfterSeconds * 1000)
  const round = new Round(parts)
  await round.each({ states: ['open', 'review', 'refunding'], before: silent }, parts.settle)
  await round.each({ states: ['created'], before: new Date(now - DAY_MS) }, parts.expire)
  await round.resume(silent)
  return round.report()
}

/** One run, and what it has seen so far. */
class Round {
  private readonly troubles: string[] = []
  private checkouts = 0
  private operations = 0

  constructor(private readonly parts: ReconcileParts) {}

  async each(
    query: { readonly states: readonly CheckoutState[]; readonly before: Date },
    work: (record: CheckoutRecord) => Promise<SettleResult>,
  ): Promise<void> {
    await this.guarded(`Checkouts that are ${query.states.join(', ')} could not be read`, async () => {
      await eachOf(this.parts.platform.openCheckouts(query), AT_ONCE, (record) => this.one(record, work))
    })
  }

  async resume(before: Date): Promise<void> {
    await this.guarded('Open money calls could not be followed', async () => {
      const { settled, troubles } = await this.parts.resumeOperations({ before })
      this.operations += settled
      this.troubles.push(...troubles)
    })
  }

  report(): ReconcileReport {
    return { checkouts: this.checkouts, operations: this.operations, troubles: this.troubles }
  }

  private async one(
    record: CheckoutRecord,
    work: (record: CheckoutRecord) => Promise<SettleResult>,
  ): Promise<void> {
    await this.guarded(`Checkout ${record.id} could not be settled`, async () => {
      const settled = await work(record)
      this.checkouts += 1
      if (settled.record.state === 'refunding') this.troubles.push(onItsWay(settled.record))
    })
  }

  private async guarded(trouble: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const facts = logError(error)
      this.parts.logger.error(trouble, { error: facts })
      this.troubles.push(`${trouble}: ${facts.message ?? facts.name}`)
    }
  }
}

const onItsWay = ({ id, paymentIds }: CheckoutRecord): string =>
  `Checkout ${id}: the money of payment ${paymentIds.join(', ')} is not back yet`
