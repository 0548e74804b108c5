// @craftgate-commerce/panel: the merchant's pages. An adapter implements PanelHost, makes the panel and mounts `handle`.
export { createPanel, type Panel } from './create-panel'
export { panelLink } from './login/panel-links'
export type {
  AuditEntry,
  PanelEvent,
  PanelHost,
  PanelLinkStore,
  PanelOrder,
  PanelPayment,
  PanelPaymentDetail,
  PanelPayments,
  PanelPermission,
  PanelUser,
  PaymentPage,
  PaymentQuery,
} from './panel-host'
export { type PanelRecords, panelPayments, type RecordPage } from './panel-records'
