import type { CheckoutRow, ClaimRow, NoteRow, PrivacyRow, SessionRow } from '../../database'
import { type MerchantReads, OPEN_ATTEMPTS } from '../payments/merchant-reads'

export interface Rows {
  readonly sessions: readonly SessionRow[]
  readonly attempts: readonly CheckoutRow[]
  readonly claims: readonly ClaimRow[]
  readonly notes: readonly NoteRow[]
  readonly privacy: readonly PrivacyRow[]
}

const of =
  (shop: string) =>
  (row: { readonly shop: string }): boolean =>
    row.shop === shop

/** The questions of the pages, answered from rows in memory: as the database does, each by its shop. */
export const memoryReads = (rows: Rows): Omit<MerchantReads, 'keysChangedAt'> => ({
  payments: async (shop, { search = '' }, limit) =>
    rows.sessions
      .filter(of(shop))
      .filter(({ kind, id }) => kind === 'payment' && id.startsWith(search))
      .slice(0, limit),
  troubled: async (shop) =>
    rows.sessions.filter(of(shop)).filter(({ told, trouble }) => told === 'stalled' || trouble !== null),
  moneySessions: async (shop, ids) =>
    rows.sessions.filter(of(shop)).filter(({ paymentSessionId }) => ids.includes(paymentSessionId ?? '')),
  attempts: async (shop, ids) => rows.attempts.filter(of(shop)).filter((row) => ids.includes(row.reference)),
  claims: async (shop, groups) => rows.claims.filter(of(shop)).filter((row) => groups.includes(row.group)),
  notes: async (_, ids) => rows.notes.filter((row) => ids.includes(row.sessionId)),
  privacyRequests: async (shop) => rows.privacy.filter(of(shop)),
  openPayments: async ({ shop, mode }) =>
    rows.attempts.filter(of(shop)).filter((row) => row.mode === mode && OPEN_ATTEMPTS.includes(row.state))
      .length,
  newestPayment: async ({ shop, mode }) =>
    rows.attempts.filter(of(shop)).findLast((row) => row.mode === mode && row.paymentId !== null)
      ?.paymentId ?? undefined,
})
