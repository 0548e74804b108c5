import type { AuditQuery } from '../panel-host'
import { placeText, readPlace } from '../ui/list-place'

/** As many as a page has. */
export const PAGE_SIZE = 50

/** What the address asks for: who, what or to what it was done, and the entry that the page begins after. */
export type Asked = Pick<AuditQuery, 'by' | 'before'>

const FIELDS = ['reference', 'user', 'action'] as const

/** `read` gives the value of a name in the address. What is named first in FIELDS counts, because one index finds it. */
export function askedFor(read: (name: string) => string | undefined): Asked {
  const field = FIELDS.find((name) => read(name)?.trim())
  const value = field && read(field)?.trim().slice(0, 100)
  return {
    by: field !== undefined && value !== undefined ? { field, value } : undefined,
    before: readPlace(read('before')),
  }
}

/** The same search as it stands in an address. */
export const queryText = ({ by, before }: Asked): string => {
  const query = new URLSearchParams(by && { [by.field]: by.value })
  if (before !== undefined) query.set('before', placeText(before))
  return query.size === 0 ? '' : `?${query}`
}
