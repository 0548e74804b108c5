import { sentenceIn } from '@craftgate-commerce/core/adapter'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../../../app-container'
import { languageOf } from '../../../../../../language-of'
import { UnpaidOrders } from '../../../../../../payment'
import { notAllowed } from '../../../../../../refusals'
import { checkoutView } from '../../../../../../views'

/** The money of an order that was placed unpaid came: it is recorded at Craftgate, once, and the order is paid. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const craftgate = craftgateIn(request.scope)
  const result = await new UnpaidOrders(craftgate, request.scope).record(request.params.id ?? '')
  if (result.state === 'failed') throw notAllowed(craftgate.options.language, result.message)
  response.json({
    state: result.state,
    message: result.state === 'unknown' ? sentenceIn(languageOf(request), result.message) : null,
    checkout: checkoutView(result.record, languageOf(request)),
  })
}
