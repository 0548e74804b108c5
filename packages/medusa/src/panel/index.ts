// The merchant's panel in Medusa: what it is given of orders and records, where it is mounted, and its tables.
export { panelHost, panelIn } from './panel-host'
export { PanelAudit, PanelLinks } from './panel-store'
