// A shop in memory, for tests of the panel.
import {
  type AlertChannel,
  type CheckoutRecord,
  type FraudCheck,
  type LateOperation,
  type Money,
  money,
  type PaymentFacts,
  type RefundPreview,
  type RefusedRefund,
  toDecimal,
} from '@craftgate-commerce/core'
import {
  type SalesFigures,
  waitsForCancellation,
  waitsForLoanApproval,
} from '@craftgate-commerce/core/adapter'
import {
  ALL_PERMISSIONS,
  type AmountRange,
  type AuditEntry,
  type AuditLog,
  type LinkLogin,
  type MoneyElsewhere,
  type MoneyResult,
  type PanelCommerce,
  type PanelHost,
  type PanelLinkStore,
  type PanelMoney,
  type PanelPaymentDetail,
  type PanelPayments,
  type PanelPermission,
  type PanelUser,
  type SoldItem,
} from '../panel-host'
import { memoryFraud } from './memory-fraud'
import { memoryLinkPayments } from './memory-link-payments'
import { memoryLinks } from './memory-links'
import { memoryMarketplace } from './memory-marketplace'
import { memoryReports } from './memory-reports'
import { MemorySetup } from './memory-setup'
import { memoryTransfers } from './memory-transfers'
import { MemoryWallets } from './memory-wallets'

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
  readonly late: LateOperation[] = []
  readonly refused: RefusedRefund[] = []
  attention?: PanelHost['attention']
  ownActions?: PanelHost['ownActions']
  owns?: (attempt: CheckoutRecord) => boolean
  /** What money.* was asked to do, e.g. "refund p1 100.00". */
  readonly moved: string[] = []
  /** What money.* answers. */
  moving: () => Promise<MoneyResult> = async () => ({ state: 'done' })
  moneyElsewhere?: (user: PanelUser) => MoneyElsewhere
  accountNames?: PanelHost['accountNames']
  shopFacts?: PanelHost['shopFacts']
  /** What the rules caught, as a test has it. */
  readonly checks: FraudCheck[] = []
  private readonly market = memoryMarketplace()
  /** What was asked of sellers' shares and earnings. */
  readonly asked = this.market.asked
  /** What is known of payouts that bounced. */
  readonly bounced = this.market.bounced
  readonly walletsOf = new MemoryWallets()
  readonly setup = new MemorySetup(this.clock)
  /** How alerts are told, and who does not take one. */
  alertChannels: readonly AlertChannel[] = []
  failingChannels: readonly AlertChannel[] = []
  readonly testedAlerts: string[] = []
  private craftgate: PanelCommerce = {
    ...this.market.commerce,
    paymentLinks: memoryLinks(),
    linkPayments: memoryLinkPayments(),
    fraud: memoryFraud(this.checks),
    transfers: memoryTransfers([]),
    reports: memoryReports({
      from: '00:00:00',
      until: '24:00:00',
      compared: 0,
      ofNoOrder: 0,
      differences: [],
      isCut: false,
    }),
    askLoanLimit: async () => ({ state: 'code-sent' }),
    completeLoanLimit: async ({ code }) =>
      code === '283126' ? { state: 'known', facts: { limit: 25_000 } } : { state: 'refused' },
    previewRefund: async ({ amount }) => preview(amount),
    refundsElsewhere: async () => [],
    lateOperations: async () => this.late,
    refusedRefunds: async () => this.refused,
    members: {
      ...this.walletsOf.members,
      search: (merchant, search) =>
        (search.isSubMerchant ? this.market.commerce : { members: this.walletsOf.members }).members.search(
          merchant,
          search,
        ),
    },
    wallets: this.walletsOf.wallets,
    setup: this.setup,
    alerts: {
      watch: () => {},
      channels: () => this.alertChannels,
      sendTest: async (merchant) => {
        this.testedAlerts.push(merchant)
        return { failed: this.failingChannels }
      },
    },
  }
  readonly login: LinkLogin
  /** Of users whose permissions changed since they were let in. */
  readonly permissionsNow = new Map<string, readonly PanelPermission[]>()
  /** Set by tests of figures. */
  salesFigures: SalesFigures | undefined = { days: [], payments: [], unpaid: [], isCut: false }
  askedDays: readonly Date[] = []
  timeZone?: string
  /** Set by tests of what banks pay. */
  settlement?: PanelHost['settlement']
  accounts?: readonly string[]
  readonly sold: SoldItem[] = []
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
    this.login = {
      links: store,
      secrets: this.secrets,
      permissionsOf: async ({ id, permissions }) => this.permissionsNow.get(id) ?? permissions,
    }
  }

  /** What Craftgate does instead, for a test. */
  offers(other: Partial<PanelCommerce>): void {
    this.craftgate = { ...this.craftgate, ...other }
  }

  commerce(): PanelCommerce {
    return this.craftgate
  }

  readonly audit: AuditLog = {
    add: async (entry) => void this.audited.push(entry),
    page: async ({ shop, by, before, limit }) =>
      this.audited
        .map((entry, at) => ({ ...entry, id: String(at) }))
        .filter((entry) => entry.shop === shop && (by === undefined || entry[by.field] === by.value))
        .sort((one, other) => other.at.getTime() - one.at.getTime() || Number(other.id) - Number(one.id))
        .filter(({ at, id }) => before === undefined || isOlder({ at, id }, before))
        .slice(0, limit),
  }

  readonly figures = async (_user: PanelUser, days: readonly Date[]) => {
    this.askedDays = days
    return this.salesFigures as SalesFigures
  }

  private readonly money: PanelMoney = {
    capture: (reference, amount) => this.move('capture', reference, amount),
    void: (reference) => this.move('void', reference),
    refund: (reference, { amount, items = [], destination, reason }) => {
      const lines = items.map(({ externalId, quantity }) => `${externalId}:${quantity}`)
      const how = [...lines, destination, reason]
      return this.move('refund', reference, amount, ...how.flatMap((each) => each ?? []))
    },
    items: async () => this.sold,
  }

  private move(
    action: string,
    reference: string,
    amount?: Money,
    ...how: readonly string[]
  ): Promise<MoneyResult> {
    this.moved.push([action, reference, ...(amount ? [toDecimal(amount)] : []), ...how].join(' '))
    return this.moving()
  }

  /** How many payments a list looks at at once. */
  looksAt = Number.MAX_SAFE_INTEGER

  payments(): PanelPayments {
    const act = async () => {
      if (this.refusal) throw this.refusal
    }
    return {
      page: async ({
        search,
        states,
        standings = [],
        waitsFor,
        customer,
        changedFrom,
        changedBefore,
        method,
        methods,
        account,
        amounts,
        before,
        limit,
        offset,
      }) => {
        const after = before === undefined ? 0 : Number(before.id)
        const part = this.details.slice(after, after + this.looksAt)
        const next = after + this.looksAt
        const last = this.details[next - 1]
        const fits = part.filter(
          ({ attempt, order }) =>
            (states.length === 0 || states.includes(attempt.state)) &&
            (standings.length === 0 || standings.includes(attempt.standing ?? attempt.state)) &&
            (waitsFor === undefined || WAITS[waitsFor](attempt)) &&
            (customer === undefined || attempt.order === customer) &&
            (changedFrom === undefined || attempt.updatedAt >= changedFrom) &&
            (changedBefore === undefined || attempt.updatedAt < changedBefore) &&
            (method === undefined || attempt.method === method) &&
            (methods === undefined || methods.some((name) => name === attempt.method)) &&
            (account === undefined || attempt.account === account) &&
            (amounts === undefined || isWithin(attempt.expected, amounts)) &&
            (search === undefined || order?.number === search || attempt.reference === search),
        )
        const hasMore = last !== undefined && next < this.details.length
        return {
          payments: fits.slice(offset, offset + limit),
          count: fits.length,
          end: hasMore ? { at: last.attempt.updatedAt, id: String(next) } : undefined,
        }
      },
      find: async (reference) => this.details.find((detail) => detail.reference === reference),
      customerOf: async (email) => (email === 'ayse@example.com' ? 'of-ayse' : undefined),
      askAgain: act,
      approveLoan: act,
      decideReview: async (reference, decision) => {
        await act()
        this.decided.push({ reference, decision })
      },
      refundUnexpected: async (reference, attempt, { key, destination }) => {
        this.moved.push(
          ['refund-unexpected', reference, attempt, destination ?? 'source', key.length].join(' '),
        )
        await act()
        return this.moving()
      },
      money: this.money,
      accounts: async () => this.accounts ?? [],
      owns: this.owns,
    }
  }

  /** One more purchase, older than those before. */
  add(reference: string, over: Partial<CheckoutRecord> = {}, detail: Partial<PanelPaymentDetail> = {}): void {
    const attempt = { ...ATTEMPT, id: `${reference}-1`, reference, ...over }
    this.details.push({ reference, attempt, attempts: [attempt], operations: [], events: [], ...detail })
  }
}

