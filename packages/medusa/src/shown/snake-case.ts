/** The names of Medusa's API: paid_price for paidPrice; null for what is not there. */
export function inSnakeCase(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`),
      value ?? null,
    ]),
  )
}
