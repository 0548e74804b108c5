// The merchant's panel in Medusa: what it is given of orders and records, and where it is mounted.
export { panelHost } from './panel-host'
export { servePanel } from './serve-panel'
