/** A process that dies after so many stepContexts: from then on nothing that it does has any effect. */
export class Fuse {
  blown = false

  constructor(private stepsLeft: number = Number.POSITIVE_INFINITY) {}

  /** Runs one stepContext of the outside world. It may die before the stepContext, or after it, before it hears the answer. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    this.burn()
    const answer = await work()
    this.burn()
    return answer
  }

  private burn(): void {
    if (this.stepsLeft <= 0) this.blown = true
    if (this.blown) throw new Error('The process died')
    this.stepsLeft -= 1
  }
}
