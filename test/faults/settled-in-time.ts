import type { Scene } from '../contract/scene'
import type { OrderView, PlacedOrder } from '../contract/store'

/** Schedulers of the shops wake once a minute. */
const PATIENCE_MS = 90_000

/** Looks until the order is no longer open, and answers what it is then. */
export async function settledInTime(scene: Scene, order: PlacedOrder): Promise<OrderView> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const view = await scene.look(order)
    if (view.state !== 'open' || Date.now() > deadline) return view
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
