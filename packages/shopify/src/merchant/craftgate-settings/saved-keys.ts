import type { StoredKeys } from '../../shops/craftgate-keys'
import type { Mode } from '../../tenant'
import type { ShopVisit } from '../page/visit'

/** unreadable: there are keys, but none of our encryption keys opens them. */
export type SavedKeys = StoredKeys | 'unreadable' | undefined

/** The keys of the shop that is logged in; of no other. */
export async function savedKeysOf({ shop, parts }: ShopVisit, mode: Mode): Promise<SavedKeys> {
  try {
    return await parts.keys.read({ shop, mode })
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable'
    throw error
  }
}

export const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnreadableSecret'

export const readable = (saved: SavedKeys): StoredKeys | undefined =>
  saved === 'unreadable' ? undefined : saved

/** All that is ever shown of a saved key. */
export const lastFour = (key: string): string => `•••• ${key.slice(-4)}`
