import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { asError } from '../as-error'
import { LeaseTakenError } from '../storage'

/** Deletes what is older than the option `retention` keeps it; on one server at a time. */
export default async function craftgateRetention(container: MedusaContainer): Promise<void> {
  const { commerce, leases, logger } = craftgateIn(container)
  try {
    await leases.during('retention', 0, async () => {
      const deleted = await commerce.applyRetention()
      logger.info('Old records were deleted', { ...deleted })
    })
  } catch (error) {
    if (error instanceof LeaseTakenError) logger.debug('Another server deletes old records')
    else logger.error('Old records could not be deleted', { reason: asError(error).message })
  }
}

export const config = { name: 'craftgate-retention', schedule: '43 2 * * *' }
