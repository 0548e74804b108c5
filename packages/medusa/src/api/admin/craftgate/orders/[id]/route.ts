import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { languageOf } from '../../../../../language-of'
import { OrderPayments } from '../../../../../views'

/** Craftgate's payments of an order, and money that no order could take. */
export async function GET(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { id = '' } = request.params
  response.json(await new OrderPayments(request.scope, languageOf(request)).of(id))
}
