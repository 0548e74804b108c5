import { Agent } from 'undici'
import { merchantOf, type SandboxContext } from '../context'
import type { WebhookEvent } from './event'
import { postEvent } from './post-event'

/**
 * Waits after an unanswered delivery: 10 s, 30 s, 3 min, 10 min, 30 min, so five retries after the first, 44 minutes in
 * all (developer.craftgate.io/webhook/transaction-webhook).
 */
const RETRY_DELAYS = [10_000, 30_000, 180_000, 600_000, 1_800_000]

/** Milliseconds until the next attempt after this many, or undefined when it was the last. */
const retryDelay = (attempts: number): number | undefined => RETRY_DELAYS[attempts - 1]

/** setTimeout takes no longer wait than this. */
const LONGEST_SLEEP = 2 ** 31 - 1

export interface WebhookDispatcherOptions {
  readonly ctx: SandboxContext
  /** The merchant's address now; tests move it while events are on their way. */
  readonly urlOf: (merchant: string) => string | undefined
  readonly changed: () => void
  /** What the clock does besides deliveries: when next, and the doing, which says whether anything was done. */
  readonly timed: { readonly next: () => number | undefined; readonly work: () => boolean }
}

/** Delivers webhooks when the sandbox clock says so, one at a time, in the order in which they fall due. */
export class WebhookDispatcher {
  private readonly agent = new Agent()
  private timer: NodeJS.Timeout | undefined
  private queue: Promise<unknown> = Promise.resolve()
  private closed = false

  constructor(private readonly options: WebhookDispatcherOptions) {}

  /** Sets the timer for the next event. Called after everything that may have made or moved one. */
  schedule(): void {
    clearTimeout(this.timer)
    const { clock } = this.options.ctx
    const next = this.nextMoment()
    if (next === undefined || this.closed || clock.scale === 0) return
    const wait = Math.max(0, next - clock.now()) / clock.scale
    this.timer = setTimeout(() => void this.deliverDue(), Math.min(Math.ceil(wait), LONGEST_SLEEP))
    this.timer.unref()
  }

  /** Everything that is due now. */
  deliverDue(): Promise<void> {
    return this.serialize(async () => {
      await this.workDue()
      this.schedule()
    })
  }

  /**
   * Moves the clock, stopping at each moment at which something falls due, so that all is done at its own time.
   * Resolves when the merchant has answered the last of them.
   */
  advanceTo(moment: number): Promise<void> {
    return this.serialize(async () => {
      const { clock } = this.options.ctx
      for (let next = this.nextMoment(); next !== undefined && next <= moment && !this.closed; ) {
        clock.moveTo(next)
        await this.workDue()
        next = this.nextMoment()
      }
      clock.moveTo(moment)
      this.schedule()
    })
  }

  /** One try for everything that waits, due or not, paused or not. */
  flush(): Promise<void> {
    return this.serialize(async () => {
      await this.deliver(this.inOrder(() => true))
      this.schedule()
    })
  }

  /** One more try of an event, whatever became of it. */
  resend(event: WebhookEvent): Promise<void> {
    return this.serialize(() => this.deliver([event]))
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.agent.destroy()
    await this.queue
  }

  /** When the next thing falls due: a delivery, unless a test paused them, or what the clock decides. */
  private nextMoment(): number | undefined {
    const { ctx, timed } = this.options
    const delivery = ctx.faultSettings.webhooksPaused ? undefined : this.pending()[0]?.dueAt
    const moments = [delivery, timed.next()].filter((moment) => moment !== undefined)
    return moments.length === 0 ? undefined : Math.min(...moments)
  }

  private async workDue(): Promise<void> {
    const { ctx, timed } = this.options
    if (timed.work()) this.options.changed()
    const now = ctx.clock.now()
    if (!ctx.faultSettings.webhooksPaused) await this.deliver(this.inOrder((event) => event.dueAt <= now))
  }

  private pending(): WebhookEvent[] {
    const waiting = this.options.ctx.state.webhooks.filter(({ state }) => state === 'pending')
    return waiting.sort((a, b) => a.dueAt - b.dueAt)
  }

  private inOrder(test: (event: WebhookEvent) => boolean): WebhookEvent[] {
    const chosen = this.pending().filter(test)
    return this.options.ctx.faultSettings.reorderWebhooks ? chosen.reverse() : chosen
  }

  private serialize(work: () => Promise<void>): Promise<void> {
    const run = this.queue.then(work)
    this.queue = run.catch(() => undefined)
    return run
  }

  private async deliver(events: readonly WebhookEvent[]): Promise<void> {
    for (const event of events) if (!this.closed) await this.attempt(event)
    if (events.length > 0) this.options.changed()
  }

  private async attempt(event: WebhookEvent): Promise<void> {
    const { ctx, urlOf } = this.options
    const url = event.tokenOnlyUrl ?? urlOf(event.merchant)
    if (ctx.faultSettings.dropWebhooks) event.state = 'lost'
    else if (url === undefined) event.state = 'skipped'
    else await this.post(event, url)
  }

  private async post(event: WebhookEvent, url: string): Promise<void> {
    const { ctx } = this.options
    const merchant = merchantOf(ctx, ctx.faultSettings.signAs ?? event.merchant)
    let answered = false
    for (let copy = 0; copy < ctx.faultSettings.webhookCopies; copy += 1) {
      const at = ctx.clock.now()
      const delivery = await postEvent({ event, merchant, url, dispatcher: this.agent, at })
      event.deliveries.push(delivery)
      answered = delivery.status !== undefined && delivery.status >= 200 && delivery.status < 300
    }
    this.recordDelivery(event, answered)
  }

  private recordDelivery(event: WebhookEvent, answered: boolean): void {
    if (answered) event.state = 'delivered'
    if (answered || event.state === 'delivered') return
    const wait = retryDelay(Math.ceil(event.deliveries.length / this.options.ctx.faultSettings.webhookCopies))
    if (wait === undefined) event.state = 'given-up'
    else event.state = 'pending'
    event.dueAt = this.options.ctx.clock.now() + (wait ?? 0)
  }
}
