import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'shared-core/src',
  ...['vendure', 'medusa', 'shopify', 'panel'].map((name) => `packages/${name}/src`),
]

/** Sentences in backticks in the first cell of a row: messages as the log has them. */
const MESSAGE = /`([A-Z][a-z ][^`]* [^`]*)`/g

/** Each message that the page names is written somewhere in the code. A page that names none is a fault too. */
export function checkLogMessages(root, page) {
  const code = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  ).join('\n')
  const rows = readFileSync(join(root, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const messages = rows.flatMap((row) =>
    [...row.split(' | ')[0].matchAll(MESSAGE)].map(([, message]) => message),
  )
  if (messages.length === 0) return [`${page}: no log message is named`]
  return messages
    .filter((message) => !code.includes(message))
    .map((message) => `${page}: no log has the message "${message}"`)
}
