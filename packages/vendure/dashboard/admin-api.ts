// What this extension asks of Vendure's Admin API. Amounts in answers are decimal text, in input as Vendure stores them.
import { api } from '@vendure/dashboard'

export type Decimal = `${number}`

/** A capture, void or refund, written down before it was sent. */
export interface Operation {
  readonly key: string
  readonly kind: 'capture' | 'void' | 'refund' | 'record'
  readonly state: 'planned' | 'unknown' | 'waiting' | 'done' | 'failed'
  readonly amount: Decimal
  /** What the card gets or gives. */
  readonly cardAmount: Decimal | null
  readonly cancelled: boolean | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly createdAt: string
}

/** What Craftgate says of a payment now. */
export interface Payment {
  readonly craftgatePaymentId: number
  readonly currencyCode: string
  readonly price: Decimal
  readonly paidPrice: Decimal
  readonly interest: Decimal | null
  readonly campaign: Decimal | null
  readonly installment: number
  readonly threeDS: boolean
  readonly paidWith: string
  readonly provider: string | null
  readonly bankApp: string | null
  readonly pointsUsed: Decimal | null
  readonly walletShare: Decimal | null
  readonly bankCommission: Decimal | null
  readonly bankCommissionRate: Decimal | null
  readonly expectedPayout: Decimal | null
  readonly sellerShares: Decimal | null
  readonly blockageResolvedAt: string | null
  readonly fraud: 'REVIEW' | 'BLOCK' | null
  readonly fraudScore: number | null
  readonly bank: string | null
  readonly pos: string | null
  readonly authCode: string | null
  readonly transactions: readonly { readonly refundable: Decimal }[]
  readonly checkout: { readonly startedAt: string } | null
}

const PAYMENT = `query CraftgatePayment($paymentId: ID!, $language: LanguageCode!) {
  craftgatePayment(paymentId: $paymentId, language: $language) {
    craftgatePaymentId currencyCode price paidPrice interest campaign installment threeDS paidWith provider bankApp
    pointsUsed walletShare bankCommission bankCommissionRate expectedPayout sellerShares blockageResolvedAt fraud fraudScore bank pos authCode transactions { refundable } checkout { startedAt }
  }
}`

/** Null for a payment that no attempt of the shop's led to. */
export async function fetchPayment(paymentId: string, language: string): Promise<Payment | null> {
  const answer = await api.query<{ craftgatePayment: Payment | null }>(PAYMENT, { paymentId, language })
  return answer.craftgatePayment
}

const OPERATIONS = `query CraftgateOperations($paymentId: ID!, $language: LanguageCode!) {
  craftgateOperations(paymentId: $paymentId, language: $language) {
    key kind state amount cardAmount cancelled errorCode errorMessage createdAt
  }
}`

/** Oldest first. */
export async function fetchOperations(paymentId: string, language: string): Promise<readonly Operation[]> {
  const variables = { paymentId, language }
  const answer = await api.query<{ craftgateOperations: readonly Operation[] }>(OPERATIONS, variables)
  return answer.craftgateOperations
}

/** A try to pay that was declined, as Craftgate tells it. */
export interface DeclinedPayment {
  readonly at: string | null
  readonly amount: Decimal
  readonly currencyCode: string
  /** Bank and last digits; empty when neither is known. */
  readonly card: string
  readonly reason: string
  readonly code: string
}

const DECLINED = `query CraftgateDeclinedPayments($paymentId: ID!, $language: LanguageCode!) {
  craftgateDeclinedPayments(paymentId: $paymentId, language: $language) { at amount currencyCode card reason code }
}`

/** Of the whole order, oldest first. */
export async function fetchDeclinedPayments(
  paymentId: string,
  language: string,
): Promise<readonly DeclinedPayment[]> {
  const variables = { paymentId, language }
  const answer = await api.query<{ craftgateDeclinedPayments: readonly DeclinedPayment[] }>(
    DECLINED,
    variables,
  )
  return answer.craftgateDeclinedPayments
}

/** What a payment of the order that was split comes to for one seller's goods. */
export interface SellerPayment {
  readonly state: 'Authorized' | 'Settled'
  readonly currencyCode: string
  readonly price: Decimal
  readonly refunded: Decimal
  readonly refundable: Decimal
  readonly share: Decimal | null
  /** Null, as all below, in another channel than it was sold in. */
  readonly aggregateOrderId: string | null
  readonly aggregateOrderCode: string | null
  readonly panelPath: string | null
  /** Null when nothing is left, or for whoever may not refund. */
  readonly refundPath: string | null
}

