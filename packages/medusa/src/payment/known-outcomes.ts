/**
 * What we know already, kept while Medusa's own workflow runs: it asks our provider in the middle, and the provider
 * answers with this instead of asking Craftgate again. It is the truth whoever reads it, and it never comes from a
 * request.
 */
export class KnownOutcomes<Told> {
  private readonly told = new Map<string, Told>()

  async during<T>(about: string, told: Told, work: () => Promise<T>): Promise<T> {
    this.told.set(about, told)
    try {
      return await work()
    } finally {
      this.told.delete(about)
    }
  }

  of(about: string | undefined): Told | undefined {
    return about === undefined ? undefined : this.told.get(about)
  }
}
