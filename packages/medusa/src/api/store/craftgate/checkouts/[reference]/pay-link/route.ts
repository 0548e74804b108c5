import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../../../app-container'

/**
 * The pay link of an attempt for the customer who is logged in now, to be followed at once: for two minutes it proves that
 * the customer opens it, which a browser that follows a link cannot say when the login is a bearer token.
 */
export async function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { checkouts, commerce } = craftgateIn(request.scope)
  const { reference = '' } = request.params
  if (!(await checkouts.find({ reference })))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such checkout')
  const shopper = request.auth_context.actor_id
  response.setHeader('cache-control', 'no-store')
  response.json({ pay_link: commerce.payLinkFor({ reference, shopper }) })
}
