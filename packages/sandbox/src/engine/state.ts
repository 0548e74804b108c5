import { loadState } from '@craftgate-commerce/emulator-kit'
import { z } from 'zod'
import type { BankRecord } from './bank-tracking/bank-record'
import type { StoredCard } from './cards/card'
import type { Checkout } from './checkouts/checkout'
import type { CardDeposit } from './deposits/card-deposit'
import type { ReportDemand } from './file-reports/report-demand'
import type { FraudCheck } from './fraud/fraud-check'
import type { FraudValueList } from './fraud/value-list'
import type { IvrCall } from './ivr/ivr-call'
import type { LinkProduct } from './links/product'
import type { LimitInquiry, LoanOffer } from './loans/loan'
import type { MasterpassReference } from './masterpass/reference'
import type { MealCardTokenization } from './meal-cards/tokenization'
import type { Member } from './members/member'
import type { MerchantAccount } from './merchant-accounts/merchant-account'
import type { MultiPayment } from './multi-payments/multi-payment'
import type { Payment } from './payments/payment'
import type { Payout, PayoutAccount, SettlementFile } from './payouts/payout'
import type { MerchantPos } from './pos/merchant-pos'
import type { ProviderSession } from './provider-pages/session'
import type { Refund, TransactionRefund } from './refunds/refund'
import type { ThreeDSession } from './threeds/session'
import type { Remittance, Wallet, WalletMove, WalletRefund, Withdraw } from './wallets/wallet'
import type { WebhookEvent } from './webhooks/event'

/** Everything that the sandbox remembers; plain data, so that a state file is its JSON. No card number is in it. */
export interface State {
  /** The last id of each merchant's series. */
  lastIds: Record<string, number>
  /** The webhook keys that the seed did not name, by apiKey; a restart with the state file keeps them. */
  webhookKeys: Record<string, string>
  /** Merchants that the API created, oldest first. */
  merchantAccounts: MerchantAccount[]
  payments: Payment[]
  checkouts: Checkout[]
  multiPayments: MultiPayment[]
  refunds: Refund[]
  transactionRefunds: TransactionRefund[]
  threeDSessions: ThreeDSession[]
  providerSessions: ProviderSession[]
  masterpassReferences: MasterpassReference[]
  mealCardTokenizations: MealCardTokenization[]
  ivrCalls: IvrCall[]
  storedCards: StoredCard[]
  cardDeposits: CardDeposit[]
  /** Registered since the start, or changed since; the seed has the others. */
  members: Member[]
  /** Opened since the start, or changed since. */
  wallets: Wallet[]
  walletMoves: WalletMove[]
  walletRefunds: WalletRefund[]
  remittances: Remittance[]
  withdraws: Withdraw[]
  payouts: Payout[]
  settlementFiles: SettlementFile[]
  payoutAccounts: PayoutAccount[]
  bankRecords: BankRecord[]
  reportDemands: ReportDemand[]
  /** The POSes of the merchants of whom the API changed any, by apiKey. */
  poses: Record<string, MerchantPos[]>
  loanOffers: LoanOffer[]
  limitInquiries: LimitInquiry[]
  paymentTokens: { readonly merchant: string; readonly token: string }[]
  fraudChecks: FraudCheck[]
  fraudValueLists: FraudValueList[]
  linkProducts: LinkProduct[]
  webhooks: WebhookEvent[]
  idempotentResults: RememberedResult[]
  /** Sandbox time when the state was written; a reload goes on from there. */
  savedAt?: number
}

export const emptyState = (): State => ({
  lastIds: {},
  webhookKeys: {},
  merchantAccounts: [],
  payments: [],
  checkouts: [],
  multiPayments: [],
  refunds: [],
  transactionRefunds: [],
  threeDSessions: [],
  providerSessions: [],
  masterpassReferences: [],
  mealCardTokenizations: [],
  ivrCalls: [],
  storedCards: [],
  cardDeposits: [],
  members: [],
  wallets: [],
  walletMoves: [],
  walletRefunds: [],
  remittances: [],
  withdraws: [],
  payouts: [],
  settlementFiles: [],
  payoutAccounts: [],
  bankRecords: [],
  reportDemands: [],
  poses: {},
  loanOffers: [],
  limitInquiries: [],
  paymentTokens: [],
  fraudChecks: [],
  fraudValueLists: [],
  linkProducts: [],
  webhooks: [],
  idempotentResults: [],
})

/** Who sent a key: the merchant, and which of its API keys it signed with. */
export interface KeySender {
  readonly merchant: string
  readonly apiKey: string
  readonly key: string
}

/** The first result of a key, as it was answered. */
export interface RememberedResult extends KeySender {
  readonly at: number
  /** A digest of method, path and body. */
  readonly request: string
  readonly status: number
  readonly contentType?: string
  readonly body: string
}

const list = z.array(z.looseObject({}))
const schema = z.object({
  lastIds: z.record(z.string(), z.number().int()),
  webhookKeys: z.record(z.string(), z.string()).default({}),
  savedAt: z.number().optional(),
  merchantAccounts: list.default([]),
  payments: z.array(z.looseObject({ method: z.string().default('CARD') })),
  checkouts: list,
  multiPayments: list.default([]),
  refunds: list,
  transactionRefunds: list,
  threeDSessions: list,
  providerSessions: list.default([]),
  masterpassReferences: list.default([]),
  mealCardTokenizations: list.default([]),
  ivrCalls: list.default([]),
  storedCards: list,
  cardDeposits: list.default([]),
  members: list.default([]),
  wallets: list.default([]),
  walletMoves: list.default([]),
  walletRefunds: list.default([]),
  remittances: list.default([]),
  withdraws: list.default([]),
  payouts: list.default([]),
  settlementFiles: list.default([]),
  payoutAccounts: list.default([]),
  bankRecords: list.default([]),
  reportDemands: list.default([]),
  poses: z.record(z.string(), list).default({}),
  loanOffers: list.default([]),
  limitInquiries: list.default([]),
  paymentTokens: list.default([]),
  fraudChecks: list,
  fraudValueLists: list.default([]),
  linkProducts: list.default([]),
  webhooks: list,
  idempotentResults: list.default([]),
})

/** What an earlier run left, or the empty state. Throws one line when the file is broken. */
export const loadSandboxState = (path: string | undefined): State =>
  loadState(path, { schema, empty: emptyState })
