import type { World } from '../world'
import type { ViolationKind } from './violation'

export function reportViolation(
  world: World,
  kind: ViolationKind,
  { shop, gid }: { readonly shop: string; readonly gid: string },
  details: string,
): void {
  world.state.violations.push({ kind, shop, gid, details, at: world.clock.now() })
}
