import type { Logger } from '@craftgate-commerce/core'
import PgBoss from 'pg-boss'
import type { EntityManager } from 'typeorm'
import { errorName } from '../context/logging'
import type { JobQueue, RetryJob } from '../shopify-sync/retry-scheduler'

/** Refunds, captures and voids wait for banks; payments, whose shoppers wait, have a queue of their own. */
const QUEUES = {
  payment: 'craftgate-payment-attempts',
  transaction: 'craftgate-transaction-attempts',
} as const
/** A batch is as slow as its slowest job, so transactions come one by one. */
const WORKERS = { payment: { count: 3, batchSize: 5 }, transaction: { count: 6, batchSize: 1 } } as const
const POLL_SECONDS = 0.5
/** A job makes one attempt; the next one is another job, so none is ever repeated. */
const ONCE = { retryLimit: 0, expireInSeconds: 120 }

interface CronJob {
  readonly name: string
  /** Cron expression, UTC. */
  readonly cron: string
  run(): Promise<void>
}

/** Durable jobs on Postgres (pg-boss). More workers are more processes. */
export class PgBossJobQueue implements JobQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly logger: Logger,
  ) {}

  static async start(connectionString: string, logger: Logger): Promise<PgBossJobQueue> {
    const boss = new PgBoss({ connectionString, max: 4, application_name: 'craftgate-shopify-jobs' })
    boss.on('error', (error) => logger.error('The job queue has an error', { reason: error.message }))
    await boss.start()
    for (const name of Object.values(QUEUES)) await boss.createQueue(name, { name, ...ONCE })
    return new PgBossJobQueue(boss, logger)
  }

  async enqueue(manager: EntityManager, job: RetryJob, at: Date): Promise<void> {
    const executeSql = async (text: string, values: unknown[]) => ({
      rows: await manager.query(text, values),
    })
    await this.boss.send(QUEUES[job.queue], job, { startAfter: at, ...ONCE, db: { executeSql } })
  }

  /** Makes the attempts that are due, several at a time. */
  async work(make: (job: RetryJob) => Promise<void>): Promise<void> {
    const handle = async (jobs: PgBoss.Job<RetryJob>[]) => {
      await Promise.all(jobs.map(({ data }) => this.guarded('An attempt', () => make(data))))
    }
    for (const queue of ['payment', 'transaction'] as const) {
      const { count, batchSize } = WORKERS[queue]
      const options = { batchSize, pollingIntervalSeconds: POLL_SECONDS }
      for (let worker = 0; worker < count; worker += 1)
        await this.boss.work<RetryJob>(QUEUES[queue], options, handle)
    }
  }

  /**
   * Runs by the clock. While one run is under way in another process a second one may begin, because a process that died
   * in the middle of one looks the same to the queue: the lease tells them apart.
   */
  async schedule({ name, cron, run }: CronJob): Promise<void> {
    await this.boss.createQueue(name, { name, policy: 'short', retryLimit: 0, expireInSeconds: 600 })
    await this.boss.work(name, { pollingIntervalSeconds: 2 }, () => this.guarded(name, run))
    await this.boss.schedule(name, cron)
  }

  /** Lets jobs end that have begun. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, wait: true, timeout: 15_000 })
  }

  private async guarded(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.logger.error(`${what} failed`, { error: errorName(error) })
    }
  }
}
