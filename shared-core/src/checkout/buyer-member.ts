import { logError } from '../logger'
import type { PageOptions } from '../options/checkout-options'
import type { Opening } from './init-request'
import type { CheckoutDependencies } from './record'
import { walletFor } from './wallet'

/**
 * The page, with the wallet of whoever opens it when he is the buyer himself and a member by now: Craftgate lets him pay from
 * it. The shop's own `buyerMemberId` goes before. A page without a wallet is better than none.
 */
export async function withBuyerMember(
  { memberOf, logger }: Pick<CheckoutDependencies, 'memberOf' | 'logger'>,
  page: PageOptions,
  { record, order, opener }: Opening,
): Promise<PageOptions> {
  const customer = walletFor(order.buyer, opener)
  if (memberOf === undefined || customer === undefined || page.buyerMemberId !== undefined) return page
  try {
    return { ...page, buyerMemberId: await memberOf(record.account, customer) }
  } catch (error) {
    logger.warn(
      'A page is opened without the buyer’s wallet, which could not be asked about',
      logError(error),
    )
    return page
  }
}
