// A shop in memory, for tests of the panel.
import type { CheckoutRecord, FraudCheck } from '@craftgate-commerce/core'
import { type LedgerFigures, waitsForLoanApproval } from '@craftgate-commerce/core/adapter'
import {
  ALL_PERMISSIONS,
  type AuditEntry,
  type LinkLogin,
  type PanelCommerce,
  type PanelHost,
  type PanelLinkStore,
  type PanelPaymentDetail,
  type PanelPayments,
  type PanelUser,
} from '../panel-host'
import { memoryFraud } from './memory-fraud'
import { memoryLinks } from './memory-links'
import { memoryMarketplace } from './memory-marketplace'
import { memoryTransfers } from './memory-transfers'

export const PANEL_URL = 'https://shop.example.com/craftgate/panel'

export const AYSE: PanelUser = {
  id: 'user-1',
  name: 'ayse@example.com',
  permissions: ALL_PERMISSIONS,
  merchants: ['main'],
}

export class MemoryHost implements PanelHost {
  readonly url = PANEL_URL
  readonly secrets: [string, ...string[]] = ['a secret of the panel of more than 32 letters']
  readonly details: PanelPaymentDetail[] = []
  readonly audited: AuditEntry[] = []
  readonly logged: unknown[] = []
  readonly decided: { readonly reference: string; readonly decision: string }[] = []
  /** Thrown by whatever is done to a payment. */
  refusal: Error | undefined
  now = new Date('2026-11-24T12:00:00Z')
  readonly clock = () => this.now
  /** What the rules caught, as a test has it. */
  readonly checks: FraudCheck[] = []
  private readonly market = memoryMarketplace()
  /** What was asked of sellers' shares and earnings. */
  readonly asked = this.market.asked
  private craftgate: PanelCommerce = {
    ...this.market.commerce,
    paymentLinks: memoryLinks(),
    fraud: memoryFraud(this.checks),
    transfers: memoryTransfers([]),
    askLoanLimit: async () => ({ state: 'code-sent' }),
    completeLoanLimit: async ({ code }) =>
      code === '283126' ? { state: 'known', facts: { limit: 25_000 } } : { state: 'refused' },
  }
  readonly login: LinkLogin
  /** Set by tests of figures. */
  ledgerFigures: LedgerFigures | undefined = { days: [], tries: [], unpaid: [], isCut: false }
  askedDays: readonly Date[] = []
  readonly logger = {
    debug: () => {},
    info: () => {},
    warn: (...told: unknown[]) => void this.logged.push(told),
    error: (...told: unknown[]) => void this.logged.push(told),
  }

  constructor() {
    const links = new Map<string, { user: PanelUser; endsAt: Date }>()
    const store: PanelLinkStore = {
      save: async (hash, user, endsAt) => void links.set(hash, { user, endsAt }),
      take: async (hash, now) => {
        const link = links.get(hash)
        links.delete(hash)
        return link && link.endsAt > now ? link.user : undefined
      },
    }
    this.login = { links: store, secrets: this.secrets }
  }

  /** What Craftgate does instead, for a test. */
  offers(other: Partial<PanelCommerce>): void {
    this.craftgate = { ...this.craftgate, ...other }
  }

  commerce(): PanelCommerce {
    return this.craftgate
  }

  async audit(entry: AuditEntry): Promise<void> {
    this.audited.push(entry)
  }

  readonly figures = async (_user: PanelUser, days: readonly Date[]) => {
    this.askedDays = days
    return this.ledgerFigures as LedgerFigures
  }

  payments(): PanelPayments {
    const act = async () => {
      if (this.refusal) throw this.refusal
    }
    return {
      page: async ({ search, states, waitsForLoanApproval: onlyLoans, limit, offset }) => {
        const fits = this.details.filter(
          ({ attempt, order }) =>
            (states.length === 0 || states.includes(attempt.state)) &&
            (onlyLoans === undefined || waitsForLoanApproval(attempt)) &&
            (search === undefined || order?.number === search || attempt.reference === search),
        )
        return { payments: fits.slice(offset, offset + limit), count: fits.length }
      },
      find: async (reference) => this.details.find((detail) => detail.reference === reference),
      askAgain: act,
      approveLoan: act,
      decideReview: async (reference, decision) => {
        await act()
        this.decided.push({ reference, decision })
      },
    }
  }

  /** One more purchase, older than those before. */
  add(reference: string, over: Partial<CheckoutRecord> = {}, detail: Partial<PanelPaymentDetail> = {}): void {
    const attempt = { ...ATTEMPT, id: `${reference}-1`, reference, ...over }
    this.details.push({ reference, attempt, attempts: [attempt], operations: [], events: [], ...detail })
  }
}

const AT = new Date('2026-11-24T11:00:00Z')

const ATTEMPT: CheckoutRecord = {
  id: 'p1-1',
  reference: 'p1',
  attempt: 1,
  version: 1,
  account: 'main',
  order: 'o1',
  phase: 'AUTH',
  state: 'captured',
  expected: { minor: 124_990, currency: 'TRY' },
  paymentIds: [4711],
  context: {},
  createdAt: AT,
  updatedAt: AT,
  stateSince: AT,
}
