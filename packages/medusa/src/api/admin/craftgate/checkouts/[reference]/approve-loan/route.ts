import { CraftgateError } from '@craftgate-commerce/core'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../../../app-container'
import { languageOf } from '../../../../../../language-of'
import { auditRoute } from '../../../../../../panel'
import { notAllowed } from '../../../../../../refusals'
import { checkoutView } from '../../../../../../views'

/** The merchant lets a lender pay what it granted (option `checkout.loanApproval`), and the order is paid. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { checkouts, commerce, options } = craftgateIn(request.scope)
  const record = await checkouts.find({ reference: request.params.reference ?? '' })
  if (!record) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such checkout')
  await auditRoute(request, 'approved-loan', record.reference)
  try {
    const settled = await commerce.approveLoan(record)
    response.json({ checkout: checkoutView(settled.record, languageOf(request)) })
  } catch (error) {
    throw CraftgateError.is(error) ? notAllowed(options.language, error.merchantMessage) : error
  }
}
