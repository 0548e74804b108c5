import { CraftgateError, type FoundLinkPayment } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'
import { linkPath } from './links-page'

export interface NamedPayment {
  readonly merchant: string
  readonly payment: FoundLinkPayment
}

/** As `commerce.linkPayments` names the payment of the address; undefined where it names none of an account of the user's. */
export function paymentQuery({ c, user }: UserRequest) {
  const [merchant = '', link, paymentId] = [
    c.req.param('merchant'),
    Number(c.req.param('id')),
    Number(c.req.param('payment')),
  ]
  if (!user.merchants.includes(merchant) || ![link, paymentId].every(Number.isSafeInteger)) return undefined
  return { merchant, shop: user.shop, link, paymentId }
}

/** What Craftgate says now of the payment that the address names; undefined where it is none of the link, or nothing is matched. */
export async function namedPayment(request: UserRequest, number: string): Promise<NamedPayment | undefined> {
  const { linkPayments } = request.commerce
  const query = paymentQuery(request)
  if (query === undefined || !linkPayments.areMatched) return undefined
  try {
    const payment = await linkPayments.find({ ...query, number })
    return { merchant: query.merchant, payment }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

export const linkPaymentPath = (
  request: UserRequest,
  merchant: string,
  { link, paymentId }: { readonly link: number; readonly paymentId: number },
): string => `${linkPath(request, merchant, link)}/payments/${paymentId}`
