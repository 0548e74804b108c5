import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

export interface StateShape<State> {
  /** Checks as much of a file as is needed to go on with it. */
  readonly schema: z.ZodType
  readonly empty: () => State
}

/**
 * Reads what an earlier run left. Without a path, or with a file that is not there, it is the empty state. Throws one
 * line when the file is broken.
 */
export function loadState<State>(path: string | undefined, { schema, empty }: StateShape<State>): State {
  if (path === undefined || !existsSync(path)) return empty()
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8'))) as State
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`State file ${path} cannot be read: ${reason}`)
  }
}

/** Writes beside and renames, so that a reader never sees half a file. It may hold tokens: for its owner only. */
export function saveState(path: string, state: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.tmp`
  writeFileSync(beside, JSON.stringify(state, undefined, 1), { mode: 0o600 })
  renameSync(beside, path)
}
