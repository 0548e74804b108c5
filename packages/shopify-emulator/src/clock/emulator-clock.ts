/** The emulator's time: expiry of tokens and pending payments, dates of orders. Real waits do not read it. */
export class EmulatorClock {
  private readonly start: number
  private origin: number

  constructor(
    private readonly source: () => number = Date.now,
    private readonly scale = 1,
  ) {
    this.start = source()
    this.origin = this.start
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Math.floor(this.origin + (this.source() - this.start) * this.scale)
  }

  /** "2026-11-24T00:00:00Z", as Shopify writes dates. */
  iso(): string {
    return isoSeconds(this.now())
  }

  /** Never back, so that a restart does not undo what time has done. */
  moveTo(moment: number): void {
    this.origin += Math.max(0, moment - this.now())
  }
}

export const isoSeconds = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`
