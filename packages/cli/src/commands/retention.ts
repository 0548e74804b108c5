import type { RetentionReport } from '@craftgate-commerce/core'
import type { ShopAdmin } from '../shop/shop-admin'
import type { Terminal } from '../terminal'

/**
 * Lets the shop delete what is older than its option `retention` keeps it, part by part, until nothing is left. Interrupted, it is
 * gone on with by the next run, or by the shop's own nightly one. 0 when nothing is left, 1 when it was stopped before.
 */
export async function retention(
  shop: ShopAdmin,
  { json = false }: { readonly json?: boolean },
  { out, err, signal }: Terminal,
): Promise<number> {
  let deleted: RetentionReport = { paid: 0, unpaid: 0, webhooks: 0 }
  let isDone = false
  while (!isDone && !signal.aborted) {
    const part = await shop.applyRetention()
    deleted = {
      paid: deleted.paid + part.paid,
      unpaid: deleted.unpaid + part.unpaid,
      webhooks: deleted.webhooks + part.webhooks,
    }
    isDone = part.paid + part.unpaid + part.webhooks === 0
    if (!isDone) err(`${textOf(deleted)} …\n`)
  }
  out(json ? `${JSON.stringify({ ...deleted, isDone })}\n` : `${textOf(deleted)}.\n`)
  return isDone ? 0 : 1
}

const textOf = ({ paid, unpaid, webhooks }: RetentionReport): string =>
  `Deleted: ${paid} rows of paid attempts, ${unpaid} of unpaid ones, ${webhooks} webhooks`
