import type { CheckoutRecord } from '@craftgate-commerce/core'
import { checkoutOfRow } from '@craftgate-commerce/core/adapter'
import {
  type PanelPayments,
  type PanelRecords,
  panelPayments,
  type Standing,
} from '@craftgate-commerce/panel'
import type { SessionRow } from '../../database'
import { modeOfAccount } from '../../shops/craftgate-account'
import type { MerchantDeps } from '../http/merchant-deps'
import type { AuthenticatedRequest } from '../http/merchant-request'
import { messagesFor } from '../i18n'
import { ownSession } from '../payments/detail/own-payment'
import { shopifyEvents } from '../payments/detail/shopify-events'
import { linesOf } from '../payments/list/payment-line'
import { PAYMENT_VARIANTS, type PaymentStatus } from '../payments/list/payment-status'
import type { MerchantQueries } from '../queries/merchant-queries'
import { isSessionId } from '../queries/session-id'
import { type Cores, commerceByMode, coreOf } from './commerce-by-mode'

/** The payments of the shop that is logged in, of both modes; Shopify tells a payments app no order. */
export function shopPayments(
  request: AuthenticatedRequest,
  cores: Cores,
  queries: MerchantQueries,
): PanelPayments {
  const { deps } = request
  const sessionOf = async (reference: string): Promise<SessionRow> => {
    const session = await ownSession(request, reference)
    if (session === undefined) throw new Error('There is no such payment')
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
  const commerce = commerceByMode(cores)
  return {
    commerce,
    accounts: () => queries.listedAccounts(shop),
    cards: { accounts: () => queries.accountsOfKeys(shop), paymentsByCard: commerce.paymentsByCard },
    page: (query) => queries.attemptPage(shop, query),
    attempts: async (reference) =>
      isSessionId(reference) ? (await queries.attempts(shop, [reference])).map(checkoutOfRow) : [],
    operations: async (payment) => {
      const mode = modeOfAccount(payment.account)
      return mode === undefined ? [] : deps.tenants.stores({ shop, mode }).operations.of(payment)
    },
    events: async (reference) => eventsOf(shop, reference, queries),
    orders: async () => new Map(),
    standings: (records) => standingsOf(shop, records, queries),
    payLink: ({ account, reference }) => coreOf(cores, account)?.payLink(reference),
  }
}

/** Shopify's word for a payment is that of its newest attempt; earlier ones say how they ended themselves. */
async function standingsOf(
  shop: string,
  records: readonly CheckoutRecord[],
  queries: MerchantQueries,
): Promise<ReadonlyMap<string, Standing>> {
  const sessions = await queries.paymentsOf(shop, [...new Set(records.map(({ reference }) => reference))])
  const lines = await linesOf(queries, shop, sessions)
  return new Map(
    lines.flatMap(({ newest, state }) =>
      newest === undefined
        ? []
        : [[newest.recordId, { text: wordsOf(state), tone: PAYMENT_VARIANTS[state] }] as const],
    ),
  )
}

const wordsOf = (state: PaymentStatus) => ({
  tr: messagesFor('tr').states[state],
  en: messagesFor('en').states[state],
})

async function eventsOf(shop: string, reference: string, queries: MerchantQueries) {
  const transactions = await queries.transactionSessions(shop, [reference])
  const events = await queries.events(shop, [reference, ...transactions.map(({ id }) => id)])
  return shopifyEvents({ events, transactions })
}
