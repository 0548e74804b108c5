type Row = object

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toCamel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const renamed = (row: Row, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]))

/** Column names as Medusa writes them: page_url for pageUrl. */
export const toColumns = (row: Row): Record<string, unknown> => renamed(row, toSnake)

export const fromColumns = (row: Row): Record<string, unknown> => renamed(row, toCamel)
