import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { reconcile } from '../reconcile'

const LOCK = 'craftgate:reconcile'
const LONGEST_SECONDS = 10 * 60

/** Asks Craftgate about payments and refunds that neither callback nor webhook told the end of; on one server at a time. */
export default async function craftgateReconcile(container: MedusaContainer): Promise<void> {
  const { options, logger } = craftgateIn(container)
  if (!options.reconcileJob) return
  const locking = container.resolve(Modules.LOCKING)
  const ownerId = `${process.pid}-${Date.now()}`
  try {
    await locking.acquire(LOCK, { ownerId, expire: LONGEST_SECONDS })
  } catch {
    return logger.debug('Another server reconciles')
  }
  try {
    const { troubles } = await reconcile(container)
    for (const trouble of troubles) logger.warn(trouble)
  } finally {
    await locking.release(LOCK, { ownerId })
  }
}

export const config = { name: 'craftgate-reconcile', schedule: '* * * * *' }
