import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { isSweepDue, sweep } from '../payment'
import { LeaseTakenError } from '../storage'

const LEASE = 'reconcile'

/** Shops whose job runs in this process: a tick that comes while the one before it still works is left out. */
const atWork = new WeakSet<Craftgate>()

/** Asks Craftgate about payments and refunds whose end neither callback nor webhook brought; on one server at a time. */
export default async function craftgateReconcile(container: MedusaContainer): Promise<void> {
  const craftgate = craftgateIn(container)
  if (!craftgate.options.reconcileJob || atWork.has(craftgate)) return
  atWork.add(craftgate)
  let begun = false
  try {
    await craftgate.leases.during(LEASE, 0, () => {
      begun = true
      return work(craftgate, container)
    })
  } catch (error) {
    if (!begun && error instanceof LeaseTakenError) craftgate.logger.debug('Another server reconciles')
    else craftgate.logger.error('The scheduled reconciliation failed', { reason: asError(error).message })
  } finally {
    atWork.delete(craftgate)
  }
}

async function work(craftgate: Craftgate, container: MedusaContainer): Promise<void> {
  const { commerce, logger } = craftgate
  const { problems } = await commerce.reconcile()
  const swept = isSweepDue(craftgate) ? await sweep(container) : []
  for (const problem of [...problems, ...swept]) logger.warn(problem)
}

export const config = { name: 'craftgate-reconcile', schedule: '* * * * *' }
