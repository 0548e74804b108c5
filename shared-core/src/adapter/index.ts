// @craftgate-commerce/core/adapter: what an adapter is built with. Options that name a merchant and a way back to the shop,
// one money call at a time for a payment, how an outcome moves a shop's order, rows, views, and Node's HTTP. What a shop
// calls an order, a lock or a payment stays its own.

/** The zod that `craftgateOptions` is made with: an adapter extends those options with this one. */
export { z } from 'zod'
export { accountOf, accountsEverOf, merchantOf } from '../account'
export { cachedAnswers } from '../answer-cache'
export type {
  Basket,
  BasketItem,
  Buyer,
  DroppedRow,
  DropReason,
  SnapshotCharge,
  SnapshotLine,
  SnapshotReduction,
} from '../basket'
export { nothingToPay, toBasket } from '../basket'
export { type LoanState, loanStateOf, waitsForLoanApproval } from '../checkout/loan'
export { isForfeited, isTaken } from '../checkout/record'
export { waitsForCancellation, waitsForReview } from '../checkout/rejection'
export { walletOf } from '../checkout/wallet'
export type { StartResult } from '../commerce'
export type { Delivery, MayRetry } from '../errors'
export { FRAUD_VALUE_TYPES } from '../fraud/value-lists'
export {
  type CallbackFields,
  callbackMeans,
  equalInConstantTime,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from '../http'
export { qrCode } from '../http/qr-code'
export { parseWebhook, webhookSignature } from '../http/webhook'
export { WEBHOOK_EVENT_TYPES, type WebhookEvent } from '../http/webhook-events'
export type { InstallmentOption } from '../installments/installments'
export { KeyedMutex } from '../keyed-mutex'
export { logError, silentLogger } from '../logger'
export { MEMBER_TYPES } from '../members/member'
export { wrongMemberFields } from '../members/member-rules'
export { notWholeAmount } from '../messages/amount-errors'
export { amountIn } from '../messages/amounts'
export { sentenceIn } from '../messages/localized'
export { MEMBER_FIELDS, type MemberField } from '../messages/members'
export { noteIn } from '../messages/note-in'
export { NOTE_PATTERNS, type WaitsFor } from '../messages/waits-for'
export {
  isMethod,
  isOutside,
  isStartable,
  knownMethods,
  type MethodName,
  type OfflineMethod,
  offlineMethodOf,
  PAYMENT_METHODS,
  paymentMethod,
  STARTABLE_METHODS,
  withoutPreAuthorization,
} from '../methods'
export {
  add,
  allocate,
  CURRENCIES,
  compare,
  exponentOf,
  InvalidMoneyError,
  isCurrency,
  isZero,
  MAX_MINOR,
  proportion,
  sameMoney,
  subtract,
  sum,
  toWireNumber,
} from '../money'
export {
  capturedPrice,
  destinationOf as refundDestinationOf,
  movedOf,
  operationKeyOf,
  pendingReason,
  type RefundToName,
  refundIdsOf,
  refundKeyOf,
  resultOf,
} from '../operations'
export { checkoutOptions, paymentMethods, requireEnabled, wayToPay } from '../options/checkout-options'
export { craftgateOptions, merchantOptions, signingSecret } from '../options/options'
export { parseConfiguration, parseOptions, withRules } from '../options/parse-configuration'
export { type Interest, interestOf, isHeld, paymentIdsOf } from '../payment'
export { declinedPaymentsOf } from '../payment/declined-payments'
export type {
  CardFacts,
  Difference,
  ErrorFacts,
  HeldOutcome,
  TransactionFacts,
} from '../payment/outcome'
export { alertOfRow, type StoredAlert, toAlertRow } from '../persistence/alert-rows'
export {
  type CheckoutPage,
  type CheckoutsAsked,
  type CheckoutTable,
  checkoutPage,
} from '../persistence/checkout-page'
export type { ListPlace } from '../persistence/leading-filter'
export type { StoredMoney } from '../persistence/money-row'
export {
  checkoutOfRow,
  operationOfRow,
  type StoredCheckout,
  type StoredOperation,
  type StoredWalletOperation,
  toCheckoutRow,
  toOperationRow,
  toWalletOperationRow,
  walletOperationOfRow,
} from '../persistence/rows'
export {
  PAGE_SIZE,
  paginate,
  StoredPlatform,
  type Stores,
  saveWithOptimisticLock,
  type VersionedWrites,
} from '../persistence/stored-platform'
export { type StoredTransfer, toTransferRow, transferOfRow } from '../persistence/transfer-rows'
export type {
  DeferredRequest,
  RefundDestination,
  TransferStore,
  WaitingOrder,
  WaitingQuery,
} from '../platform'
export { isTooManyRequests, limitPerAddress } from '../rate-limit'
export { applyRetention, deleteOld, PART_OF_A_REQUEST, retentionOptions } from '../retention'
export {
  FIGURE_COLUMNS,
  MOST_ENTRIES,
  readFigures,
  readTaken,
  type SalesFigures,
  type SalesRow,
  type SalesTable,
  type SettlementEntries,
  type SettlementEntry,
  type SettlementFigures,
  settlementEntries,
  takenEntryOf,
  toSalesRow,
} from '../sales'
export { POS_STATUSES } from '../setup/merchant-pos'
export { deleteCardsOf, deleteOwnCard, findOwnCard, type OwnCard } from '../stored-cards/own-cards'
export { cardId } from '../stored-cards/stored-cards'
export {
  amountOnGrid,
  answerStorefront,
  type CheckoutEntry,
  isBin,
  type PriceSubject,
  priceOnGrid,
  type ShopperPayment,
  type ShopperProblem,
  type StorefrontCustomer,
  StorefrontError,
  type StorefrontExchange,
  type StorefrontShop,
  type SubjectPrice,
  shopperProblem,
  storefrontProblem,
} from '../storefront'
export type { TransferRecord } from '../transfers/transfer-record'
export { type OwnMove, type OwnWallet, ownWallet, topUpOwnWallet } from '../wallets/own-wallets'
export { isRefundableMove } from '../wallets/wallet'
export {
  applyOutcome,
  followPayment,
  isRefundScheduled,
  KnownOutcomes,
  type OutcomeHandlers,
} from './apply-outcome'
export { buyerHistory, HISTORY_SIZE, type PostalAddress } from './buyer-history'
export {
  buildReturnUrl,
  defaultMerchantOf,
  fillReturnTemplate,
  isReturnTemplate,
  originOfTemplate,
  type ReturnOutcome,
  type ReturnUrl,
  requireMerchant,
  requireReturnOrigin,
  returnOriginsOf,
  returnOutcome,
  returnUrlOption,
} from './merchant-return-options'
export { LOAN_METHODS, type OwnLoan, type OwnLoanState, ownLoans } from './own-loans'
export { type DatabaseLock, PaymentLock } from './payment-lock'
export {
  itemsView,
  merchantPaymentView,
  operationView,
  type ShopperOutcome,
  shopperOutcome,
  shopperPaymentView,
  transactionViews,
} from './payment-views'
export { type SellerOf, sellerOfOption, withSellers } from './sellers'
export {
  type NodeExchange,
  type NodeRequest,
  type NodeResponse,
  sendWebResponse,
  serveNode,
  toWebRequest,
} from './serve-node'
export { isGivenBackByCraftgate, isUnexpected, waitsForRefund } from './unexpected-payment'
