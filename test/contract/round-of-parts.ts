interface Part {
  readonly problems: readonly string[]
  readonly next?: string | null
}

/** A whole round of reconcile, as the command line asks for it: part by part. */
export async function roundOfParts(
  ask: (after: string) => Promise<Part>,
): Promise<{ readonly problems: readonly string[] }> {
  const problems: string[] = []
  for (let after: string | null | undefined = ''; typeof after === 'string'; ) {
    const part = await ask(after)
    problems.push(...part.problems)
    after = part.next
  }
  return { problems }
}
