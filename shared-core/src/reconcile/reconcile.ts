// What neither callback nor webhook told: asked about, a few at a time, in the order of waiting.
import type { ReconcilePart, ReconcileReport, SettleResult } from '../commerce'
import { type Logger, logError } from '../logger'
import type { ParsedOptions } from '../options/options'
import { hasSellers } from '../payment/index'
import type { CheckoutRecord, CommercePlatform, PaymentOperation } from '../platform'
import type { WalletOperation } from '../wallets/wallet-operation'
import { RoundPart } from './round-part'

/** What reconcile works with; composed at the top. */
export interface ReconcileDependencies {
  readonly options: Pick<ParsedOptions, 'reconcileAfterSeconds'>
  readonly platform: CommercePlatform
  readonly settle: (record: CheckoutRecord, occasion: 'check') => Promise<SettleResult>
  readonly expire: (record: CheckoutRecord) => Promise<SettleResult>
  readonly isMoneyWatched: (record: CheckoutRecord) => boolean
  readonly approveDelivered: (record: CheckoutRecord) => Promise<void>
  readonly postpone: (record: CheckoutRecord) => Promise<void>
  readonly resumeOperations: (query: ResumeRound<PaymentOperation>) => Promise<ResumedRound>
  readonly resumeWallets: (query: ResumeRound<WalletOperation>) => Promise<ResumedRound>
  readonly logger: Logger
  readonly clock: () => Date
}

/** Operations last written before this moment; of those that are listed, the ones that `some` passes on. */
interface ResumeRound<Operation> {
  readonly before: Date
  readonly some: (open: AsyncIterable<Operation>) => AsyncIterable<Operation>
}

interface ResumedRound {
  readonly settled: number
  readonly problems: readonly string[]
}

const AT_ONCE = 4

/**
 * Asks about everything that neither callback nor webhook told: attempts that are due to be looked at
 * (`checkout/schedule.ts`), and money calls without an end. Attempts that nobody went to pay are closed after a day. One
 * problem never stops the rest; each is one sentence of the report. In parts when one is asked for; throws CraftgateError
 * (invalid-request) for a part that was never told.
 */
export async function reconcile(deps: ReconcileDependencies, of?: ReconcilePart): Promise<ReconcileReport> {
  const part = new RoundPart(of?.after, deps.clock())
  const silent = new Date(part.began.getTime() - deps.options.reconcileAfterSeconds * 1000)
  const round = new Round(deps, part)
  await round.due(part.began)
  await round.resume(silent)
  await round.resumeWallets(silent)
  return round.report()
}

/** One run, and what it has seen so far. */
class Round {
  private readonly problems: string[] = []
  private checkouts = 0
  private operations = 0
  private moved = 0

  constructor(
    private readonly deps: ReconcileDependencies,
    private readonly part: RoundPart,
  ) {}

  async due(now: Date): Promise<void> {
    await this.guarded('Checkouts that are due to be checked could not be read', async () => {
      const due = this.part.leaving('checkouts', this.deps.platform.dueCheckouts({ now }))
      await eachOf(due, AT_ONCE, (record) => this.one(record))
    })
    if (this.moved === 0) this.part.passOver('checkouts')
  }

  async resume(before: Date): Promise<void> {
    await this.guarded('Open money calls could not be followed', async () => {
      const some = (open: AsyncIterable<PaymentOperation>) => this.part.staying('operations', open)
      const { settled, problems } = await this.deps.resumeOperations({ before, some })
      this.operations += settled
      this.problems.push(...problems)
    })
  }

  async resumeWallets(before: Date): Promise<void> {
    await this.guarded('Open operations of wallets could not be followed', async () => {
      const some = (open: AsyncIterable<WalletOperation>) => this.part.staying('wallets', open)
      const { settled, problems } = await this.deps.resumeWallets({ before, some })
      this.operations += settled
      this.problems.push(...problems)
    })
  }

  report(): ReconcileReport {
    const { checkouts, operations, problems } = this
    const { next } = this.part
    return { checkouts, operations, problems, ...(next !== undefined && { next }) }
  }

  /** What nothing was written about is looked at again later, whether it stayed as it was or could not be asked about. */
  private async one(record: CheckoutRecord): Promise<void> {
    const { approveDelivered, expire, isMoneyWatched, settle } = this.deps
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
    if (after.version === record.version) await this.postpone(record)
    else this.moved += 1
  }

  private postpone(record: CheckoutRecord): Promise<void> {
    return this.guarded(`The next check of checkout ${record.id} could not be written`, async () => {
      await this.deps.postpone(record)
      this.moved += 1
    })
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
