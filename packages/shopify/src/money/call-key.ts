import { createHash } from 'node:crypto'
import type { SessionRow } from '../database'

/** Core takes letters, digits, dots and dashes, 64 of them at most. */
const FITS = /^[A-Za-z0-9.-]{1,50}$/

/** The key of a money call: Shopify's own id of the session, so that no repetition moves money twice. */
export function callKey({ kind, id }: Pick<SessionRow, 'kind' | 'id'>): string {
  const name = FITS.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 50)
  return `${kind}-${name}`
}
