// What neither callback nor webhook told: asked about, a few at a time, in the order of waiting.
import type { ReconcileReport, SettleResult } from '../commerce'
import { type Logger, logError } from '../logger'
import type { ParsedOptions } from '../options/options'
import { hasSellers } from '../payment/index'
import type { CheckoutRecord, CommercePlatform } from '../platform'

/** What reconcile works with; composed at the top. */
export interface ReconcileDependencies {
  readonly options: Pick<ParsedOptions, 'reconcileAfterSeconds'>
  readonly platform: CommercePlatform
  readonly settle: (record: CheckoutRecord, occasion: 'check') => Promise<SettleResult>
  readonly expire: (record: CheckoutRecord) => Promise<SettleResult>
  readonly isMoneyWatched: (record: CheckoutRecord) => boolean
  readonly approveDelivered: (record: CheckoutRecord) => Promise<void>
  readonly postpone: (record: CheckoutRecord) => Promise<void>
  readonly resumeOperations: (query: {
    readonly before: Date
  }) => Promise<{ readonly settled: number; readonly problems: readonly string[] }>
  readonly resumeWallets: (
    before: Date,
  ) => Promise<{ readonly settled: number; readonly problems: readonly string[] }>
  readonly logger: Logger
  readonly clock: () => Date
}

const AT_ONCE = 4

/**
 * Asks about everything that neither callback nor webhook told: attempts that are due to be looked at
 * (`checkout/schedule.ts`), and money calls without an end. Attempts that nobody went to pay are closed after a day. One
 * problem never stops the rest; each is one sentence of the report.
 */
export async function reconcile(deps: ReconcileDependencies): Promise<ReconcileReport> {
  const now = deps.clock().getTime()
  const silent = new Date(now - deps.options.reconcileAfterSeconds * 1000)
  const round = new Round(deps)
  await round.due(new Date(now))
  await round.resume(silent)
  await round.resumeWallets(silent)
  return round.report()
}

/** One run, and what it has seen so far. */
class Round {
  private readonly problems: string[] = []
  private checkouts = 0
  private operations = 0

  constructor(private readonly deps: ReconcileDependencies) {}

  async due(now: Date): Promise<void> {
    await this.guarded('Checkouts that are due to be checked could not be read', async () => {
      await eachOf(this.deps.platform.dueCheckouts({ now }), AT_ONCE, (record) => this.one(record))
    })
  }

  async resume(before: Date): Promise<void> {
    await this.guarded('Open money calls could not be followed', async () => {
      const { settled, problems } = await this.deps.resumeOperations({ before })
      this.operations += settled
      this.problems.push(...problems)
    })
  }

  async resumeWallets(before: Date): Promise<void> {
    await this.guarded('Open operations of wallets could not be followed', async () => {
      const { settled, problems } = await this.deps.resumeWallets(before)
      this.operations += settled
      this.problems.push(...problems)
    })
  }

  report(): ReconcileReport {
    return { checkouts: this.checkouts, operations: this.operations, problems: this.problems }
  }

  /** What nothing was written about is looked at again later, whether it stayed as it was or could not be asked about. */
  private async one(record: CheckoutRecord): Promise<void> {
    const { approveDelivered, expire, isMoneyWatched, settle, postpone } = this.deps
    let after = record
    await this.guarded(`Checkout ${record.id} could not be settled`, async () => {
      if (record.state === 'captured' && !isMoneyWatched(record)) return
      const settled = await (record.state === 'created' ? expire(record) : settle(record, 'check'))
      after = settled.record
      this.checkouts += 1
      if (after.state === 'refunding') this.problems.push(onItsWay(after))
    })
    if (after.state === 'captured' && hasSellers(after))
      await this.guarded(`The shares of checkout ${record.id} could not be approved`, () =>
        approveDelivered(after),
      )
    if (after.version !== record.version) return
    await this.guarded(`The next check of checkout ${record.id} could not be written`, () => postpone(record))
  }

  private async guarded(problem: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const facts = logError(error)
      this.deps.logger.error(problem, { error: facts })
      this.problems.push(`${problem}: ${facts.message ?? facts.name}`)
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
