import { sentenceIn } from '@craftgate-commerce/core/adapter'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../../../app-container'
import { languageOf } from '../../../../../../language-of'
import { auditRoute } from '../../../../../../panel'
import { UnpaidOrders } from '../../../../../../payment'
import { notAllowed } from '../../../../../../refusals'
import { checkoutView } from '../../../../../../views'

/** The money of an order that was placed unpaid came: it is recorded at Craftgate, once, and the order is paid. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const craftgate = craftgateIn(request.scope)
  const orders = new UnpaidOrders(craftgate, request.scope)
  const reference = await orders.referenceOf(request.params.id ?? '')
  if (reference !== undefined) await auditRoute(request, 'recorded-payment', reference)
  const result = await craftgate.commerce.recordOffline(reference ?? '')
  if (result.state === 'failed') throw notAllowed(craftgate.options.language, result.message)
  response.json({
    state: result.state,
    message: result.state === 'unknown' ? sentenceIn(languageOf(request), result.message) : null,
    checkout: checkoutView(result.record, languageOf(request)),
  })
}
