import type { PaymentOutcome } from '@craftgate-commerce/core'

/**
 * What Craftgate said already, kept while Medusa's own workflow runs: it asks our provider in the middle, and the
 * provider answers with this instead of asking Craftgate again. It is the truth whoever reads it, and it never comes
 * from a request.
 */
export class HandOver {
  private readonly told = new Map<string, PaymentOutcome>()

  /** `about`: the payment session, or Medusa's payment. */
  async during<T>(about: string, outcome: PaymentOutcome, work: () => Promise<T>): Promise<T> {
    this.told.set(about, outcome)
    try {
      return await work()
    } finally {
      this.told.delete(about)
    }
  }

  of(about: string | undefined): PaymentOutcome | undefined {
    return about === undefined ? undefined : this.told.get(about)
  }
}
