/** A request that the sandbox answered: never a header, a body or a card number. */
export interface RequestRecord {
  readonly at: Date
  readonly method: string
  readonly path: string
  /** 0 when the connection was cut on purpose. */
  readonly status: number
  /** Real milliseconds. */
  readonly ms: number
  readonly conversationId?: string
  /** errorCode and errorGroup of a refusal. */
  readonly errorCode?: string
  readonly errorGroup?: string
  readonly fault?: string
}

const KEPT = 1000

/** The last requests, oldest first. */
export class RequestLog {
  private records: RequestRecord[] = []

  add(record: RequestRecord): void {
    this.records.push(record)
    if (this.records.length > KEPT) this.records.shift()
  }

  list(): readonly RequestRecord[] {
    return this.records
  }

  clear(): void {
    this.records = []
  }
}
