import { setTimeout } from 'node:timers/promises'
import type { Logger } from '@craftgate-commerce/core'
import PgBoss from 'pg-boss'
import type { EntityManager } from 'typeorm'
import { runAs } from '../context/current-work'
import { errorFacts } from '../context/logging'
import { measureJob } from '../context/telemetry'
import type { JobQueue, RetryJob } from '../shopify-sync/retry-scheduler'

/** Refunds, captures and voids wait for banks; payments, whose shoppers wait, have a queue of their own. */
const QUEUES = {
  payment: 'craftgate-payment-attempts',
  transaction: 'craftgate-transaction-attempts',
} as const
/** A batch is as slow as its slowest job, so transactions come one by one. */
const WORKERS = { payment: { count: 3, batchSize: 5 }, transaction: { count: 6, batchSize: 1 } } as const
const POLL_SECONDS = 0.5
const STOP_MS = 15_000
/** A job makes one attempt; the next one is another job, so none is ever repeated. */
const ONCE = { retryLimit: 0, expireInSeconds: 120 }

/** One run waits at most; two at once are kept apart by a lease. */
const BY_THE_CLOCK = { policy: 'short', retryLimit: 0, expireInSeconds: 600 } as const

interface CronJob {
  readonly name: CronJobName
  /** Cron expression, UTC. */
  readonly cron: string
  run(): Promise<void>
}

/** Jobs that run by the clock, each in a queue of its own. */
export const CRON_JOBS = ['craftgate-reconcile', 'craftgate-retention', 'craftgate-refresh-tokens'] as const

export type CronJobName = (typeof CRON_JOBS)[number]

export interface JobQueueOptions {
  readonly databaseUrl: string
  /** Connections. */
  readonly poolSize: number
  readonly logger: Logger
}

/** Durable jobs on Postgres (pg-boss). More workers are more processes. */
export class PgBossJobQueue implements JobQueue {
  /** What this process is at work on. */
  private readonly running = new Set<Promise<void>>()

  private constructor(
    private readonly boss: PgBoss,
    private readonly logger: Logger,
  ) {}

  /** Makes its schema and queues where they are missing, for which its user needs the right to; else it needs none. */
  static async start({ databaseUrl, poolSize, logger }: JobQueueOptions): Promise<PgBossJobQueue> {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      max: poolSize,
      application_name: 'craftgate-shopify-jobs',
    })
    boss.on('error', (error) => logger.error('The job queue has an error', { error: errorFacts(error) }))
    await boss.start()
    for (const name of Object.values(QUEUES)) await boss.createQueue(name, { name, ...ONCE })
    for (const name of CRON_JOBS) await boss.createQueue(name, { name, ...BY_THE_CLOCK })
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
      await Promise.all(jobs.map(({ data }) => this.guarded(QUEUES[data.queue], () => make(data))))
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
    await this.boss.work(name, { pollingIntervalSeconds: 2 }, () => this.guarded(name, run))
    await this.boss.schedule(name, cron)
  }

  /** Begins no more jobs, and lets those end that have begun. Jobs can still be written down. */
  async stopWorking(): Promise<void> {
    await Promise.all([...Object.values(QUEUES), ...CRON_JOBS].map((name) => this.boss.offWork(name)))
    const timeout = setTimeout(STOP_MS, undefined, { ref: false })
    await Promise.race([Promise.allSettled(this.running), timeout])
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, wait: true, timeout: STOP_MS })
  }

  private async guarded(job: string, work: () => Promise<void>): Promise<void> {
    const run = runAs({ job }, async () => {
      try {
        await measureJob(job, work)
      } catch (error) {
        this.logger.error('A job failed', { error: errorFacts(error) })
      }
    })
    this.running.add(run)
    await run
    this.running.delete(run)
  }
}
