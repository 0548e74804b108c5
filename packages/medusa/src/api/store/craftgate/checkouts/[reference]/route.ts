import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { languageOf } from '../../../../../language-of'
import { checkoutStatus } from '../../../../../shown'

/** How an attempt to pay stands, for the page that the shopper comes back to. */
export async function GET(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { reference = '' } = request.params
  const checkout = await checkoutStatus(request.scope, reference, languageOf(request))
  if (!checkout) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such checkout')
  response.json({ checkout })
}
