// The merchant's panel in Vendure: who comes in, what it is given of attempts and orders, and its two tables.
export { craftgatePermission, MerchantPanel, mayRefund } from './merchant-panel'
export { PanelOrderMoney } from './panel-order-money'
export { PanelRecordsReader } from './panel-records'
export { PanelAudit, PanelLinks } from './panel-store'
