import { Agent, request } from 'undici'
import type { BrowserPost } from '../hosted-page-service'

/** Posts browser forms a second time, for the switch that duplicates callbacks. */
export class DuplicateCallbackSender {
  private readonly agent = new Agent()
  private readonly running = new Set<Promise<void>>()

  sendDuplicate(post: BrowserPost): void {
    const run = this.send(post).finally(() => this.running.delete(run))
    this.running.add(run)
  }

  async close(): Promise<void> {
    await this.agent.destroy()
    await Promise.all(this.running)
  }

  private async send({ url, fields }: BrowserPost): Promise<void> {
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = new URLSearchParams(fields).toString()
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: this.agent })
      await answer.body.dump()
    } catch {
      // The second copy of a callback is nobody's to wait for.
    }
  }
}