const isOlder = (one: { at: Date; id: string }, other: { at: Date; id: string }): boolean =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && Number(one.id) < Number(other.id))

const WAITS = { 'loan-approval': waitsForLoanApproval, cancellation: waitsForCancellation }

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

const isWithin = ({ minor, currency }: Money, { currency: wanted, from = 0, to = minor }: AmountRange) =>
  currency === wanted && minor >= from && minor <= to

/** A card that was charged 8.25 % of interest; more than 1,249.90 is not left. */
function preview(amount: Money = money(124_990, 'TRY')): RefundPreview {
  if (amount.minor > 124_990) {
    const message = { tr: 'O kadarı kalmadı', en: 'That much is not left' }
    return { state: 'refused', error: { code: 'beyond-left' }, message }
  }
  const interest = money(Math.round(amount.minor * 0.0825), 'TRY')
  return {
    state: 'possible',
    price: amount,
    cardAmount: money(amount.minor + interest.minor, 'TRY'),
    interest: { kind: 'shopper-interest', amount: interest },
    items: [],
  }
}

/** What Craftgate says of a payment of 1,249.90 that took 1,353.02 of the card. */
export const FACTS: PaymentFacts = {
  paymentId: 4711,
  price: money(124_990, 'TRY'),
  paidPrice: money(135_302, 'TRY'),
  installment: 3,
  phase: 'AUTH',
  threeDS: true,
  method: 'CARD',
  card: { lastFour: '0002', bankName: 'Garanti', storedCard: false },
  transactions: [{ id: 1, price: money(124_990, 'TRY'), paidPrice: money(135_302, 'TRY') }],
}
