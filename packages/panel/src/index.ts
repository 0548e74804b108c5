// @craftgate-commerce/panel: the merchant's pages. An adapter implements PanelHost, makes the panel and mounts `handle`.
export { alertSource } from './attention/alert-source'
export { type AttentionSummary, attentionOf } from './attention/attention'
export { MOST_SHOWN } from './attention/kind'
export { createPanel, type Panel } from './create-panel'
export { audit } from './http/audit'
export { panelLink } from './login/panel-links'
export {
  ALL_PERMISSIONS,
  type AmountRange,
  type AuditAction,
  type AuditEntry,
  type AuditLog,
  type AuditQuery,
  type KeptAuditEntry,
  type LinkLogin,
  type MoneyElsewhere,
  type MoneyResult,
  type OwnAttention,
  type PanelCommerce,
  type PanelEvent,
  type PanelHost,
  type PanelLinkStore,
  type PanelMoney,
  type PanelOrder,
  type PanelPayment,
  type PanelPaymentDetail,
  type PanelPayments,
  type PanelPermission,
  type PanelRefund,
  type PanelSite,
  type PanelUser,
  type PaymentPage,
  type PaymentQuery,
  type RefundedItem,
  type ShopFacts,
  type SoldItem,
  type Standing,
} from './panel-host'
export { type OrderMoney, type PanelRecords, panelPayments } from './panel-records'
export { paymentNumberOf } from './payments/payment-number'
