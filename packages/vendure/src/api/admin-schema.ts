import { parse } from 'graphql'

export const adminSchema = parse(/* GraphQL */ `
  type CraftgateTransaction {
    id: Int!
    "The basket item: line-…, shipping-… or fee-…"
    externalId: String
    price: String!
    paidPrice: String!
    "What can still be refunded of it, in the order's price"
    refundable: String!
    status: String
  }

  "A payment operation (capture, void or refund) as it was written down. Amounts are decimal text."
  type CraftgateOperation {
    key: String!
    kind: String!
    "planned, unknown, waiting, done or failed"
    state: String!
    "In the order's price"
    amount: String!
    "What was asked of Craftgate: what the card gets or gives, with its share of the instalment interest; null until that is planned"
    cardAmount: String
    cancelled: Boolean
    refundIds: String!
    errorCode: String
    errorMessage: String
    "The words of the bank or provider itself"
    providerErrorCode: String
    providerErrorMessage: String
    createdAt: DateTime!
    updatedAt: DateTime!
  }

  "A try to pay that was declined, as Craftgate tells it"
  type CraftgateDeclinedPayment {
    at: DateTime
    "What the card should have been charged, decimal text"
    amount: String!
    currencyCode: CurrencyCode!
    "Bank and last digits of the card, as far as they are known"
    card: String!
    "What happened and where to look, in the language that is asked for"
    reason: String!
    "Craftgate's error group, or its code"
    code: String!
  }

  "What a refund would give back. Amounts are decimal text; null where it cannot be made"
  type CraftgateRefundPreview {
    "In the order's price"
    price: String
    "What the shopper gets in all, with its share of the instalment interest"
    cardAmount: String
    "What of it goes back into the shopper's wallet; null when nothing does"
    walletAmount: String
    "Why no such refund can be made, for the merchant; null when it can"
    refusal: String
  }

  "The payment as Craftgate has it now. Amounts are decimal text."
  type CraftgatePayment {
    craftgatePaymentId: Int!
    currencyCode: CurrencyCode!
    price: String!
    paidPrice: String!
    "Instalment interest that the shopper pays; null when there is none"
    interest: String
    "What a merchant-funded campaign takes off; null when there is none"
    campaign: String
    installment: Int!
    phase: String!
    threeDS: Boolean!
    "Craftgate's name: CARD, PAPARA …"
    method: String
    "How it was paid, for people, in the language of the request"
    paidWith: String!
    "Who took the money, in Craftgate's word: BANK, PAPARA …"
    provider: String
    "The bank whose app it was paid in"
    bankApp: String
    pointsUsed: String
    walletShare: String
    "What the bank keeps of what the card was charged; null where Craftgate does not tell it, and before a capture"
    bankCommission: String
    "Per cent"
    bankCommissionRate: String
    "Per cent of the price that the shopper pays on top"
    merchantCommissionRate: String
    "What the bank pays: what the card was charged less its commission, before anything is refunded"
    expectedPayout: String
    "What of it is the sellers' of a marketplace"
    sellerShares: String
    "When the bank pays it"
    blockageResolvedAt: DateTime
    fraudScore: Float
    cardFamily: String
    cardAssociation: String
    cardType: String
    bank: String
    bin: String
    lastFour: String
    pos: String
    fraud: String
    authCode: String
    transactions: [CraftgateTransaction!]!
    operations: [CraftgateOperation!]!
    checkout: CraftgateCheckout
  }

  "What a payment of the order that was split comes to for one seller's order. Amounts are decimal text, of this seller's goods alone, without shipping"
  type CraftgateSellerPayment {
    "Of the payment: Authorized or Settled"
    state: String!
    currencyCode: CurrencyCode!
    "What these goods cost"
    price: String!
    "What went back of it"
    refunded: String!
    refundable: String!
    "What the seller was promised of the price when it was paid; null where it is nobody's at Craftgate"
    share: String
    "The order that was split; null, as all below, in another channel than it was sold in"
    aggregateOrderId: ID
    aggregateOrderCode: String
    "Its payment, to be refunded with refundOrder and lines of the order that was split"
    paymentId: ID
    "For craftgatePanelLink: the page of the payment"
    panelPath: String
    "For craftgatePanelLink: the refund page with all that is left of these goods chosen; null when nothing is, or without the permissions WriteCraftgate and UpdateOrder"
    refundPath: String
  }

  "One attempt to pay"
  type CraftgateCheckout implements Node {
    id: ID!
    createdAt: DateTime!
    updatedAt: DateTime!
    recordId: String!
    reference: String!
    attempt: Int!
    "Merchant and environment, e.g. main:live; payment ids are numbered in it"
    account: String!
    "Id of the order"
    order: ID!
    orderCode: String!
    phase: String!
    "created, open, review, authorized, captured, expired, refunding, refunded or needs-review"
    state: String!
    "What had to be paid, decimal text"
    price: String!
    currency: String!
    "The first of paymentIds, which the order's payment names"
    paymentId: Int
    paymentIds: [Int!]!
    startedAt: DateTime!
    changedAt: DateTime!
    expiresAt: DateTime
    "FUND_TRANSFER or CASH_ON_DELIVERY, of an order that was placed unpaid"
    offlineMethod: String
    "The last thing that happened, in the language that is asked for, else the request's: tr, or English in every other; filters find it by its English"
    note: String
  }

  type CraftgateCheckoutList implements PaginatedList {
    items: [CraftgateCheckout!]!
    "Counted up to 10,000"
    totalItems: Int!
  }

  input CraftgateCheckoutListOptions

  type CraftgateRetentionReport {
    "Rows that were deleted: attempts that were paid"
    paid: Int!
    "Attempts that expired unpaid"
    unpaid: Int!
    "Handled webhooks"
    webhooks: Int!
  }

  type CraftgateReconcileReport {
    checkouts: Int!
    operations: Int!
    problems: [String!]!
    "Of a part: where the next one begins; null when nothing is left"
    next: String
  }

  "What became of money that came by bank transfer or on delivery"
  type CraftgateRecording {
    "done: recorded at Craftgate and the order is paid. unknown: sent, and its end comes by itself. failed: nothing was recorded, see message"
    state: String!
    errorCode: String
    message: String
    checkout: CraftgateCheckout
  }

  "Something that waits for a person"
  type CraftgateAttentionKind {
    "needs-review, late-operations, review, loans, returning …"
    kind: String!
    title: String!
    count: Int!
  }

  type CraftgateAttention {
    count: Int!
    "The worst first; without those of which nothing waits"
    kinds: [CraftgateAttentionKind!]!
  }

  input CaptureCraftgatePaymentInput {
    paymentId: ID!
    "Less than was authorized, or more within the margin of the bank"
    amount: Money!
  }

  extend type Query {
    "What Craftgate knows of a payment; null for a payment of another provider. language: of the words for people, tr or en; the request's when absent"
    craftgatePayment(paymentId: ID!, language: LanguageCode): CraftgatePayment
    "Captures, voids and refunds of a payment as the shop wrote them down, oldest first, also when Craftgate cannot be asked"
    craftgateOperations(paymentId: ID!, language: LanguageCode): [CraftgateOperation!]!
    "What was declined before this order was paid or given up, oldest first; empty while Craftgate cannot be asked. paymentId: any Craftgate payment of the order"
    craftgateDeclinedPayments(paymentId: ID!, language: LanguageCode): [CraftgateDeclinedPayment!]!
    "What refundOrder with this amount would give back, without doing it; null for a payment of another provider"
    craftgateRefundPreview(paymentId: ID!, amount: Money!, language: LanguageCode): CraftgateRefundPreview
    "Of a seller's order: the payments of the order that was split, oldest first; empty for every other order, and where Craftgate took none of the money"
    craftgateSellerPayments(orderId: ID!): [CraftgateSellerPayment!]!
    "Attempts to pay in this channel; state refunding, refunded or needs-review finds money that no order could take"
    craftgateCheckouts(options: CraftgateCheckoutListOptions, language: LanguageCode): CraftgateCheckoutList!
    "What waits for a person in this channel; the panel's page /attention has each of it"
    craftgateAttention(language: LanguageCode): CraftgateAttention!
    "IANA name of the zone whose clock the shop goes by, of the option timeZone"
    craftgateTimeZone: String!
  }

  extend type Mutation {
    "Asks Craftgate about one attempt and moves the order by the answer"
    settleCraftgateCheckout(reference: String!): CraftgateCheckout
    "Captures a pre-authorized payment with another amount; the payment's amount becomes what was captured"
    captureCraftgatePayment(input: CaptureCraftgatePaymentInput!): SettlePaymentResult!
    "The money of an order in AwaitingFunds came: records what the order owes at Craftgate, once, and settles the order"
    recordCraftgatePayment(orderCode: String!): CraftgateRecording!
    "A link that lets this administrator into the merchant's panel, once, within a minute; path: the page that it opens, e.g. /payments/…"
    craftgatePanelLink(path: String): String!
    "Approves a loan that its lender granted and that waits for the merchant (option checkout.loanApproval), and settles the order; null for an attempt of another channel"
    approveCraftgateLoan(reference: String!): CraftgateCheckout
    "Asks Craftgate about everything that no callback or webhook reported. With after, a part of it: empty for the first, and next of an answer for the next one"
    craftgateReconcile(after: String): CraftgateReconcileReport!
    "Deletes a part of what is older than the option retention keeps it, of all channels; ask again until it answers zeros"
    craftgateApplyRetention: CraftgateRetentionReport!
  }
`)
