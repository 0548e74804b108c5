import { parse } from 'graphql'

export const shopSchema = parse(/* GraphQL */ `
  input CreateCraftgateCheckoutInput {
    "The first eligible Craftgate method when absent"
    paymentMethodCode: String
    "An order of this customer that waits for an additional payment; the active order when absent"
    orderCode: String
  }

  "An attempt to pay. Send the browser to payLink."
  type CraftgateCheckout {
    "Names the attempt; keep it to ask for its status"
    reference: String!
    "Signed, absolute URL of the payment page"
    payLink: String!
    orderCode: String!
    "What is left to pay of the order"
    amount: Money!
    "What is charged more than amount (or less: negative), because the currency has no smaller unit; 0 as a rule"
    rounding: Money!
    currencyCode: CurrencyCode!
  }

  enum CraftgateCheckoutProblem {
    NOTHING_TO_PAY
    ORDER_NOT_PAYABLE
    SELLER_ORDER
    CURRENCY_NOT_SUPPORTED
    CHANNEL_NOT_CONFIGURED
    NO_PAYMENT_METHOD
  }

  type CraftgateCheckoutError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
    reason: CraftgateCheckoutProblem!
  }

  union CreateCraftgateCheckoutResult =
      CraftgateCheckout
    | CraftgateCheckoutError
    | NoActiveOrderError
    | IneligiblePaymentMethodError
    | OrderStateTransitionError

  enum CraftgateCheckoutOutcome {
    "Not paid yet, or not known to be"
    WAITING
    PAID
    "Blocked on the card, taken later"
    AUTHORIZED
    "Held by a fraud review"
    IN_REVIEW
    "The last payment was declined; the shopper may try again"
    DECLINED
    EXPIRED
    "Paid, but the order could not take it any more: the money goes back"
    REFUNDING
    REFUNDED
    "Paid, but the order could not take it any more: the shop decides"
    NEEDS_REVIEW
  }

  type CraftgateCheckoutStatus {
    reference: String!
    outcome: CraftgateCheckoutOutcome!
    "For the customer of the order and the session that began the attempt; null for everybody else who holds the reference"
    orderCode: String
    amount: Money!
    currencyCode: CurrencyCode!
    "Why the last payment was declined, in the language of the request"
    declineMessage: String
    "Craftgate error group, e.g. NOT_SUFFICIENT_FUNDS"
    errorGroup: String
    installment: Int
    "What the card is charged, decimal text, e.g. 1249.90"
    paidPrice: String
    "Instalment interest in paidPrice, decimal text; null when there is none"
    interest: String
    "How it was paid, by Craftgate's name: CARD, PAPARA …"
    method: String
    "How it was paid, for people, in the language of the request: Papara, Bonus Visa •••• 0002"
    paidWith: String
    "The part of paidPrice that was paid in points of the card, decimal text"
    pointsUsed: String
    "The part of paidPrice that the shopper's wallet at Craftgate paid, decimal text"
    walletShare: String
    "Card family: Bonus, World, Axess, Maximum, Paraf …"
    cardFamily: String
    cardAssociation: String
    lastFour: String
    threeDS: Boolean
  }

  extend type Query {
    "Status of an attempt; null when the reference is unknown"
    craftgateCheckout(reference: String!): CraftgateCheckoutStatus
  }

  extend type Mutation {
    "Begins a payment: moves the order to ArrangingPayment and returns the link to the payment page"
    createCraftgateCheckout(input: CreateCraftgateCheckoutInput): CreateCraftgateCheckoutResult!
  }
`)
