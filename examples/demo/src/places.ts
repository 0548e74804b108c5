import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The checkout; this file is as deep in `dist` as in `src`. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

export const inRoot = (...parts: readonly string[]): string => path.join(ROOT, ...parts)

/**
 * Where a stack of this checkout keeps its database, pictures and logs: outside of the home directory, because
 * PostgreSQL runs as another user when we are root.
 */
export function stateDirectory(purpose: string): string {
  const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 10)
  return path.join(tmpdir(), `craftgate-commerce-${checkout}`, purpose)
}
