/** The smallest monthly payment, as decimal text. Amounts of one currency have as many digits. */
export function lowestOf(ways: readonly { readonly each: string }[]): string | undefined {
  const [lowest] = ways.map(({ each }) => each).sort((a, b) => Number(a) - Number(b))
  return lowest
}
