import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { languageOf } from '../../../../../language-of'
import { checkoutStatus } from '../../../../../views'

/** How an attempt to pay stands, for the page that the shopper comes back to. */
export async function GET(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { reference = '' } = request.params
  const known = [request.query.cart_id, request.query.order_id]
  const question = { reference, known, language: languageOf(request) }
  const checkout = await checkoutStatus(request.scope, question)
  if (!checkout) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such checkout')
  response.json({ checkout })
}
