import type { Scene } from '../../contract/scene'
import type { PlacedOrder } from '../../contract/store'
import { until } from '../../until'
import type { OpenShopify } from './open-shopify'

/** What holds after every fault: each session has one end at most, Shopify saw no wrong, and the money agrees. */
export async function expectSingleOutcome({ stack }: OpenShopify, scene: Scene): Promise<void> {
  const { control } = stack.shopify.emulator
  expect(control.violations()).toEqual([])
  expect(control.finalStates().filter(({ states }) => states.length > 1)).toEqual([])
  await scene.accountsAgree()
}

/** Shopify has the order as paid in the end, however many attempts that takes. */
export async function expectPaidInTime(scene: Scene, order: PlacedOrder, patienceMs?: number): Promise<void> {
  const { state } = await until(
    () => scene.look(order),
    (seen) => seen.state === 'paid',
    patienceMs,
  )
  expect(state).toBe('paid')
}
