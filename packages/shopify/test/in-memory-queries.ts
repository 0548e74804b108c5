import type { CheckoutRecord } from '@craftgate-commerce/core'
import { checkoutOfRow } from '@craftgate-commerce/core/adapter'
import type { CheckoutRow, GroupWinnerRow, PrivacyRow, SessionEventRow, SessionRow } from '../src/database'
import { type MerchantQueries, OPEN_ATTEMPTS } from '../src/merchant/queries/merchant-queries'

export interface Rows {
  readonly sessions: readonly SessionRow[]
  readonly attempts: readonly CheckoutRow[]
  readonly groupWinners: readonly GroupWinnerRow[]
  readonly events: readonly SessionEventRow[]
  readonly privacy: readonly PrivacyRow[]
}

const of =
  (shop: string) =>
  (row: { readonly shop: string }): boolean =>
    row.shop === shop

/** The questions of the pages, answered from rows in memory: as the database does, each by its shop. */
export const inMemoryQueries = (rows: Rows): Omit<MerchantQueries, 'keysChangedAt'> => ({
  newestPayments: async (shop, limit) =>
    rows.sessions
      .filter(of(shop))
      .filter(({ kind }) => kind === 'payment')
      .slice(0, limit),
  paymentsOf: async (shop, ids) =>
    rows.sessions.filter(of(shop)).filter(({ kind, id }) => kind === 'payment' && ids.includes(id)),
  findIssues: async (shop) =>
    rows.sessions
      .filter(of(shop))
      .filter(({ syncStatus, lastError }) => syncStatus === 'exhausted' || lastError !== null),
  transactionSessions: async (shop, ids) =>
    rows.sessions.filter(of(shop)).filter(({ paymentSessionId }) => ids.includes(paymentSessionId ?? '')),
  attempts: async (shop, ids) => rows.attempts.filter(of(shop)).filter((row) => ids.includes(row.reference)),
  attemptPage: async (shop, { search, cardPayments = [], account, states, limit, offset }) => {
    const isCards = (row: CheckoutRecord) =>
      cardPayments.some(({ paymentId }) => row.paymentIds.includes(paymentId))
    const records = rows.attempts
      .filter(of(shop))
      .map(checkoutOfRow)
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .filter((row) => account === undefined || row.account === account)
      .filter((row) => search === undefined || row.reference === search || isCards(row))
    return { records: records.slice(offset, offset + limit), count: records.length }
  },
  groupWinners: async (shop, groups) =>
    rows.groupWinners.filter(of(shop)).filter((row) => groups.includes(row.group)),
  events: async (_, ids) => rows.events.filter((row) => ids.includes(row.sessionId)),
  privacyRequests: async (shop) => rows.privacy.filter(of(shop)),
  openPayments: async ({ shop, mode }) =>
    rows.attempts.filter(of(shop)).filter((row) => row.mode === mode && OPEN_ATTEMPTS.includes(row.state))
      .length,
  listedAccounts: async (shop) => [...new Set(rows.attempts.filter(of(shop)).map(({ account }) => account))],
  accountsOfKeys: async () => ['live:sandbox'],
  accounts: async ({ shop, mode }) =>
    rows.attempts
      .filter((row) => row.shop === shop && row.mode === mode)
      .map(({ account, paymentIds: [paymentId = null], recordId }) => ({ account, paymentId, recordId }))
      .reverse(),
})
