/** Runs pieces of work that share a key one after the other, as a database lock would. */
export class OneAtATime {
  private readonly last = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve()
    const now = before.then(work, work)
    this.last.set(
      key,
      now.catch(() => {}),
    )
    return now
  }
}
