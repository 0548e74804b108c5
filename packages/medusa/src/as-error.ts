/** Medusa's workflows throw what they wrote down of an error, which is no Error any more and reads "[object Object]". */
export function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  const said = typeof thrown === 'object' && thrown && 'message' in thrown ? thrown.message : thrown
  return new Error(String(said), { cause: thrown })
}
