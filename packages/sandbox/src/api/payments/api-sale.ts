import type { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { checkSellers } from '../../engine/payments/marketplace'
import type { Merchant } from '../../seed/seed'
import type { paymentFacts } from '../fields'
import { readPrices } from './prices'

/** What every payment that a merchant starts by API charges. Throws a validation error for wrong amounts or sellers. */
export function apiSale(ctx: SandboxContext, merchant: Merchant, request: z.output<typeof paymentFacts>) {
  const prices = readPrices(request)
  checkSellers(ctx, merchant, { currency: request.currency, items: prices.items })
  const { currency, conversationId, externalId, buyerMemberId } = request
  const { paymentGroup, paymentChannel, clientIp, fraudParams } = request
  return {
    ...prices,
    ...{ merchant, currency, conversationId, externalId, buyerMemberId },
    ...{ paymentGroup, paymentChannel, clientIp, fraudParams, source: 'API' as const },
  }
}
