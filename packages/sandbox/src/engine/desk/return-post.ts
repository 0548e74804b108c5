import type { BrowserPost } from '../../desk'
import type { World } from '../world'

/** The browser's way back to the merchant; a switch may lose it, or make it come twice. */
export function returnPost(world: World, post: BrowserPost): BrowserPost {
  if (world.switches.loseCallbacks) return { ...post, lost: true }
  if (world.switches.duplicateCallbacks) world.repeat(post)
  return post
}
