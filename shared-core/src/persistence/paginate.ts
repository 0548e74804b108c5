/** Rows of one page. */
export const PAGE_SIZE = 100

/**
 * All rows, page by page. A page starts after the last row of the page before it, by what the rows are sorted by, so
 * rows that are written meanwhile are neither lost nor seen twice.
 */
export async function* paginate<Row>(
  pageAfter: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined
  do {
    const page: readonly Row[] = await pageAfter(last)
    yield* page
    last = page.length === PAGE_SIZE ? page.at(-1) : undefined
  } while (last !== undefined)
}
