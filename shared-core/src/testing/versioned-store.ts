interface Versioned {
  readonly version: number
  readonly updatedAt: Date
}

/** A table that copies what goes in and out, as a database does, and refuses a write over somebody else's. */
export class VersionedStore<T extends Versioned> {
  private readonly rows = new Map<string, T>()

  constructor(
    private readonly keyOf: (row: T) => string,
    private readonly clock: () => Date,
  ) {}

  save(row: T): T | 'conflict' {
    const storedVersion = this.rows.get(this.keyOf(row))?.version ?? 0
    if (storedVersion !== row.version) return 'conflict'
    const stored = structuredClone({ ...row, version: row.version + 1, updatedAt: this.clock() })
    this.rows.set(this.keyOf(row), stored)
    return structuredClone(stored)
  }

  get(key: string): T | undefined {
    return structuredClone(this.rows.get(key))
  }

  delete(key: string): void {
    this.rows.delete(key)
  }

  /** Copies, in the order in which they were first written. */
  all(): readonly T[] {
    return [...this.rows.values()].map((row) => structuredClone(row))
  }
}
