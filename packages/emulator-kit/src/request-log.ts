/** The last requests that an emulator answered, oldest first. */
export class RequestLog<Entry> {
  private entries: Entry[] = []

  /** `limit`: how many are kept. */
  constructor(private readonly limit = 1000) {}

  add(entry: Entry): void {
    this.entries.push(entry)
    if (this.entries.length > this.limit) this.entries.shift()
  }

  list(): readonly Entry[] {
    return this.entries
  }

  clear(): void {
    this.entries = []
  }
}
