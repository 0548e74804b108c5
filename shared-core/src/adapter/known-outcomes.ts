/**
 * What is known already, kept while the platform's own workflow runs: the workflow asks our payment provider in the
 * middle, and the provider answers with this instead of asking Craftgate again. `subject` is whatever both ends can name
 * (a request context, the id of a session). It lives in this process only and never comes from a request, so no caller of
 * the shop's API can make the provider believe in a payment.
 */
export class KnownOutcomes<Subject, Known> {
  private readonly known = new Map<Subject, Known>()

  /** Runs the platform's own workflow for something that happened at Craftgate already. */
  async during<T>(subject: Subject, known: Known, work: () => Promise<T>): Promise<T> {
    this.known.set(subject, known)
    try {
      return await work()
    } finally {
      this.known.delete(subject)
    }
  }

  /** What is known about the subject in this moment. */
  of(subject: Subject | undefined): Known | undefined {
    return subject === undefined ? undefined : this.known.get(subject)
  }
}
