import { PART_OF_A_REQUEST } from '@craftgate-commerce/core/adapter'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../app-container'
import { LeaseTakenError } from '../../../../storage'

/** A part of what the nightly job does: asked again until it answers that nothing was left. */
export async function POST({ scope }: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { commerce, leases } = craftgateIn(scope)
  try {
    response.json(await leases.during('retention', 0, () => commerce.applyRetention(PART_OF_A_REQUEST)))
  } catch (error) {
    if (!(error instanceof LeaseTakenError)) throw error
    throw new MedusaError(MedusaError.Types.CONFLICT, 'The nightly job deletes old records at this moment')
  }
}
