// What neither callback nor webhook told: asked about, a few at a time, in the order of waiting.
// Run it every few minutes, on one server at a time.

export type { ReconcileDependencies } from './reconcile'
export { reconcile } from './reconcile'
