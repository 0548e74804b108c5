/** Runs pieces of work that share a key one after the other, in this process; a failure holds nobody up. */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve()
    const now = before.then(work, work)
    const ended: Promise<void> = now.then(
      () => this.forget(key, ended),
      () => this.forget(key, ended),
    )
    this.last.set(key, ended)
    return now
  }

  private forget(key: string, ended: Promise<unknown>): void {
    if (this.last.get(key) === ended) this.last.delete(key)
  }
}
