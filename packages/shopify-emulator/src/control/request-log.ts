/** A GraphQL call of the app. */
export interface GraphQLRequest {
  readonly at: number
  readonly shop: string
  /** First field of the operation, like "paymentSessionResolve". */
  readonly operation?: string
  /** Its `id` argument. */
  readonly id?: string
  /** "ok", "user-errors", "errors", "unauthorized", "not-found", "bad-request", "down", or the kind of the fault. */
  readonly outcome: string
}

const KEPT = 5000

/** The last calls, oldest first. */
export class RequestLog {
  private records: GraphQLRequest[] = []

  add(record: GraphQLRequest): void {
    this.records.push(record)
    if (this.records.length > KEPT) this.records.shift()
  }

  list(): readonly GraphQLRequest[] {
    return this.records
  }

  clear(): void {
    this.records = []
  }
}
