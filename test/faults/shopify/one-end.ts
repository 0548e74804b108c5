import type { Scene } from '../../contract/scene'
import type { OpenShopify } from './open-shopify'

/** What holds after every fault: each session has one end at most, Shopify saw no wrong, and the money agrees. */
export async function expectOneEnd({ stack }: OpenShopify, scene: Scene): Promise<void> {
  const { control } = stack.shopify.emulator
  expect(control.violations()).toEqual([])
  expect(control.finalStates().filter(({ states }) => states.length > 1)).toEqual([])
  await scene.accountsAgree()
}
