import { checkoutOfRow } from '@craftgate-commerce/core/adapter'
import { type PanelPayments, type PanelRecords, panelPayments } from '@craftgate-commerce/panel'
import type { Mode } from '../../context/tenant'
import type { SessionRow } from '../../database'
import type { MerchantDeps } from '../http/merchant-deps'
import type { AuthenticatedRequest } from '../http/merchant-request'
import type { MerchantQueries } from '../queries/merchant-queries'
import { isSessionId } from '../queries/payment-query'
import { type Cores, commerceByMode } from './commerce-by-mode'

/** The payments of the shop that is logged in, of both modes; Shopify tells a payments app no order. */
export function shopPayments(
  request: AuthenticatedRequest,
  cores: Cores,
  queries: MerchantQueries,
): PanelPayments {
  const { deps, shop } = request
  const sessionOf = async (reference: string): Promise<SessionRow> => {
    const session = isSessionId(reference) ? await deps.sessions.find(reference) : undefined
    if (session?.shop !== shop || session.kind !== 'payment') throw new Error('There is no such payment')
    return session
  }
  return {
    ...panelPayments(recordsOf(request, cores, queries)),
    askAgain: async (reference) => deps.retry(await sessionOf(reference)),
    async approveLoan(reference) {
      if (!(await deps.approveLoan(await sessionOf(reference))))
        throw new Error('No loan of this payment waits to be approved')
    },
    async decideReview(reference, decision) {
      if (!(await deps.decideReview(await sessionOf(reference), decision)))
        throw new Error('No review of this payment waits to be decided')
    },
  }
}

export function recordsOf(
  { deps, shop }: Pick<AuthenticatedRequest, 'shop'> & { readonly deps: Pick<MerchantDeps, 'tenants'> },
  cores: Cores,
  queries: MerchantQueries,
): PanelRecords {
  return {
    commerce: commerceByMode(cores),
    page: (query) => queries.attemptPage(shop, query),
    attempts: async (reference) =>
      isSessionId(reference) ? (await queries.attempts(shop, [reference])).map(checkoutOfRow) : [],
    operations: async (payment) =>
      deps.tenants.stores({ shop, mode: modeOfAccount(payment.account) }).operations.of(payment),
    // The page of a payment is the app's own, with a timeline of Shopify's.
    events: async () => [],
    orders: async () => new Map(),
    payLink: ({ account, reference }) => cores.get(modeOfAccount(account))?.payLink(reference),
  }
}

/** An account is named after the mode of its keys. */
export const modeOfAccount = (account: string): Mode => (account.startsWith('live:') ? 'live' : 'test')
