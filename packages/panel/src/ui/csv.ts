// Files of what a page lists, for a spreadsheet.

const NUMBER = /^-?\d+(\.\d+)?$/

/** A cell that begins like a formula is text to a spreadsheet, too; an amount below zero stays a number, so that it is summed. */
function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`

type Rows = readonly (readonly (string | number)[])[]

/**
 * The file, sent while it is read.
 * @param name Without its ending: craftgate-payments
 * @param heads What stands above the columns.
 * @param next The next rows; undefined at the end.
 */
export function csvFile(
  name: string,
  heads: readonly string[],
  next: () => Promise<Rows | undefined>,
): Response {
  const text = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    // The mark tells a spreadsheet that the file is UTF-8.
    start: (stream) => stream.enqueue(text.encode(`\uFEFF${line(heads)}`)),
    async pull(stream) {
      const rows = await next()
      if (rows === undefined) return stream.close()
      stream.enqueue(text.encode(rows.map(line).join('')))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
