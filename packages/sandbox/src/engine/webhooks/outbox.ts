import { Agent } from 'undici'
import { merchantOf, type World } from '../world'
import type { WebhookEvent } from './event'
import { waitAfter } from './ladder'
import { postEvent } from './post-event'

/** setTimeout takes no longer wait than this. */
const LONGEST_SLEEP = 2 ** 31 - 1

export interface OutboxOptions {
  readonly world: World
  /** The merchant's address now; tests move it while events are on their way. */
  readonly urlOf: (merchant: string) => string | undefined
  readonly changed: () => void
}

/** Delivers webhooks when the sandbox clock says so, one at a time, in the order in which they fall due. */
export class Outbox {
  private readonly agent = new Agent()
  private timer: NodeJS.Timeout | undefined
  private queue: Promise<unknown> = Promise.resolve()
  private closed = false

  constructor(private readonly options: OutboxOptions) {}

  /** Sets the alarm for the next event. Called after everything that may have made or moved one. */
  arm(): void {
    clearTimeout(this.timer)
    const { clock, switches } = this.options.world
    const next = this.pending()[0]
    if (!next || this.closed || switches.webhooksPaused || clock.scale === 0) return
    const wait = Math.max(0, next.dueAt - clock.now()) / clock.scale
    this.timer = setTimeout(() => void this.deliverDue(), Math.min(Math.ceil(wait), LONGEST_SLEEP))
    this.timer.unref()
  }

  /** Everything that is due now. */
  deliverDue(): Promise<void> {
    return this.inTurn(async () => {
      const now = this.options.world.clock.now()
      if (!this.options.world.switches.webhooksPaused)
        await this.deliver(this.inOrder((event) => event.dueAt <= now))
      this.arm()
    })
  }

  /**
   * Moves the clock, stopping at each moment at which an event falls due, so that every try is made at its own time.
   * Resolves when the merchant has answered the last of them.
   */
  advanceTo(moment: number): Promise<void> {
    return this.inTurn(async () => {
      const { clock, switches } = this.options.world
      for (
        let next = this.pending()[0];
        next && next.dueAt <= moment && !switches.webhooksPaused && !this.closed;
      ) {
        clock.moveTo(next.dueAt)
        const due = next.dueAt
        await this.deliver(this.inOrder((event) => event.dueAt <= due))
        next = this.pending()[0]
      }
      clock.moveTo(moment)
      this.arm()
    })
  }

  /** One try for everything that waits, due or not, paused or not. */
  flush(): Promise<void> {
    return this.inTurn(async () => {
      await this.deliver(this.inOrder(() => true))
      this.arm()
    })
  }

  /** One more try of an event, whatever became of it. */
  resend(event: WebhookEvent): Promise<void> {
    return this.inTurn(() => this.deliver([event]))
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.agent.destroy()
    await this.queue
  }

  private pending(): WebhookEvent[] {
    const waiting = this.options.world.state.webhooks.filter(({ state }) => state === 'pending')
    return waiting.sort((a, b) => a.dueAt - b.dueAt)
  }

  private inOrder(test: (event: WebhookEvent) => boolean): WebhookEvent[] {
    const chosen = this.pending().filter(test)
    return this.options.world.switches.reorderWebhooks ? chosen.reverse() : chosen
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const run = this.queue.then(work)
    this.queue = run.catch(() => undefined)
    return run
  }

  private async deliver(events: readonly WebhookEvent[]): Promise<void> {
    for (const event of events) if (!this.closed) await this.tryOnce(event)
    if (events.length > 0) this.options.changed()
  }

  private async tryOnce(event: WebhookEvent): Promise<void> {
    const { world, urlOf } = this.options
    const url = event.tokenOnlyUrl ?? urlOf(event.merchant)
    if (world.switches.loseWebhooks) event.state = 'lost'
    else if (url === undefined) event.state = 'skipped'
    else await this.post(event, url)
  }

  private async post(event: WebhookEvent, url: string): Promise<void> {
    const { world } = this.options
    const merchant = merchantOf(world, event.merchant)
    let heard = false
    for (let copy = 0; copy < world.switches.webhookCopies; copy += 1) {
      const at = world.clock.now()
      const delivery = await postEvent({ event, merchant, url, dispatcher: this.agent, at })
      event.deliveries.push(delivery)
      heard = delivery.status !== undefined && delivery.status >= 200 && delivery.status < 300
    }
    this.settle(event, heard)
  }

  private settle(event: WebhookEvent, heard: boolean): void {
    if (heard) event.state = 'delivered'
    if (heard || event.state === 'delivered') return
    const wait = waitAfter(Math.ceil(event.deliveries.length / this.options.world.switches.webhookCopies))
    if (wait === undefined) event.state = 'given-up'
    else event.state = 'pending'
    event.dueAt = this.options.world.clock.now() + (wait ?? 0)
  }
}
