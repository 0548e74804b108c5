import type { Mode } from '../../tenant'
import type { FieldProblems } from './keys-form'
import type { SavedKeys } from './saved-keys'

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
