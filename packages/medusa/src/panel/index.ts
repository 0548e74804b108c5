// The merchant's panel in Medusa: what it is given of orders and records, and where it is mounted.
export { administratorOf, auditRoute } from './administrator'
export { panelHost, servePanel } from './panel-host'
