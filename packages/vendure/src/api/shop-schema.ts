import { parse } from 'graphql'

export const shopSchema = parse(/* GraphQL */ `
  input CreateCraftgateCheckoutInput {
    "The first eligible Craftgate method when absent"
    paymentMethodCode: String
    "An order of this customer that waits for an additional payment; the active order when absent"
    orderCode: String
    "One way to pay, by Craftgate's name (PAPARA, EDENRED …): payLink leads there without the payment page, where that can be"
    wayToPay: String
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

  input PlaceCraftgateOrderInput {
    "The first eligible method with the handler craftgate-offline when absent"
    paymentMethodCode: String
  }

  "The order was placed, and waits for its money"
  type CraftgateUnpaidOrder {
    "Names the attempt; keep it to ask for its status"
    reference: String!
    orderCode: String!
    "What is to be paid"
    amount: Money!
    currencyCode: CurrencyCode!
    "FUND_TRANSFER or CASH_ON_DELIVERY"
    method: String!
    "What the shop wants the shopper to read: IBAN, name of the account …"
    instructions: String
  }

  union PlaceCraftgateOrderResult =
      CraftgateUnpaidOrder
    | CraftgateCheckoutError
    | NoActiveOrderError
    | IneligiblePaymentMethodError
    | OrderStateTransitionError

  enum CraftgateCheckoutProblem {
    NOTHING_TO_PAY
    ORDER_NOT_PAYABLE
    SELLER_ORDER
    CURRENCY_NOT_SUPPORTED
    CHANNEL_NOT_CONFIGURED
    NO_PAYMENT_METHOD
    "Craftgate has no way to pay by this name, or none that can be opened alone"
    UNKNOWN_WAY_TO_PAY
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
    "Of an order that waits for a bank transfer or is paid on delivery: what the shop wants the shopper to read"
    instructions: String
  }

  "A card that the customer let Craftgate store"
  type CraftgateStoredCard {
    "Names the card in this shop; it says nothing at Craftgate"
    id: String!
    "What the customer calls it"
    alias: String
    lastFour: String
    cardFamily: String
    cardAssociation: String
    cardType: String
    bank: String
    "Two digits"
    expiryMonth: String
    "Four digits"
    expiryYear: String
    expired: Boolean!
  }

  "A customer's application for a shopping loan"
  type CraftgateLoan {
    reference: String!
    "Craftgate's name of the lender"
    lender: String!
    "The lender, as shoppers call it"
    label: String!
    "Decimal text, e.g. 1250.00"
    amount: String!
    currency: CurrencyCode!
    "applying, granted (the shop approves it next), paid, ended, returned, or unsettled (paid, and the shop decides)"
    state: String!
    appliedAt: DateTime!
  }

  "The wallet of a customer; amounts are decimal text, e.g. 250.00"
  type CraftgateWallet {
    balance: String!
    currency: CurrencyCode!
    "A page of 25"
    moves: [CraftgateWalletMove!]!
    "Of all moves"
    moveCount: Int!
  }

  type CraftgateWalletMove {
    at: DateTime
    "By Craftgate's name: PAYMENT_REDEEM, DEPOSIT_FROM_CARD, REFUND_TX_TO_WALLET, REMITTANCE …"
    type: String!
    "Below zero for money that left the wallet"
    amount: String!
  }

  "A page of Craftgate's on which a wallet is filled by card"
  type CraftgateTopUp {
    url: String!
    expiresAt: DateTime!
  }

  "What the instalments are of; the active order when neither variantId nor amount is named"
  input CraftgateInstallmentsInput {
    "One piece of it, at its price with tax"
    variantId: ID
    "Any amount; the answer is of that amount rounded to its first three digits"
    amount: Money
    "The first 6 to 8 digits of a card; every card family without them"
    bin: String
  }

  "All amounts are decimal text, e.g. 1249.90"
  type CraftgateInstallments {
    "What the instalments are of"
    price: String!
    currencyCode: CurrencyCode!
    tables: [CraftgateInstallmentTable!]!
  }

  "Instalments of one card family, or of one card"
  type CraftgateInstallmentTable {
    "Card family: Bonus, World, Axess, Maximum, Paraf …"
    cardFamily: String
    "Of one card only"
    bank: String
    cardAssociation: String
    cardType: String
    commercial: Boolean!
    "The payment must use 3D Secure"
    forceThreeDS: Boolean!
    "1 first"
    options: [CraftgateInstallmentOption!]!
  }

  type CraftgateInstallmentOption {
    "How many; 1 is a single payment"
    installment: Int!
    "What the shopper pays each month"
    each: String!
    "What the shopper pays in all"
    total: String!
    "What the shopper pays above the price; below zero where this is cheaper"
    interest: String!
    fundedBy: CraftgateInstallmentFunding!
  }

  enum CraftgateInstallmentFunding {
    "The shopper pays interest"
    SHOPPER
    "The shop pays: the shopper pays the price, or less"
    MERCHANT
    "A single payment of the price"
    NOBODY
  }

  extend type Query {
    "What the shopper would pay in instalments at the merchant of this channel"
    craftgateInstallments(input: CraftgateInstallmentsInput): CraftgateInstallments!
    "Cards that the customer who is logged in let Craftgate store, at the merchant of this channel; none for a guest"
    craftgateStoredCards: [CraftgateStoredCard!]!
    "The wallet of the customer who is logged in, at the merchant of this channel; null for a guest and for who has none. Pages of its moves count from 0"
    craftgateWallet(page: Int): CraftgateWallet
    "Applications for a shopping loan of the customer who is logged in, the newest first; none for a guest"
    craftgateLoans: [CraftgateLoan!]!
    "Status of an attempt; null when the reference is unknown"
    craftgateCheckout(reference: String!): CraftgateCheckoutStatus
  }

  extend type Mutation {
    """
    The pay link for the customer who is logged in, to be followed at once: for two minutes it proves that the customer opens
    it, so that the page offers and stores their cards. For storefronts whose login is no cookie of this server.
    """
    craftgatePayLink(reference: String!): String!
    "Gives a card of the customer who is logged in another name, of at most 50 letters"
    renameCraftgateStoredCard(id: String!, alias: String!): CraftgateStoredCard!
    "Makes Craftgate forget a card of the customer who is logged in"
    deleteCraftgateStoredCard(id: String!): Success!
    "The page on which the customer who is logged in fills the wallet, which is opened when there is none"
    topUpCraftgateWallet(amount: Money!): CraftgateTopUp!
    "Begins a payment: moves the order to ArrangingPayment and returns the link to the payment page"
    createCraftgateCheckout(input: CreateCraftgateCheckoutInput): CreateCraftgateCheckoutResult!
    "Places the active order unpaid: it is paid by bank transfer or on delivery"
    placeCraftgateOrder(input: PlaceCraftgateOrderInput): PlaceCraftgateOrderResult!
  }
`)
