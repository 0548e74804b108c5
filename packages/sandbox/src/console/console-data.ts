import type { FraudCheckLine, ValueListLine } from './fraud-lists'
import type { LinkLine } from './link-list'
import type { PaymentTokenLine } from './payment-token-list'
import type { PayoutAccountLine } from './payout-account-list'
import type { PosLine } from './pos-list'
import type { RemittanceLine, WalletRefundLine, WithdrawLine } from './wallet-lists'

/** Amounts are decimal texts, moments are ISO 8601 in sandbox time. */
export interface ConsoleData {
  readonly url: string
  readonly now: string
  /** 1 is the wall clock, 0 stands still. */
  readonly timeScale: number
  readonly merchants: readonly MerchantKeys[]
  readonly payments: readonly PaymentLine[]
  readonly checkouts: readonly CheckoutLine[]
  readonly refunds: readonly RefundLine[]
  readonly webhooks: readonly WebhookLine[]
  readonly members: readonly MemberLine[]
  readonly wallets: readonly WalletLine[]
  readonly payouts: readonly PayoutLine[]
  readonly transfers: readonly TransferLine[]
  readonly reports: readonly ReportLine[]
  readonly links: readonly LinkLine[]
  readonly fraudChecks: readonly FraudCheckLine[]
  readonly valueLists: readonly ValueListLine[]
  readonly poses: readonly PosLine[]
  readonly withdraws: readonly WithdrawLine[]
  readonly remittances: readonly RemittanceLine[]
  readonly walletRefunds: readonly WalletRefundLine[]
  readonly payoutAccounts: readonly PayoutAccountLine[]
  readonly paymentTokens: readonly PaymentTokenLine[]
  readonly requests: readonly RequestLine[]
  readonly faultSettings: ConsoleSwitches
}

export interface MerchantKeys {
  readonly name: string
  readonly apiKey: string
  readonly secretKey: string
  readonly callbackKey: string
  readonly webhookKey: string
  readonly webhookUrl?: string
}

export interface PaymentLine {
  readonly id: number
  readonly at: string
  readonly price: string
  readonly paidPrice: string
  readonly currency: string
  readonly installment: number
  readonly status: string
  readonly phase: string
  readonly refundStatus?: string
  readonly cardBrand?: string
  readonly lastFour?: string
  readonly method: string
  readonly threeDS: boolean
  readonly source: string
  readonly conversationId?: string
  readonly fraudAction?: string
  /** Error group or code of a failed payment. */
  readonly error?: string
}

export interface CheckoutLine {
  readonly token: string
  readonly at: string
  readonly expiresAt: string
  readonly price: string
  readonly currency: string
  readonly state: string
  readonly externalId?: string
  readonly pageUrl: string
}

export interface RefundLine {
  readonly id: number
  readonly at: string
  readonly paymentId: number
  readonly transactionId?: number
  readonly amount: string
  readonly currency: string
  readonly kind: string
  readonly status: string
  readonly conversationId?: string
}

export interface WebhookLine {
  readonly id: string
  readonly at: string
  readonly eventType: string
  readonly status: string
  readonly payloadId: string
  readonly state: string
  /** When the next attempt is due, while there is one. */
  readonly dueAt?: string
  readonly deliveries: readonly DeliveryLine[]
}

export interface DeliveryLine {
  readonly at: string
  readonly url: string
  readonly status?: number
  readonly error?: string
  readonly ms: number
}

export interface MemberLine {
  readonly id: number
  /** The merchant's name. */
  readonly merchant: string
  readonly at: string
  readonly name: string
  readonly externalId: string
  /** Buyer, seller, or both. */
  readonly kind: string
  /** Where a seller's money goes. */
  readonly destination?: string
}

export interface WalletLine {
  readonly id: number
  readonly merchant: string
  /** Absent: the merchant's own. */
  readonly memberId?: number
  readonly balance: string
  readonly withdrawable?: string
  readonly currency: string
  /** Newest first. */
  readonly moves: readonly MoveLine[]
}

export interface MoveLine {
  readonly at: string
  readonly type: string
  readonly amount: string
}

export interface PayoutLine {
  readonly id: number
  readonly fileId: number
  readonly at: string
  /** Whose payout file it is. */
  readonly apiKey: string
  readonly type: string
  readonly fileStatus: string
  readonly payee: string
  readonly amount: string
  readonly currency: string
  readonly destination: string
  readonly bounceStatus: string
}

export interface TransferLine {
  readonly id: number
  readonly at: string
  readonly senderName: string
  readonly description: string
  readonly amount: string
  readonly currency: string
  /** Whether Craftgate has seen it. */
  readonly state: string
}

export interface ReportLine {
  readonly id: number
  readonly type: string
  readonly from: string
  readonly to: string
  readonly state: string
}

export interface RequestLine {
  /** The number of the call, where it was one of the API. */
  readonly exchangeId?: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly ms: number
  /** What the answer said was wrong, or the fault that ate it. */
  readonly note?: string
}

/** Switches that stay on until turned off. */
export const switchNames = [
  'dropCallbacks',
  'duplicateCallbacks',
  'dropWebhooks',
  'duplicateWebhooks',
  'reorderWebhooks',
  'pauseWebhooks',
] as const

export type SwitchName = (typeof switchNames)[number]

export interface ConsoleSwitches extends Readonly<Record<SwitchName, boolean>> {
  readonly nextPayment?: string
  readonly nextRefund?: string
  /** Faults waiting for their request, in words. */
  readonly faults: readonly string[]
}
