import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { emptyState, type State } from './state'

const list = z.array(z.looseObject({}))
const shape = z.object({
  savedAt: z.number().optional(),
  lastOrderNumber: z.number().int(),
  shops: z.record(z.string(), z.looseObject({})),
  checkouts: list,
  sessions: list,
  transactions: list,
  orders: list,
  violations: list,
})

/** Reads what an earlier run left; a file that is not there is an empty state. Throws one line when it is broken. */
export function loadState(path: string | undefined): State {
  if (path === undefined || !existsSync(path)) return emptyState()
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8'))) as unknown as State
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`State file ${path} cannot be read: ${reason}`)
  }
}

/** Writes beside and renames, so that a reader never sees half a file. It holds access tokens: for its owner only. */
export function saveState(path: string, state: State): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.tmp`
  writeFileSync(beside, JSON.stringify(state, undefined, 1), { mode: 0o600 })
  renameSync(beside, path)
}
