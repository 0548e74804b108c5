import type { BrowserPost } from '../../desk'
import type { World } from '../world'

/** The browser's way back to the merchant, or none when a switch loses it on purpose. */
export const returnPost = (world: World, post: BrowserPost): BrowserPost =>
  world.switches.loseCallbacks ? { ...post, lost: true } : post
