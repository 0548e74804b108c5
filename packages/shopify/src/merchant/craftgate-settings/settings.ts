import type { Mode } from '../../context/tenant'
import { UnreadableSecret } from '../../secrets'
import type { StoredKeys } from '../../shops/craftgate-keys'
import type { AuthenticatedRequest } from '../http/merchant-request'
import type { FieldProblems } from './keys-form'

/** What was typed and may be shown again: of the keys, only the one that is no secret by itself. */
export interface TypedKeys {
  readonly apiKey: string
}

export interface KeyProblem {
  /** Of the form as a whole. */
  readonly text?: string
  readonly fields?: FieldProblems
  readonly status?: 409 | 422 | 502 | 503
}

/** What the page of one mode's account shows. */
export interface Settings {
  readonly mode: Mode
  readonly saved: SavedKeys
  readonly changedAt: Date | undefined
  readonly typed?: TypedKeys
  readonly problem?: KeyProblem
}

/** unreadable: there are keys, but none of our encryption keys opens them. */
export type SavedKeys = StoredKeys | 'unreadable' | undefined

/** The keys of the shop that is logged in; of no other. */
export async function savedKeysOf({ shop, deps }: AuthenticatedRequest, mode: Mode): Promise<SavedKeys> {
  try {
    return await deps.keys.read({ shop, mode })
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable'
    throw error
  }
}

export const isUnreadable = (error: unknown): boolean => error instanceof UnreadableSecret

export const readable = (saved: SavedKeys): StoredKeys | undefined =>
  saved === 'unreadable' ? undefined : saved

/** All that is ever shown of a saved key. */
export const lastFour = (key: string): string => `•••• ${key.slice(-4)}`
