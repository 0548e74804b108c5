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
  /** The console keeps the call by this number. */
  readonly exchangeId?: number
}