const SELLER_PAYMENTS = `query CraftgateSellerPayments($orderId: ID!) {
  craftgateSellerPayments(orderId: $orderId) {
    state currencyCode price refunded refundable share aggregateOrderId aggregateOrderCode panelPath refundPath
  }
}`

/** Oldest first. */
export async function fetchSellerPayments(orderId: string): Promise<readonly SellerPayment[]> {
  const answer = await api.query<{ craftgateSellerPayments: readonly SellerPayment[] }>(SELLER_PAYMENTS, {
    orderId,
  })
  return answer.craftgateSellerPayments
}

/** IANA name of the zone whose clock the shop goes by. */
export async function fetchTimeZone(): Promise<string> {
  const answer = await api.query<{ craftgateTimeZone: string }>('query { craftgateTimeZone }')
  return answer.craftgateTimeZone
}

/** What waits for a person. */
export interface Attention {
  readonly count: number
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[]
}

const ATTENTION = `query CraftgateAttention($language: LanguageCode) {
  craftgateAttention(language: $language) { count kinds { kind title count } }
}`

/** `language`: of the titles. */
export async function fetchAttention(language?: string): Promise<Attention> {
  const answer = await api.query<{ craftgateAttention: Attention }>(ATTENTION, { language })
  return answer.craftgateAttention
}

/** What a refund would give back; `refusal`: why it cannot be made. */
export interface RefundPreview {
  readonly cardAmount: Decimal | null
  readonly walletAmount: Decimal | null
  readonly refusal: string | null
}

const PREVIEW = `query PreviewCraftgateRefund($paymentId: ID!, $amount: Money!, $language: LanguageCode!) {
  craftgateRefundPreview(paymentId: $paymentId, amount: $amount, language: $language) { cardAmount walletAmount refusal }
}`

/** `amount`: as Vendure stores it. */
export async function previewRefund(
  paymentId: string,
  amount: number,
  language: string,
): Promise<RefundPreview | null> {
  const variables = { paymentId, amount, language }
  const answer = await api.query<{ craftgateRefundPreview: RefundPreview | null }>(PREVIEW, variables)
  return answer.craftgateRefundPreview
}

/** What a mutation of Vendure's answers: the thing itself, or an error result with its reason. */
interface Outcome {
  readonly __typename: string
  readonly state?: string
  readonly metadata?: { readonly reason?: string }
  readonly message?: string
  readonly paymentErrorMessage?: string
}

async function change(mutation: string, variables: object): Promise<Outcome> {
  const { outcome } = (await api.mutate(mutation, variables)) as { readonly outcome: Outcome }
  const { message, paymentErrorMessage } = outcome
  if (message !== undefined) throw new Error(paymentErrorMessage ?? message)
  return outcome
}

const ASK = `mutation AskCraftgateAgain($reference: String!) {
  settleCraftgateCheckout(reference: $reference) { state }
}`

/** Rejects with what is wrong. */
export const askAgain = (reference: string) => api.mutate(ASK, { reference })

const CAPTURE = `mutation CaptureCraftgatePayment($input: CaptureCraftgatePaymentInput!) {
  outcome: captureCraftgatePayment(input: $input) {
    __typename
    ... on ErrorResult { message }
    ... on SettlePaymentError { paymentErrorMessage }
  }
}`

/** Rejects with what is wrong. */
export const capture = (paymentId: string, amount: number) =>
  change(CAPTURE, { input: { paymentId, amount } })

const REFUND = `mutation RefundCraftgatePayment($input: RefundOrderInput!) {
  outcome: refundOrder(input: $input) {
    __typename
    ... on Refund { state metadata }
    ... on ErrorResult { message }
  }
}`

/** By Vendure's own mutation, so the refund stands on the order. Rejects with what is wrong. */
export async function refund(paymentId: string, amount: number, reason: string): Promise<void> {
  const nothingElse = { lines: [], shipping: 0, adjustment: 0 }
  const { state, metadata } = await change(REFUND, { input: { paymentId, amount, reason, ...nothingElse } })
  if (state === 'Failed') throw new Error(metadata?.reason ?? state)
}

const PANEL_LINK = 'mutation OpenCraftgatePanel($path: String) { craftgatePanelLink(path: $path) }'

/** Lets whoever opens it into the merchant's panel, once. `path`: of the panel, as /payments/… */
export async function fetchPanelLink(path: string): Promise<string> {
  const answer = (await api.mutate(PANEL_LINK, { path })) as { readonly craftgatePanelLink: string }
  return answer.craftgatePanelLink
}
