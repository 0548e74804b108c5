// @craftgate-commerce/core: Craftgate payments without a framework, a database or a server.
// An adapter implements CommercePlatform, calls createCraftgateCommerce and mounts `handle`. What adapters are built with
// stands in `./adapter`, Craftgate's API in `./client`, a shop in memory and the port's contract in `./testing`.

export type {
  Alert,
  AlertChannel,
  AlertFetch,
  AlertRecord,
  AlertSource,
  AlertStore,
  Alerts,
  SeenKind,
} from './alerts'
export type { OrderSnapshot } from './basket'
export type {
  ApprovalRequest,
  BeginRequest,
  BeginResult,
  CaptureRequest,
  ClientInfo,
  CraftgateCommerce,
  OfflineRequest,
  OfflineResult,
  OperationRequest,
  OperationResult,
  ReconcilePart,
  ReconcileReport,
  RefundElsewhere,
  RefundPreview,
  RefundPreviewItem,
  RefundPreviewRequest,
  RefundRequest,
  ReviewDecision,
  SettleResult,
  UnexpectedRefund,
  UnexpectedRefundRequest,
  VoidRequest,
} from './commerce'
export { type CommerceDependencies, createCraftgateCommerce } from './create-craftgate-commerce'
export { CraftgateError, type CraftgateErrorKind } from './errors'
export type { Fraud } from './fraud'
export type {
  FraudCheck,
  FraudCheckPage,
  FraudCheckQuery,
  FraudCheckStatus,
} from './fraud/fraud-checks'
export type { FraudRule, FraudRulePage } from './fraud/fraud-rules'
export type { FraudValue, FraudValueList, FraudValueType, NewFraudValue } from './fraud/value-lists'
export type { InstallmentQuestion, InstallmentTable } from './installments/installments'
export type {
  FoundLinkPayment,
  LinkPaymentState,
  LinkPayments,
  NamedLinkPayment,
} from './links/link-payments'
export type {
  LinkPayment,
  NewPaymentLink,
  PaymentLink,
  PaymentLinks,
  PaymentLinkTerms,
} from './links/payment-links'
export type { LoanLimit, LoanLimitCode, LoanLimitQuestion } from './loans/loan-limit'
export type { LoanOffer, LoanOfferQuestion } from './loans/loan-offers'
export type { BankPlans, LoanPlan } from './loans/loan-plans'
export type { Logger } from './logger'
export type {
  BouncedPayout,
  Deliveries,
  Delivery,
  FileStatus,
  Marketplace,
  PaidTransaction,
  PayoutAccount,
  PayoutRow,
  SaleShare,
  SettlementType,
  StillBounced,
} from './marketplace'
export type {
  CustomerDetails,
  CustomerMembers,
  CustomerRef,
  Member,
  MemberFacts,
  MemberPage,
  MemberSearch,
  Members,
  MemberType,
  NewMember,
} from './members'
export type { Localized } from './messages/localized'
export type { SetupCode, SetupStatus } from './messages/setup'
export { type CurrencyCode, fromDecimal, type Money, money, toDecimal } from './money'
export type { CraftgateOptions, MerchantOptions } from './options/options'
export type { DeclinedPayment } from './payment/declined-payments'
export type { PaymentFacts, PaymentOutcome } from './payment/outcome'
export type {
  ApplyResult,
  CheckoutQuery,
  CheckoutRecord,
  CheckoutState,
  CommercePlatform,
  FailedRefundQuery,
  OperationKind,
  OperationStep,
  PaymentOperation,
  PaymentRef,
  PaymentStanding,
  RetentionStore,
  SalesEntry,
  SalesEntryKind,
  SalesStore,
  TakenEntry,
  TakenQuery,
} from './platform'
export type { LateOperation } from './reconcile/late-operations'
export type { RefusedRefund } from './reconcile/refused-refunds'
export {
  type ComparedDay,
  type DayDifference,
  type ReportFile,
  type ReportFormat,
  type ReportKind,
  type Reports,
  readTimeOfDay,
  type TimeOfDay,
} from './reports'
export type { RetentionOptions, RetentionPart, RetentionReport } from './retention'
export type { Setup } from './setup'
export type { ConnectionFacts } from './setup/connection'
export type { SetupCheckName, SetupFinding } from './setup/finding'
export {
  type InspectionParts,
  inspectSetup,
  type SetupInspection,
  type SetupQuery,
} from './setup/inspect-setup'
export type { MerchantPos, PosStatus } from './setup/merchant-pos'
export type { CommissionChange, PosCommission } from './setup/pos-commissions'
export type { CardOwner, StoredCard } from './stored-cards/stored-cards'
export type { Match as TransferMatch } from './transfers/match'
export type { IncomingTransfer, RefusedPart as RefusedTransferPart, Transfers } from './transfers/transfers'
export type { TopUpPage } from './wallets/top-up'
export type { MoveType, Wallet, WalletMove, WalletMovePage, Withdraw, WithdrawPage } from './wallets/wallet'
export type { WalletOperation, WalletOperationKind, WalletOperationStore } from './wallets/wallet-operation'
export type { WalletResult, Wallets } from './wallets/wallets'
