import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { emptyState, type State } from '../engine/state'

const list = z.array(z.looseObject({}))
const shape = z.object({
  lastIds: z.record(z.string(), z.number().int()),
  savedAt: z.number().optional(),
  payments: list,
  checkouts: list,
  refunds: list,
  transactionRefunds: list,
  threeDSessions: list,
  storedCards: list,
  fraudChecks: list,
  webhooks: list,
  idempotentResults: list.default([]),
})

/** Reads what an earlier run left; a file that is not there is an empty state. Throws one line when it is broken. */
export function loadState(path: string): State {
  if (!existsSync(path)) return emptyState()
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8'))) as unknown as State
  } catch (error) {
    throw new Error(
      `State file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Writes beside and renames, so that a reader never sees half a file. */
export function saveState(path: string, state: State): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.tmp`
  writeFileSync(beside, JSON.stringify(state, undefined, 1))
  renameSync(beside, path)
}
