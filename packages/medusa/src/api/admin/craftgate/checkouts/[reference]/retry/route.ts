import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../../../app-container'
import { languageOf } from '../../../../../../language-of'
import { auditRoute } from '../../../../../../panel'
import { checkoutView } from '../../../../../../views'

/** The merchant's "ask Craftgate again": the order follows the answer. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { checkouts, commerce } = craftgateIn(request.scope)
  const record = await checkouts.find({ reference: request.params.reference ?? '' })
  if (!record) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such checkout')
  await auditRoute(request, 'asked-again', record.reference)
  const settled = await commerce.settle(record)
  response.json({ checkout: checkoutView(settled.record, languageOf(request)) })
}
