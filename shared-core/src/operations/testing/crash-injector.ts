/** A process that dies after so many steps: from then on nothing that it does has any effect. */
export class CrashInjector {
  crashed = false

  constructor(private stepsLeft: number = Number.POSITIVE_INFINITY) {}

  /** Runs one step of the outside world. It may die before the step, or after it, before it hears the answer. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    this.tick()
    const answer = await work()
    this.tick()
    return answer
  }

  private tick(): void {
    if (this.stepsLeft <= 0) this.crashed = true
    if (this.crashed) throw new Error('The process died')
    this.stepsLeft -= 1
  }
}
