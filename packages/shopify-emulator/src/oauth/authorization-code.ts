import { randomBytes } from 'node:crypto'
import type { World } from '../world'
import { shopStateOf } from './shop-state-of'

const LIFE = 60_000

export function issueCode(world: World, shop: string): string {
  const code = randomBytes(16).toString('hex')
  shopStateOf(world, shop).codes.push({ code, expiresAt: world.clock.now() + LIFE })
  world.changed()
  return code
}

/** A code is good once, for a minute. */
export function spendCode(world: World, shop: string, code: string): boolean {
  const state = shopStateOf(world, shop)
  const known = state.codes.find((one) => one.code === code)
  state.codes = state.codes.filter((one) => one !== known)
  return known !== undefined && known.expiresAt > world.clock.now()
}
