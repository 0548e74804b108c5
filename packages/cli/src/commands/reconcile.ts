import type { ShopAdmin } from '../shop/shop-admin'
import type { Terminal } from '../terminal'

/**
 * Lets the shop ask Craftgate about everything that no callback or webhook told, as its scheduled task does. 0 when nothing is left
 * open, 1 when something is. What was settled before it was interrupted stays settled; the next run goes on.
 */
export async function reconcile(
  shop: ShopAdmin,
  { json = false }: { readonly json?: boolean },
  { out, err }: Pick<Terminal, 'out' | 'err'>,
): Promise<number> {
  err('The shop asks Craftgate about what is due …\n')
  const report = await shop.reconcile()
  const { checkouts, operations, problems } = report
  const lines = [
    `Looked at: ${checkouts} attempts to pay; settled: ${operations} captures, refunds and other moves of money.`,
    ...problems.map((problem) => `OPEN  ${problem}`),
  ]
  out(json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`)
  return problems.length > 0 ? 1 : 0
}
