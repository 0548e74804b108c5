import { randomUUID } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { sweep } from '../payment'

const LOCK = 'craftgate:reconcile'
const LONGEST_SECONDS = 10 * 60

/** Asks Craftgate about payments and refunds whose end neither callback nor webhook brought; on one server at a time. */
export default async function craftgateReconcile(container: MedusaContainer): Promise<void> {
  const { commerce, options, logger } = craftgateIn(container)
  if (!options.reconcileJob) return
  const locking = container.resolve(Modules.LOCKING)
  const ownerId = randomUUID()
  try {
    await locking.acquire(LOCK, { ownerId, expire: LONGEST_SECONDS })
  } catch {
    return logger.debug('Another server reconciles')
  }
  try {
    const { troubles } = await commerce.reconcile()
    const swept = isSweepingTime() ? await sweep(container) : []
    for (const trouble of [...troubles, ...swept]) logger.warn(trouble)
  } finally {
    await locking.release(LOCK, { ownerId })
  }
}

const SWEEP_MINUTES = 15

const isSweepingTime = (): boolean => new Date().getMinutes() % SWEEP_MINUTES === 0

export const config = { name: 'craftgate-reconcile', schedule: '* * * * *' }
