/** Where the clock's own milliseconds come from; Date.now unless a test brings another. */
export type TimeSource = () => number

export interface Duration {
  readonly seconds?: number
  readonly minutes?: number
  readonly hours?: number
  readonly days?: number
}

export interface ClockOptions {
  /** A date to start at, or a source of milliseconds to follow. */
  readonly clock?: Date | TimeSource
  /** How many times faster than its source; 0 stands still and only moves by `moveTo`. Default 1. */
  readonly timeScale?: number
}

/** An emulator's time: whatever expires, or is dated, reads it. Real waits do not. */
export class EmulatorClock {
  readonly scale: number
  private readonly source: TimeSource
  private readonly start: number
  private origin: number

  /** Throws when the scale is below 0. */
  constructor({ clock, timeScale = 1 }: ClockOptions = {}) {
    if (!(timeScale >= 0)) throw new Error('timeScale must be 0 or more')
    this.scale = timeScale
    this.source = typeof clock === 'function' ? clock : Date.now
    this.start = this.source()
    this.origin = clock instanceof Date ? clock.getTime() : this.start
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Math.floor(this.origin + (this.source() - this.start) * this.scale)
  }

  /** Moves forward to this moment; never back, so that a restart does not undo what time has done. */
  moveTo(moment: number): void {
    this.origin += Math.max(0, moment - this.now())
  }
}

/** Milliseconds of a duration. */
export function milliseconds({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}
