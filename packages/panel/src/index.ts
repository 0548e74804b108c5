// @craftgate-commerce/panel: the merchant's pages. An adapter implements PanelHost, makes the panel and mounts `handle`.
export { createPanel, type Panel } from './create-panel'
export { panelLink } from './login/panel-links'
export {
  ALL_PERMISSIONS,
  type AuditEntry,
  type LinkLogin,
  type MoneyElsewhere,
  type PanelCommerce,
  type PanelEvent,
  type PanelHost,
  type PanelLinkStore,
  type PanelOrder,
  type PanelPayment,
  type PanelPaymentDetail,
  type PanelPayments,
  type PanelPermission,
  type PanelSite,
  type PanelUser,
  type PaymentPage,
  type PaymentQuery,
} from './panel-host'
export { type PanelRecords, panelPayments, type RecordPage } from './panel-records'
