// What neither callback nor webhook told: asked about, a few at a time, in the order of waiting.
import type { ReconcileReport, SettleResult } from './commerce'
import { type Logger, logError } from './logger'
import type { ParsedOptions } from './options'
import type { CheckoutRecord, CheckoutState, CommercePlatform } from './platform'

/** What reconcile works with; composed at the top. */
export interface ReconcileDependencies {
  readonly options: Pick<ParsedOptions, 'reconcileAfterSeconds'>
  readonly platform: CommercePlatform
  readonly settle: (record: CheckoutRecord) => Promise<SettleResult>
  readonly expire: (record: CheckoutRecord) => Promise<SettleResult>
  readonly resumeOperations: (query: {
    readonly before: Date
  }) => Promise<{ readonly settled: number; readonly troubles: readonly string[] }>
  readonly logger: Logger
  readonly clock: () => Date
}

const AT_ONCE = 4
const DAY_MS = 24 * 3_600_000

/**
 * Asks about everything that neither callback nor webhook told: attempts that were silent for a while, money on its
 * way back, money calls without an end; and whether orders still hold what they took a moment ago. Attempts that nobody
 * went to pay are closed after a day. One trouble never stops the rest; each is one sentence of the report.
 */
export async function reconcile(deps: ReconcileDependencies): Promise<ReconcileReport> {
  const now = deps.clock().getTime()
  const silent = new Date(now - deps.options.reconcileAfterSeconds * 1000)
  const round = new Round(deps)
  await round.open({ states: ['open', 'review', 'refunding'], before: silent }, deps.settle)
  await round.open({ states: ['created'], before: new Date(now - DAY_MS) }, deps.expire)
  await round.due(new Date(now), deps.settle)
  await round.resume(silent)
  return round.report()
}

/** One run, and what it has seen so far. */
class Round {
  private readonly troubles: string[] = []
  private checkouts = 0
  private operations = 0

  constructor(private readonly deps: ReconcileDependencies) {}

  async open(
    query: { readonly states: readonly CheckoutState[]; readonly before: Date },
    work: (record: CheckoutRecord) => Promise<SettleResult>,
  ): Promise<void> {
    await this.guarded(`Checkouts that are ${query.states.join(', ')} could not be read`, async () => {
      await eachOf(this.deps.platform.openCheckouts(query), AT_ONCE, (record) => this.one(record, work))
    })
  }

  /** Orders that took money are looked at again; see `CommercePlatform.recheck`. */
  async due(now: Date, work: (record: CheckoutRecord) => Promise<SettleResult>): Promise<void> {
    await this.guarded('Checkouts that are due to be checked could not be read', async () => {
      await eachOf(this.deps.platform.dueCheckouts({ now }), AT_ONCE, (record) => this.one(record, work))
    })
  }

  async resume(before: Date): Promise<void> {
    await this.guarded('Open money calls could not be followed', async () => {
      const { settled, troubles } = await this.deps.resumeOperations({ before })
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
      this.deps.logger.error(trouble, { error: facts })
      this.troubles.push(`${trouble}: ${facts.message ?? facts.name}`)
    }
  }
}

const onItsWay = ({ id, paymentIds }: CheckoutRecord): string =>
  `Checkout ${id}: the money of payment ${paymentIds.join(', ')} is not back yet`

/** Works through a stream with so many at a time; asks for the next only when somebody is free. */
async function eachOf<T>(
  source: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = source[Symbol.asyncIterator]()
  const worker = async (): Promise<void> => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
