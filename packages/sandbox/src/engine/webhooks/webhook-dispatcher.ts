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
    const { clock, faultSettings } = this.options.ctx
    const next = this.pending()[0]
    if (!next || this.closed || faultSettings.webhooksPaused || clock.scale === 0) return
    const wait = Math.max(0, next.dueAt - clock.now()) / clock.scale
    this.timer = setTimeout(() => void this.deliverDue(), Math.min(Math.ceil(wait), LONGEST_SLEEP))
    this.timer.unref()
  }

  /** Everything that is due now. */
  deliverDue(): Promise<void> {
    return this.serialize(async () => {
      const now = this.options.ctx.clock.now()
      if (!this.options.ctx.faultSettings.webhooksPaused)
        await this.deliver(this.inOrder((event) => event.dueAt <= now))
      this.schedule()
    })
  }

  /**
   * Moves the clock, stopping at each moment at which an event falls due, so that every try is made at its own time.
   * Resolves when the merchant has answered the last of them.
   */
  advanceTo(moment: number): Promise<void> {
    return this.serialize(async () => {
      const { clock, faultSettings } = this.options.ctx
      for (
        let next = this.pending()[0];
        next && next.dueAt <= moment && !faultSettings.webhooksPaused && !this.closed;
      ) {
        clock.moveTo(next.dueAt)
        const due = next.dueAt
        await this.deliver(this.inOrder((event) => event.dueAt <= due))
        next = this.pending()[0]
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
