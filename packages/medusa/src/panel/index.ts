// The merchant's panel in Medusa: what it is given of orders and records, and where it is mounted.
export { panelHost, servePanel } from './panel-host'
