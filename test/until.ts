/** Looks until the answer fits, or for as long as that; answers what it was at last. */
export async function until<T>(
  look: () => Promise<T> | T,
  fits: (seen: T) => boolean,
  patienceMs = 90_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const seen = await look()
    if (fits(seen) || Date.now() > deadline) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
