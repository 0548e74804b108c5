import type { CheckoutView, OrderView, SessionView, TransactionView } from '../api/views'
import type { ActiveFault, FaultInput, GraphQLRequest } from '../context/graphql-calls'
import type { PaymentSettings } from '../context/shop-state'
import type { Violation } from '../context/violation'
import type { Certificate, SessionAnswer, SessionKind } from '../session-delivery/post-session'
import type { WebhookResult } from '../webhooks/deliver-webhook'
import type { PrivacyCustomer, PrivacyTopic } from '../webhooks/topics'

/** A session request that no merchant or buyer caused. */
export interface RawSession {
  readonly kind: SessionKind
  /** Sent as it is when it is text, as JSON otherwise. Default: a samplePaymentBody payment session. */
  readonly body?: unknown
  /** Stronger than Shopify's own headers. */
  readonly headers?: Readonly<Record<string, string>>
  /** Default: the first shop. */
  readonly shop?: string
  readonly certificate?: Certificate
  /** How long an answer may take; default as for every session request. */
  readonly timeoutMs?: number
}

/** Final states that a session, payment or other, has reached; more than one is a bug of the emulator itself. */
export interface FinalStates {
  readonly gid: string
  readonly kind: 'payment' | 'refund' | 'capture' | 'void'
  readonly states: readonly ('resolved' | 'rejected')[]
}

/** What a test may do that no merchant could. The same operations are served under `/control` for other processes. */
export interface ShopifyControl {
  readonly faults: {
    /** Makes the next matching GraphQL calls go wrong. Throws ZodError when it makes no sense. */
    add(fault: FaultInput): void
    list(): readonly ActiveFault[]
    clear(): void
  }
  /** Every GraphQL connection is cut, until `up`. */
  down(): void
  up(): void
  readonly sessionRequests: {
    /** Every try is made so often, in parallel; 1 is what Shopify does. */
    duplicate(times: number): void
    /** The next so many answers are thrown away as if they had come too late, and the request is repeated. */
    slow(options?: { readonly answerIgnored?: true; readonly times?: number }): void
    /** One request without, or with somebody else's, client certificate; the status, 0 when the connection failed. */
    withoutCertificate(request?: Partial<RawSession>): Promise<number>
    withForeignCertificate(request?: Partial<RawSession>): Promise<number>
  }
  /** One request, exactly as given, once. */
  sendSession(request: RawSession): Promise<SessionAnswer>
  /** The request of a known session once more, as if Shopify had forgotten that it was answered. Throws for no session. */
  resendSession(gid: string): Promise<SessionAnswer>
  sessions(): readonly SessionView[]
  transactions(): readonly TransactionView[]
  checkouts(): readonly CheckoutView[]
  orders(): readonly OrderView[]
  violations(): readonly Violation[]
  /** GraphQL calls of the app, oldest first. */
  requests(): readonly GraphQLRequest[]
  /** Of every session that has one. */
  finalStates(): readonly FinalStates[]
  installed(shop: string): boolean
  /** What the merchant sets on the payment settings page. */
  settings(shop: string, change?: Partial<PaymentSettings>): PaymentSettings
  /** Access tokens of the shop expire now; refresh tokens stay. */
  expireTokens(shop: string): void
  /** Resolves when the app has received of it, or no try reached it. */
  uninstall(shop: string): Promise<WebhookResult>
  sendPrivacyWebhook(shop: string, topic: PrivacyTopic, customer?: PrivacyCustomer): Promise<WebhookResult>
  /** No fault is active any more. Sessions, orders and violations stay. */
  reset(): void
}
