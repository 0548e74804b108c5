import { z } from 'zod'

/** Page numbers start at 0; 25 a page unless asked (developer.craftgate.io/api, Çoğul Sonuçlu İşlemler). */
export const paging = {
  page: z.coerce.number().int().min(0).default(0),
  size: z.coerce.number().int().min(1).max(1000).default(25),
}

/** One page of what was found, the newest first. */
export function pageOf<T, V>(
  found: readonly T[],
  { page, size }: { page: number; size: number },
  view: (item: T) => V,
) {
  const items = found.toReversed().slice(page * size, (page + 1) * size)
  return { page, size, totalSize: found.length, items: items.map(view) }
}

/** Everything, as the lists that belong to one payment answer it. */
export const listOf = <T>(items: readonly T[]) => ({
  page: 0,
  size: items.length,
  totalSize: items.length,
  items,
})
