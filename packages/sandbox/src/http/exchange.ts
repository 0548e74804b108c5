/** A call of the API as it came and as it was answered: in memory only, never in the state file or a log. */
export interface Exchange {
  /** Counts the calls. */
  readonly id: number
  readonly method: string
  /** As it was sent: what the signature is made of. */
  readonly url: string
  readonly apiKey: string
  readonly randomKey: string
  readonly signature: string
  /** The other headers that mean something to Craftgate. */
  readonly headers: Readonly<Record<string, string>>
  /** As text; of a card only what is public of it. */
  readonly body: string
  /** The body is not as it was sent, since it had a card that no documentation knows. */
  readonly isMasked: boolean
  /** Whether the signature was right. */
  readonly isSigned: boolean
  readonly status: number
  readonly answer: string
}
