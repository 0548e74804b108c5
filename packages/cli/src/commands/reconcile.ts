import type { ShopAdmin } from '../shop/shop-admin'
import type { Terminal } from '../terminal'

/**
 * Lets the shop ask Craftgate about everything that no callback or webhook told, as its scheduled task does, part by part.
 * Interrupted, it ends after the part that runs; what was settled stays settled, and the next run goes on. 0 when nothing
 * is left open, 1 when something is, or when it was stopped before.
 */
export async function reconcile(
  shop: ShopAdmin,
  { json = false }: { readonly json?: boolean },
  { out, err, signal }: Terminal,
): Promise<number> {
  const seen = { checkouts: 0, operations: 0 }
  const problems = new Set<string>()
  let next: string | undefined = ''
  while (next !== undefined && !signal.aborted) {
    const part = await shop.reconcile({ after: next })
    seen.checkouts += part.checkouts
    seen.operations += part.operations
    for (const problem of part.problems) problems.add(problem)
    next = part.next
    if (next !== undefined) err(`${textOf(seen)} …\n`)
  }
  const isDone = next === undefined
  const lines = [`${textOf(seen)}.`, ...[...problems].map((problem) => `OPEN  ${problem}`)]
  if (!isDone) lines.push('Stopped; the next run goes on.')
  out(json ? `${JSON.stringify({ ...seen, problems: [...problems], isDone })}\n` : `${lines.join('\n')}\n`)
  return isDone && problems.size === 0 ? 0 : 1
}

const textOf = ({
  checkouts,
  operations,
}: {
  readonly checkouts: number
  readonly operations: number
}): string =>
  `Looked at: ${checkouts} attempts to pay; settled: ${operations} captures, refunds and other moves of money`
